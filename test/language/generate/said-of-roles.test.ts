import { expect, test } from 'vitest';
import { outputOf } from './support.js';

const TEXT = `organisatie Gemeente "De gemeente"
interventie X {
    rol W "de werker"
    rol T "de leider", iemand anders dan W
    rol R voert regie, vervuld door W
    aanpak {
        stap A { door W }
        stap B { door T, R }
        escalatie E "Hoger" door T naar Gemeente { vanuit B  als "het vastloopt" }
        einde F
    }
    overdracht O van W naar T { vanuit A  vorm warm  informatie "Het overzicht"  bevestiging door T  bij uitblijven: A hoogstens 1 keer }
}`;

async function made(id: string) {
    const { losses, ...output } = await outputOf(id, TEXT);
    return { ...output, losses: losses.map((l) => `${l.element}: ${l.reason.nl}`) };
}

test.each(['bpmn', 'operaton', 'zeebe', 'fhir'])(
    '%s says what is handed over in words, and to whom is escalated',
    async (id) => {
        const { text } = await made(id);
        expect(text).toContain('Informatie: Het overzicht');
        expect(text).toContain('Naar: De gemeente');
    },
);

test.each(['bpmn', 'operaton', 'zeebe', 'valtimo'])(
    '%s names what is said of roles that no engine sees to',
    async (id) => {
        const { losses } = await made(id);
        expect(losses).toContain('T: dit is iemand anders dan W: een werkstroom laat één mens het werk van beide doen');
        expect(losses.filter((l) => l.startsWith('R: dit wordt vervuld door W'))).toHaveLength(1);
        expect(losses.filter((l) => l.startsWith('R: dat deze rol regie voert'))).toHaveLength(1);
    },
);

test.each(['bpmn', 'operaton'])('%s says at a task who may not do it', async (id) => {
    expect((await made(id)).text).toContain('de leider is iemand anders dan de werker');
});
