import { describe, expect, it } from 'vitest';
import { markdownGenerator } from '../../../language/generate/markdown/generator.js';
import { caseFrom, textOf } from './support.js';

const PROTOCOL = `
bron Folder
bron Verslag
interventie X "X" {
    rol A
    rol B
    duur hoogstens 6 maanden volgens Folder
    contact "info@voorbeeld"
    tegenspraak "Hoe lang een traject duurt" tussen "hoogstens zes maanden" volgens Folder en "zeven maanden" volgens Verslag
    tegenspraak "Aantal gesprekken" tussen "18 contacten" volgens Folder en "12 gesprekken" volgens Verslag
    aanpak {
        5 stappen
        tegenspraak "Wat een stap is" tussen "zes stappen" volgens Folder en "vijf stappen" volgens Verslag
        stap Eerst { door A  contacten 1 }
        stap Opbouw "Opbouwen" {
            door A
            activiteit "Gesprek thuis" { frequentie elke week }
            activiteit "Bellen" { contacten 2 }
            activiteit "Rapporteren"
        }
        escalatie Vast "Ronde tafel" door A naar B { vanuit Opbouw  contacten 1 }
        einde Klaar
    }
}
`;

describe('a document', () => {
    it('says in its overview how often a step is done again', async () => {
        const once = textOf(markdownGenerator, await caseFrom(PROTOCOL));
        expect(once).not.toContain('Herhaling');
        const again = PROTOCOL.replace('contacten 1 }', 'contacten 1 herhaal precies 9 keer }');
        const text = textOf(markdownGenerator, await caseFrom(again));
        expect(text).toMatch(/\| 1\. Eerst .*; herhaling: precies 9 keer opnieuw \|/);
    });

    it('has in its overview what activities cost, and the escalations', async () => {
        const text = textOf(markdownGenerator, await caseFrom(PROTOCOL));
        // how often is no number of contacts
        expect(text).toMatch(/\| Stap .*\| Contacten en frequentie \|/);
        expect(text).toMatch(/\| 2\. Opbouwen .*\| Bellen: 2; frequentie: Gesprek thuis: elke week \|/);
        expect(text).toMatch(/\| Loopt het vast: Ronde tafel .*\| A .*\| 1 \|/);
        expect(text.indexOf('Loopt het vast: Ronde tafel')).toBeGreaterThan(text.indexOf('2. Opbouwen'));
    });

    it('says where a figure stands that sources contradict it', async () => {
        const text = textOf(markdownGenerator, await caseFrom(PROTOCOL));
        expect(text).toMatch(/\*\*Duur:\*\* hoogstens 6 maanden.*tegenspraak: Hoe lang een traject duurt/);
        expect(text).toMatch(/\*\*Aantal stappen:\*\* 5.*tegenspraak: Wat een stap is/);
        expect(text).not.toMatch(/info@voorbeeld.*tegenspraak/);
    });
});
