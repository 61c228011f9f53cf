import { describe, expect, it } from 'vitest';
import { longSentences, unexplainedTerms } from '../../../language/generate/documents/parents/language.js';
import { generatorById } from '../../../language/generate/registry.js';
import { caseFrom, casesOf, exampleCases, type Case } from './support.js';

const cases = await exampleCases();
const example = (name: string) => cases.find((c) => c.name === name) ?? expect.fail(name);

function markdown(id: string, { protocol, options }: Case): string {
    const files = generatorById(id)?.generate(protocol, options).files ?? [];
    return String(files.find((f) => f.path.endsWith('.md'))?.content);
}

const PATH = `
bron Boek "Het boek"
organisatie JGZ "de JGZ"
rol Werker "de werker" van JGZ { taak "langskomen" }
rol Ander "de ander" iemand anders dan Werker
rol Baas "de baas" voert regie, vervuld door Werker
rol Gezin "het gezin" is cliënt
interventie Pad "Het pad" volgens Boek tenzij anders vermeld {
  document Plan "Het plan" {
    bevat gezondheidsgegevens
    bewaartermijn 20 jaar
  }
  document Kladje "Een kladje"
  gegeven veilig: ja/nee "Iedereen is veilig"
  doel D "Het gezin kan verder" {
    subdoel A "Er is een plan" {
      indicator I "Gezinnen met een plan" {
        norm minstens 80 %
        moment "Aan het eind."
      }
    }
    subdoel B "Er is rust"
  }
  onderbouwing {
    factor F "Onrust" beïnvloed door A
    werkzaam element "Eén plan" in Maken
    werkzaam element "Vertrouwen" in Los
  }
  aanpak {
    stap Maken "Plan maken" {
      door Werker met Gezin
      werkt aan A
      levert Plan
      bepaalt veilig
      duur hoogstens 2 weken
      voor ouders "Samen maken wij een plan, dat u daarna zelf bewaart, aan wie u wilt laat zien en op elk moment mag veranderen of weggooien."
    }
    stap Los "Oefenen" {
      door Ander
      vereist Plan
      duur hoogstens 4 weken
    }
    altijd als niet veilig: Los
    einde Klaar "Het gezin kan verder" { geslaagd }
  }
  overdracht Over "Van werker naar ander" van Werker naar Ander {
    vanuit Maken
    informatie Plan
    ernst "Staat voorop."
    geheimhouding toestemming van Gezin
    bevestiging door Ander binnen 5 werkdagen
  }
}`;

describe('the entry in a database', () => {
    it('has the fields and texts of NJi in their order, with blanks kept blank', () => {
        const text = markdown('record', example('Bemoeizorg'));
        expect(text).toContain(
            '| Erkend als | Effectief volgens eerste aanwijzingen |\n| Op |  |\n| Door | Deelcommissie',
        );
        expect(text).toContain('| Erkend als integraal vve-programma |  |\n| Momenteel in herbeoordeling |  |');
        expect(text).toContain('| Methode | Gezinsgerichte aanpak |');
        const headings = [...text.matchAll(/^## (.*)$/gm)].map((m) => m[1]);
        expect(headings).toEqual([
            'Gegevens', 'Samenvatting', 'Doelgroep', 'Doel', 'Aanpak', 'Onderbouwing', 'Onderzoek',
            'Toelichting oordeel Erkenningscommissie', 'Meer weten?', 'Waar bronnen elkaar tegenspreken', 'Wat nog openstaat', 'Bronnen',
        ]); // prettier-ignore
        expect(text).toContain('Biedt geen: behandeling van onderliggende problematiek');
        expect(text).toMatch(/## Meer weten\?\n\n## /);
        const approach = text.slice(text.indexOf('## Aanpak'), text.indexOf('## Onderbouwing'));
        for (const said of [
            'via de reguliere jgz-contacten is geen werkbaar contact met het gezin tot stand gekomen',
            'één gezin, één plan, één regisseur',
            'Werkwijze: actief, outreachend',
            'Duur: ongeveer 6 maanden',
            '6, niet benoemd',
            'Daarna volgen het opstellen van een gezinsplan en toeleiding naar zorg',
        ]) {
            expect(approach).toContain(said);
        }
        const rationale = text.slice(text.indexOf('## Onderbouwing'), text.indexOf('## Onderzoek'));
        expect(rationale).toContain('intermediair tussen de gezinnen en hulpbronnen');
    });

    it('lists of what is open what it shows, and not what it has no place for', () => {
        const text = markdown('record', example('Bemoeizorg'));
        const open = text.slice(text.indexOf('## Wat nog openstaat'), text.indexOf('## Bronnen'));
        expect(open).toContain('| datum | erkenning | het veld is leeg |');
        expect(open).toContain('| Erkend als integraal vve-programma. | erkenning | het veld is leeg |');
        expect(open).toContain('| frequentie | aanpak |');
        // who did the research is in the protocol, and no part of the entry
        expect(open).not.toMatch(/^\| door \|/m);
    });
});

describe('the course of a protocol, for who only reads the titles', () => {
    const COURSE = `interventie Vg "Vg" {
  duur hoogstens 9 maanden
  tegenspraak "duur" tussen "9 maanden" en "een jaar"
  doel Weer "Weer naar school"
  rol Coach
  rol Jongere is cliënt
  gegeven uitkomst: een van veilig, onveilig
  aanpak {
    stap Taxatie { door Coach bepaalt uitkomst
      daarna { als uitkomst is veilig: Plan
        anders: Melden } }
    stap Melden { door Coach daarna: Plan }
    stap Plan { door onbekend }
    naar keuze Extra "Wat helpt" { stap Beraad { door Coach } }
    gelijktijdig { stap Links
      stap Rechts }
    fase Nazorg "Daarna" { stap Bellen { door Coach } }
    einde Klaar { geslaagd }
    altijd als "acuut gevaar": Meldcode
    stap Meldcode { door Coach volgt meldcode daarna onbekend }
    escalatie Hulp { vanuit Plan door Coach daarna onbekend }
  }
}`;

    it.each(['ouders', 'record'])(
        'says in %s what is not always done, by choice, together or at any time',
        async (id) => {
            const text = markdown(id, await caseFrom(COURSE))
                .replaceAll('**', '')
                .replaceAll(', met Coach', '');
            const list = /1\. Taxatie[\s\S]*?(?=\n## )/.exec(text)?.[0] ?? '';
            expect(
                list
                    .trimEnd()
                    .split('\n')
                    .filter((l) => l !== ''),
            ).toEqual([
                '1. Taxatie',
                '2. Melden (niet altijd: als dit niet geldt: uitkomst is veilig)',
                id === 'ouders' ? '3. Plan, met [onbekend]' : '3. Plan',
                '4. Wat helpt, naar keuze: geen, een of meer van deze:',
                '   - Beraad',
                '5. Tegelijk, in welke volgorde dan ook:',
                '   - Links',
                '   - Rechts',
                '6. Daarna:',
                '   1. Bellen',
                'Wat er ook tussendoor kan gebeuren:',
                '- Altijd als “acuut gevaar”:',
                '  Meldcode',
                '- Als het vastloopt:',
                '  Hulp',
            ]);
        },
    );

    it('says that it is unknown who consents where the protocol says so, and when it will be assessed anew', () => {
        const text = markdown('ouders', example('BemoeizorgWestBrabant'));
        expect(text).toMatch(/Wie daarvoor toestemming geeft: \*\*\[onbekend\]\*\*: de bron noemt de privacywet/);
        const entry = markdown('record', example('Gezinspad'));
        // a day to come does not say whether it is being assessed now
        expect(entry).toMatch(/\| Momenteel in herbeoordeling \| +\|/);
        expect(entry).toContain('Herbeoordeling op: 15 januari 2031');
        expect(entry).toMatch(/\nAanleiding: /);
        expect(entry).toMatch(/\nToegang als\b/);
    });

    it('does not say that the first step is not always done because a case may come back behind it', async () => {
        const text = markdown('ouders', example('Gezinspad')).replaceAll('**', '');
        expect(text).toMatch(/ {3}1\. Het signaal onderzoeken, met Gezinswerker\n/);
    });

    it('says in the entry that sources contradict each other, and why a field is blank', async () => {
        const text = markdown('record', await caseFrom(COURSE));
        expect(text).toMatch(/Duur: hoogstens 9 maanden \(.*tegenspraak: duur/);
        expect(text).toMatch(/Waar bronnen elkaar tegenspreken[\s\S]*een jaar/);
        expect(text).not.toContain('is ook in het draaiboek leeg');
        expect(text).toContain('Doel, Methode en Uitvoering staan er alleen als kenmerk');
    });

    it('marks a phase that may be passed by and not again what stands in it', async () => {
        const text = markdown('ouders', example('Gezinspad')).replaceAll('**', '');
        expect(text).toMatch(/\d\. Hulp thuis \(niet altijd: als .*hulp van het wijkteam nodig’\):\n/);
        expect(text).toMatch(/ {3}1\. Oefenen met wat in het plan staat, met Hulpverlener\n/);
    });
});

describe('the manual', () => {
    it('has each step by who, when, what, with what and done when, and the process in a picture', async () => {
        const [one] = await casesOf(PATH);
        const text = markdown('handleiding', one ?? expect.fail());
        const step = /Stap 2 – Oefenen\n\n([\s\S]*?)\n#/.exec(text)?.[1] ?? '';
        expect(step).toContain('- **Wie:** de ander');
        expect(step).toContain(
            '- **Wanneer:**\n  - Altijd als: niet ‘Iedereen is veilig’\n  - Duur: hoogstens 4 weken',
        );
        expect(step).toContain('- **Waarmee:** Vereist: Het plan');
        expect(text).toContain('![');
        expect(text).toContain('(Pad-handleiding-verloop.svg)');
        const files =
            generatorById('handleiding')?.generate(one?.protocol ?? expect.fail(), one?.options ?? expect.fail())
                .files ?? [];
        expect(files.map((f) => f.path)).toContain('Pad-handleiding-verloop.svg');
    });
});

it('says of each side of a contradiction which source it is of, and after which step a fact of an activity is known', async () => {
    const [one = expect.fail()] = await casesOf(`bron H "Handboek"
bron W "Werkblad"
interventie Tegen "Tegen" {
    rol A "A"
    gegeven g: ja/nee "Er is rust"
    tegenspraak "Hoe lang" tussen "hoogstens 9 maanden" volgens H en "hoogstens 12 maanden" volgens W
    aanpak {
        stap Bezoek "Langsgaan" { door A activiteit "Kijken" { bepaalt g } }
        einde Klaar
    }
}`);
    expect(markdown('handleiding', one)).toContain('- hoogstens 9 maanden (H)\n> - hoogstens 12 maanden (W)');
    expect(markdown('markdown', one)).toMatch(/Er is rust.*Langsgaan/);
});

describe('the cards', () => {
    it('say all that a handover asks of who gives, and not only what is told and confirmed', () => {
        const text = markdown('rolkaarten', example('Gezinspad'));
        const given =
            /### Wat ik overdraag\n+(\*\*Van gezinswerker naar hulpverlener[^]*?)\n##/.exec(text)?.[1] ?? expect.fail();
        for (const term of ['Ernst', 'Acties', 'Wat als', 'Geheimhouding', 'Bevestiging', 'Sluit af na', 'Nazorg']) {
            expect(given).toContain(`- **${term}:**`);
        }
        expect(given).not.toMatch(/\*\*(?:Van|Naar):/);
    });

    it('do not make the way in which is handed over an answer to how the intervention is given', () => {
        const text = markdown('tidier', example('Gezinspad'));
        expect(/^\| 6\. .*$/m.exec(text)?.[0]).not.toMatch(/Vorm|Gesprekken/);
    });

    it('say of each role what is its own, what it receives and hands over, and whom it calls', async () => {
        const [one] = await casesOf(PATH);
        const text = markdown('rolkaarten', one ?? expect.fail());
        const card = (role: string) => new RegExp(`## ${role}\n([\\s\\S]*?)\n## `).exec(`${text}\n## `)?.[1] ?? '';
        expect(card('de werker')).toMatch(
            /### Wat van mij is[\s\S]*\| Plan maken \| duur: hoogstens 2 weken \| — \| levert: Het plan; maakt bekend:/,
        );
        expect(card('de werker')).toMatch(
            /### Wat ik overdraag\n\n\*\*Van werker naar ander\*\*\n\n- \*\*Aan:\*\* de ander/,
        );
        expect(card('de werker')).toContain('- **Ik ben ook:** de baas');
        expect(card('de ander')).toMatch(/### Wat ik krijg\n\n- Het plan, van de werker/);
        expect(card('de ander')).toContain('dit doe ik zelf');
        expect(card('de baas')).toContain('op de kaart van wie deze rol vervult: de werker.');
        expect(text).not.toMatch(/^## het gezin$/m);
        expect(text).toContain('Geen kaart is er voor: het gezin.');
    });

    it('say from when a term counts, how often a step is done again, and of a step of another what is mine in it', async () => {
        const text = markdown(
            'rolkaarten',
            await caseFrom(`interventie Vg "Vg" {
  rol Coach
  rol GW "Gedragswetenschapper"
  gegeven klaar: ja/nee
  aanpak {
    stap Bellen { door Coach termijn 3 werkdagen na aanmelding anders: Later }
    stap Plan { door Coach bepaalt klaar
      termijn 6 weken na Bellen
      herhaal hoogstens 2 keer tot klaar
      activiteit "Gezinsplan vaststellen" { door GW } }
    stap Los { activiteit "Meekijken" { door GW } }
    einde Later
    einde Klaar { geslaagd }
  }
}`),
        );
        expect(text).toContain('| Bellen | termijn: 3 werkdagen na aanmelding, anders Later |');
        expect(text).toContain('herhaal: hoogstens 2 keer opnieuw, tot klaar; termijn: 6 weken na Bellen');
        const card = text.slice(text.indexOf('## Gedragswetenschapper'));
        expect(card).toMatch(/### Wat van mij is[^#]*\| Los; daarin: Meekijken \|/);
        expect(card).toMatch(/### Waar ik aan meedoe[^#]*\| Plan; daarin: Gezinsplan vaststellen \|/);
    });

    it('say of each step after what it comes, and of an escalation where it gets stuck', () => {
        const text = markdown('rolkaarten', example('Gezinspad'));
        expect(text).toContain('| Kennismaken, thuis | na Het signaal onderzoeken, als ‘De zorgen blijken terecht’;');
        expect(text).toMatch(/\| Horen hoe het op school gaat \| na Kennismaken, thuis, als ‘[^|]*; duur/);
        expect(text).toContain('| Samen terugkijken | na Oefenen met wat in het plan staat; duur');
        expect(text).toContain(
            '| Overleggen met en melden bij Veilig Thuis | altijd als ‘Een kind is nu niet veilig’;',
        );
        expect(text).toMatch(
            /als de termijn verloopt van Eén plan maken; als na Eén plan maken een bevestiging uitblijft;/,
        );
        expect(text).toContain(
            'als “de hulpverleners het onderling niet eens worden” bij Kennismaken, thuis, Eén plan maken;',
        );
    });

    it('say who directs, from which handover on and until which', () => {
        const text = markdown('rolkaarten', example('Gezinspad'));
        const card = (role: string) =>
            new RegExp(`\n## ${role}\n([\\s\\S]*?)(?=\n## )`).exec(text)?.[1] ?? expect.fail(role);
        expect(card('Regisseur')).toContain('- **Regie:** ik voer de regie, tot Van gezinswerker naar hulpverlener\n');
        expect(card('Hulpverlener')).toContain(
            '- **Regie:** ik voer de regie, na Van gezinswerker naar hulpverlener, tot Van hulpverlener naar behandelaar\n',
        );
        expect(card('Coördinator')).toContain(
            '| Over de regie | Regisseur | — |\n| Over de regie, na Van gezinswerker naar hulpverlener | Hulpverlener | — |\n',
        );
        expect(card('Hulpverlener')).not.toContain('| Hulpverlener | — |');
    });

    it('follow I-PASS for a handover, and say what it asks and the protocol does not say', async () => {
        const [one] = await casesOf(PATH);
        const text = markdown('overdrachtskaarten', one ?? expect.fail());
        const headings = [...text.matchAll(/^### (.*)$/gm)].map((m) => m[1]);
        expect(headings).toEqual([
            'I Ernst', 'P Samenvatting en informatie', 'A Acties', 'S Wat als', 'S Wat de ontvanger bevestigt', 'Geheimhouding en daarna',
        ]); // prettier-ignore
        expect(text).toMatch(/### A Acties\n\n\*Het draaiboek noemt geen acties\.\*/);
        expect(text).toMatch(/### I Ernst\n\n- \*\*Ernst:\*\* Staat voorop\./);
    });
});

describe('the matrices', () => {
    it('set goals, factors, roles, documents and time against the steps', async () => {
        const [one] = await casesOf(PATH);
        const text = markdown('matrices', one ?? expect.fail());
        expect(text).toContain(
            '| Het gezin kan verder › Er is een plan | Plan maken | Gezinnen met een plan | minstens 80 % | — | Aan het eind. |',
        );
        expect(text).toContain('| Het gezin kan verder › Er is rust | *geen* | *geen* | — | — | — |');
        expect(text).toContain('| Onrust | Er is een plan | Plan maken | Eén plan |');
        expect(text).toContain('Werkzame elementen die bij geen van deze stappen staan: Vertrouwen.');
        expect(text).toContain('| Stap | de werker | de ander | de baas | het gezin |');
        expect(text).toContain('| Plan maken | R |  | A | S |');
        expect(text).toContain('| Overdracht: Van werker naar ander | R | I | A |  |');
        expect(text).toContain(
            '| Plan maken | gemaakt |  |\n| Oefenen | nodig |  |\n| Overdracht: Van werker naar ander | gaat mee |  |',
        );
        expect(text).toContain('Bij geen stap en geen overdracht genoemd: Een kladje.');
        expect(text).toMatch(/\| Stap \| Contacten \| Week 1 \| Week 2 \|\n/);
        expect(text).toMatch(/\| Plan maken \| {2}\| ● \| ● \|\n/);
        expect(text).toContain('| Oefenen |  | op elk moment |');
    });

    it('say who directs at each step and handover, also after direction was passed on', () => {
        const text = markdown('matrices', example('Gezinspad'));
        expect(text).toContain('| Eén plan maken | R |  | A |  |  | S |');
        expect(text).toContain('| Oefenen met wat in het plan staat |  |  |  | R A |  |  |');
        expect(text).toContain('| Overdracht: Van hulpverlener naar behandelaar |  |  |  | R A | R I |  |');
        // before the handover the one, after it the other
        expect(text).toContain('| Overleggen met en melden bij Veilig Thuis | R | S | A | A |  |  |');
        expect(text).toContain('Staat A bij een stap in meer kolommen');
    });

    it('have an order where it is not said how long steps take', async () => {
        const one = await caseFrom('interventie Kort "Kort" { aanpak { stap A "Eerst" { } stap B "Dan" { } } }');
        const text = markdown('matrices', one);
        expect(text).toContain('De kolommen zijn een volgorde en geen tijd');
        expect(text).toMatch(/\| Eerst \| {2}\| ● \| {2}\|/);
    });
});

it.each(['markdown', 'werkblad'])(
    '%s of a working-out says what of its base has no name and is not taken over',
    async (id) => {
        const BASE = `interventie Basis "De basis" {
  samenvatting "Kort."
  duur 2 weken
  cijfer "gezinnen" 12
  effect "rust" aangetoond
  effect "steun" aangetoond
  onderbouwing { theorie "Steun helpt." werkzaam element "Blijven komen" }
  uitvoering { kosten "100 euro" locatie "thuis" }
}`;
        const HERE = `interventie Hier "Hier" uitwerking van Basis { duur 3 weken uitvoering { locatie "in de wijk" } }`;
        const one = (await casesOf(`${BASE}\n${HERE}`)).find((c) => c.name === 'Hier');
        const text = one ? markdown(id, one) : '';
        expect(text).toContain('**Hier niet gezegd:**');
        expect(text).not.toContain('**Niet overgenomen:**');
        expect(text).toContain('- **De interventie zelf:** samenvatting, cijfer en effect (2 ×)\n');
        expect(text).toContain('- **Uitvoering:** kosten\n');
        expect(text).toContain('- **Onderbouwing:** theorie en werkzaam element\n');
        expect(text).toContain(
            'Hierover zegt deze uitwerking zelf niets. Wat zij niet van De basis overneemt, staat bij “Wat er plaatselijk anders is”.',
        );
        expect(text).not.toContain('Hierover zegt het draaiboek niets');
    },
);

it('lists in the manual what is open of how it is done, and not of studies or money', async () => {
    const text = markdown(
        'handleiding',
        await caseFrom(`
interventie Kort "Kort" {
  kosten onbekend
  duur onbekend
  doel onbekend
  rol R { opleiding onbekend }
  aanpak { toegang onbekend stap A { door R contacten onbekend } einde Klaar }
  onderzoek O "Het onderzoek" { periode onbekend gepland { deelnemers onbekend } }
  samenwerking met "het wijkteam" { doel onbekend }
}`),
    );
    const list = text.slice(text.indexOf('## Wat nog openstaat'));
    expect(list.match(/^\| [a-z][^|]*\| [^|]*/gm)?.map((row) => row.trim())).toEqual([
        '| duur | de interventie',
        '| doel | de interventie',
        '| opleiding | R',
        '| toegang | aanpak',
        '| contacten | A',
    ]);
});

it('says what is open of a part of a study by the title of the study, and a subject before a colon', async () => {
    const text = markdown(
        'werkblad',
        await caseFrom(`
interventie Kort "Kort" {
  cijfer "gezinnen in 2025" 12
  vraag "Helpt het?" "soms"
  onderzoek O "Het onderzoek" { gepland { deelnemers onbekend } }
}`),
    );
    expect(text).toContain('| deelnemers | Het onderzoek (gepland) |');
    expect(text).toContain('**gezinnen in 2025**: 12');
    expect(text).toContain('**Helpt het?** soms');
});

describe('the TIDieR report', () => {
    it('tells of twelve items what answers them, what is open and what is not there', async () => {
        const text = markdown(
            'tidier',
            await caseFrom(
                `interventie Kort "Kort" { duur 2 weken frequentie onbekend uitvoering { locatie plaatselijk } }`,
            ),
        );
        const rows = [...text.matchAll(/^\| (\d+)\. /gm)].map((m) => Number(m[1]));
        expect(rows).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        expect(text).toMatch(/\| 3\. Wat: materialen \|[^|]*\| \*\*staat er niet\*\* \| — \|/);
        expect(text).toMatch(/\| 7\. Waar \|[^|]*\| \*\*nog open\*\* \| Locatie \(1 × plaatselijk\) \|/);
        expect(text).toMatch(/\| 8\. Wanneer en hoeveel \|[^|]*\| .*staat er|deels open/);
    });

    it('takes what is unknown as a whole for open, not for absent', async () => {
        const wholes = ['doel', 'onderbouwing', 'uitvoering', 'onderzoek', 'aanpak'];
        const lines = wholes.map((whole) => `${whole} onbekend`).join('\n');
        const text = markdown('tidier', await caseFrom(`interventie Kort "Kort" {\n${lines}\n}`));
        const absent = [...text.matchAll(/^\| (\d+)\. .*staat er niet/gm)].map((m) => Number(m[1]));
        expect(absent).toEqual([3, 5]);
        const list = text.slice(text.indexOf('## Wat nog openstaat'));
        expect(wholes.filter((whole) => !list.includes(`| ${whole} | de interventie |`))).toEqual([]);
    });

    it('counts what the interventie does, not what a study or working together says, and lists what it counts', async () => {
        const text = markdown(
            'tidier',
            await caseFrom(`
interventie Kort "Kort" {
  kenmerk "groep of alleen" onbekend
  onderbouwing { factor onbekend factor F "Steun" werkzaam element onbekend }
  indicator Tevreden { instrument "vragenlijst" }
  onderzoek O { doel onbekend uitkomst onbekend gerealiseerd onbekend }
  samenwerking met "het wijkteam" { doel onbekend frequentie "af en toe" }
}`),
        );
        const state = (number: number) => text.match(new RegExp(`^\\| ${String(number)}\\. .*`, 'm'))?.[0];
        expect(state(2)).toContain('**deels open** | Factor (1 ×, 1 × onbekend); Werkzaam element (1 × onbekend) |');
        expect(state(3)).toContain('staat er niet');
        expect(state(6)).toContain('staat er niet');
        expect(state(8)).toContain('staat er niet');
        expect(state(12)).toContain(
            '**nog open** | Uitkomst (1 × onbekend); Onderzoek, gepland en gerealiseerd (1 × onbekend) |',
        );
        const list = text.slice(text.indexOf('## Wat nog openstaat'));
        expect(list.match(/^\| [a-z][^|]*\| [^|]*/gm)?.map((row) => row.trim())).toEqual([
            '| factor | onderbouwing',
            '| werkzaam element | onderbouwing',
            '| uitkomst | O',
            '| gerealiseerd | O',
        ]);
    });
});

it.each([
    ['ouders', ['versie | de interventie', 'voor ouders | A', 'door | A', 'naar | H', 'toestemming van | H']],
    ['record', ['doel | de interventie', 'onderbouwing | de interventie', 'erkenning | de interventie']],
])('%s names what is unknown in it once more at its end', async (output, expected) => {
    const open = ['versie', 'doel', 'onderbouwing', 'erkenning'].map((whole) => `${whole} onbekend`).join('\n');
    const step = 'aanpak { stap A { door onbekend voor ouders onbekend } einde Klaar }';
    const handover = 'overdracht H van R naar onbekend { geheimhouding toestemming van onbekend }';
    const text = markdown(output, await caseFrom(`interventie X "X" {\n${open}\nrol R\n${step}\n${handover}\n}`));
    const list = text.slice(text.indexOf('## Wat nog openstaat'));
    expect(expected.filter((row) => !list.includes(`| ${row} |`))).toEqual([]);
});

describe('the version for parents', () => {
    it('says what happens and what is shared in the words of the protocol, and lists what to look at', async () => {
        const [one] = await casesOf(PATH);
        const text = markdown('ouders', one ?? expect.fail());
        expect(text).toContain('1. **Plan maken**, met de werker\n\n   Samen maken wij een plan');
        expect(text).toMatch(
            /Van de werker naar de ander\*\*[\s\S]*Wat er gedeeld wordt: Het plan[\s\S]*Wie daarvoor toestemming geeft: het gezin/,
        );
        const list = text.slice(text.indexOf('Voor wie dit stuk maakt'));
        expect(list).toMatch(
            /zonder tekst “voor ouders”\*\*\n\n- de interventie zelf\n- stap: Oefenen\n- overdracht: Van werker naar ander\n- einde: Het gezin kan verder/,
        );
        expect(list).toMatch(/Samen maken wij een plan, .* \(24\)/);
    });

    it('finds long sentences and words of professionals, not those that are explained', () => {
        const long = `${'woord '.repeat(20)}einde.`;
        expect(longSentences(`Kort. ${long.charAt(0).toUpperCase()}${long.slice(1)} Ook kort.`)).toHaveLength(1);
        expect(
            unexplainedTerms('De VT-organisatie vraagt een JGZ-arts, MDO’s en een kern-regisseur.', new Set(['jgz'])),
        ).toEqual(['VT-organisatie', 'MDO’s', 'kern-regisseur']);
        // of a word that is explained another one may be made that is not
        expect(unexplainedTerms('Een indicatie, een contra-indicatie.', new Set(['indicatie']))).toEqual([
            'contra-indicatie',
        ]);
        expect(unexplainedTerms('De JGZ doet een intake, outreachend, met regie.', new Set(['regie']))).toEqual([
            'JGZ',
            'intake',
            'outreachend',
        ]);
    });
});

describe('the table of data', () => {
    it('says which document holds what, goes where, on which ground, kept how long, and what is not said', async () => {
        const [one] = await casesOf(PATH);
        const text = markdown('gegevens', one ?? expect.fail());
        expect(text).toContain(
            '| Het plan | gezondheidsgegevens | Plan maken, door de werker | Oefenen | de ander | bewaartermijn: 20 jaar |',
        );
        expect(text).toContain(
            '| Van werker naar ander | de werker | de ander | Het plan | — | toestemming van het gezin | — |',
        );
        expect(text).toContain(
            '- Een kladje: wat het bevat, op welke grond, hoelang het bewaard blijft, hoe vertrouwelijk het is',
        );
    });
});

describe('what stands in an activity or an escalation', () => {
    const ACTIVITIES = `interventie Vg "Vg" {
  intensiteit ongeveer 60 uur per gezin
  doel Weer "Weer naar school" { subdoel Rust "Rust thuis" }
  rol Coach
  rol GW "Gedragswetenschapper"
  document Plan
  document Advies
  gegeven veilig: ja/nee
  gegeven vlot: ja/nee
  aanpak {
    stap Maken { door Coach
      activiteit "Vaststellen" { door GW vereist Advies levert Plan bepaalt veilig } }
    einde Klaar { geslaagd }
    escalatie Vast { vanuit Maken door Coach levert Advies bepaalt vlot daarna: Klaar }
  }
  overdracht Over van Coach naar GW { vanuit Maken pas als veilig informatie Plan }
}`;

    it('is told in the table of data, on the cards and in the matrix of roles, of who does it', async () => {
        const one = await caseFrom(ACTIVITIES);
        const data = markdown('gegevens', one);
        expect(data).toMatch(/\| Plan \| Maken, door Gedragswetenschapper \| — \|/);
        expect(data).toMatch(/\| Advies \| Vast, door Coach \| Maken \|/);
        expect(data).toMatch(/\| veilig \| ja of nee \| Maken \|\n\| vlot \| ja of nee \| Vast \|/);
        expect(markdown('matrices', one)).toMatch(/\| Maken \| R \| S \|/);
        const cards = markdown('rolkaarten', one);
        expect(cards).toContain('| Waarmee | Resultaat |');
        expect(cards.slice(cards.indexOf('## Gedragswetenschapper'))).toMatch(
            /\| Maken; daarin: Vaststellen \| — \| vereist: Advies \| levert: Plan; maakt bekend: veilig \(ja of nee\) \|/,
        );
    });

    it('parents read when something is shared, professionals how much there is and what serves which goal', async () => {
        const one = await caseFrom(ACTIVITIES);
        expect(markdown('ouders', one)).toContain('- Alleen als: veilig');
        const manual = markdown('handleiding', one);
        expect(manual).toContain('**Intensiteit:** ongeveer 60 uur per gezin');
        expect(manual).toMatch(/- Weer naar school\n\n? *- Rust thuis/);
        expect(manual).toContain('Stroomschema met 1 stap en 1 opschaling,');
    });
});

describe('the table of what is decided locally', () => {
    it('sets the value of each working-out beside what the protocol says', () => {
        const text = markdown('plaatselijk', example('Gezinspad'));
        expect(text).toContain('| Wat | Waarvan | Wat het draaiboek zegt | Gezinspad Breda |');
        expect(text).toMatch(
            /\| locatie \| uitvoering \| \*\*\[plaatselijk\]\*\*: Bij het gezin thuis[^|]*\| Bij het gezin thuis, of in een van de huizen van de wijk\. \|/,
        );
        expect(text).toContain('| Gezinspad Breda | stap Horen hoe het op school gaat | vervalt |');
    });

    it('says what nobody filled in yet', async () => {
        const [one] = await casesOf(`
interventie Basis "Basis" { uitvoering { kosten plaatselijk } }
interventie Stad "De stad" uitwerking van Basis { }`);
        expect(markdown('plaatselijk', one ?? expect.fail())).toMatch(
            /\| kosten \| uitvoering \| \*\*\[plaatselijk\]\*\* \| \*nog niet ingevuld\* \|/,
        );
    });
});

describe('what belongs together stays together', () => {
    const TEXT = `interventie X "x" {
        rol W rol H rol K is cliënt
        intensiteit ongeveer 60 uur per gezin, "directe cliënttijd; reistijd en overleg met de school tellen niet mee"
        principe "Een tekst die langer is dan veertig tekens, en nog een stukje", "Een tweede"
        aanpak {
            stap A "Kennismaken" { door W  contacten 2  frequentie elke 6 weken }
            stap B "Oefenen" { door H  activiteit "Bellen" { frequentie 1 keer per week } }
            einde E
        }
        overdracht O van W naar H { vanuit A  geheimhouding toestemming van K, W, H }
    }`;
    const lines = async (id: string) => markdown(id, await caseFrom(TEXT)).split('\n');

    it('a long text about an amount is no item of its own', async () => {
        expect(await lines('markdown')).toContainEqual(
            expect.stringMatching(/^- .*ongeveer 60 uur per gezin, directe cliënttijd; reistijd en overleg/),
        );
        expect((await lines('markdown')).filter((l) => /^ *- +(- )?Een t/.test(l))).toHaveLength(2);
    });

    it('whose consent is needed is of all of them', async () => {
        const found = (await lines('markdown')).find((l) => l.includes('toestemming van'));
        expect(found?.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')).toMatch(/toestemming van K, W en H/);
        expect((await lines('ouders')).find((l) => l.includes('toestemming geeft'))).toMatch(/K, W en H/);
    });

    it('how often something happens is no number of contacts', async () => {
        const all = await lines('markdown');
        const head = all.findIndex((l) => l.includes('| Contacten en frequentie |'));
        expect(all[head + 2]).toMatch(/\| 2; frequentie: elke 6 weken \|/);
        expect(all[head + 3]).toMatch(/\| frequentie: Bellen: 1 keer per week \|/);
    });
});

describe('what a reader takes from a document is true', () => {
    it('the form has the order, length and frequency of an approach where it asks for them', async () => {
        const one = await caseFrom(`interventie X "X" { aanpak {
  volgorde "Eerst praten."
  duur ongeveer 6 maanden
  frequentie 1 keer per week
  werkwijze outreachend
} }`);
        const text = markdown('werkblad', one);
        const design = /#+ Opzet van de interventie\n([\s\S]*?)\n#+ Inhoud/.exec(text)?.[1] ?? '';
        expect(design).toContain('Eerst praten.');
        expect(design).toContain('ongeveer 6 maanden');
        expect(design).toContain('1 keer per week');
        expect(design).not.toContain('zegt het draaiboek niets');
        expect(text.split('Eerst praten.')).toHaveLength(2);
    });

    it('the entry in a database says how firm something is, as every document does', async () => {
        const one = await caseFrom(`interventie X "X" {
  locatie veelal "thuis"
  doelgroep D "Ouders" {
    contra-indicatie veelal "ouders met een eigen behandelplan"
    omschrijving mogelijk "ouders van jonge kinderen"
  }
}`);
        const text = markdown('record', one);
        expect(text).toContain('| Locatie | veelal thuis |');
        expect(text).toContain('Contra-indicatie: veelal ouders met een eigen behandelplan');
        expect(text).toContain('mogelijk ouders van jonge kinderen');
    });

    it('what is open as a whole is not told as not there, and is in the list of what is open', async () => {
        const one = await caseFrom('interventie X "X" { document onbekend overdracht onbekend }');
        const cards = markdown('overdrachtskaarten', one);
        expect(cards).toContain('Of er iets wordt overgedragen, en hoe, staat nog open.');
        expect(cards).toMatch(/Wat nog openstaat[\s\S]*\| overdracht \|/);
        const data = markdown('gegevens', one);
        expect(data).toContain('Welke documenten en overdrachten er zijn, staat nog open');
        expect(data).toMatch(/Wat nog openstaat[\s\S]*\| document \|/);
    });

    it('who did a study is no open question of parents, nor of who does which step', async () => {
        const one = await caseFrom(`interventie X "X" {
  doel D "Rust"
  onderzoek O "Het onderzoek" { door onbekend }
}`);
        expect(markdown('ouders', one)).not.toContain('Het onderzoek');
        expect(markdown('matrices', one)).not.toContain('Het onderzoek');
    });
});

describe('what a reader of a document asks', () => {
    const TEXT = `
organisatie Wijk "het wijkteam"
rol Huisarts "de huisarts"
rol Werker "de werker" van Wijk
interventie Pad "Het pad" {
  kenmerk "Delen van informatie" "alleen met toestemming"
  werkwijze "preventief"
  werkwijze "integraal"
  biedt "rust"
  gegeven zorg-gedeeld: ja/nee "Er is gedeelde zorg"
  gegeven kaal: ja/nee
  onderzoek A { gerealiseerd { uitkomst "gelukt" } }
  onderzoek B { gepland { opzet "brief" } gerealiseerd { opzet "gesprek" } }
  aanpak {
    toegang veelal via Huisarts
    toegang via Wijk
    toegang als zorg-gedeeld
    inzet 2 medewerkers als "er is ruzie"
    fase Begin "Het begin" { }
  }
}
interventie Stad "De stad" uitwerking van Pad { vervalt gegeven zorg-gedeeld omdat "dat weten wij niet" }`;
    const written = async (id: string) => markdown(id, (await casesOf(TEXT))[0] ?? expect.fail());

    it('the form calls a fact by its title, and has features where nobody takes them for the colophon', async () => {
        const text = await written('werkblad');
        expect(text).toContain('| Er is gedeelde zorg | ja of nee |');
        expect(text).toContain('| kaal | ja of nee |');
        expect(text).not.toContain('zorg-gedeeld');
        expect(text.indexOf('Delen van informatie')).toBeGreaterThan(text.indexOf('## Wat het werkblad niet vraagt'));
    });

    it('the entry says each thing in a line of its own, with its name once', async () => {
        const text = await written('record');
        const approach = text.slice(text.indexOf('## Aanpak'), text.indexOf('## Onderbouwing'));
        expect(approach).toContain('Werkwijze:\n\n- preventief\n- integraal\n\nBiedt: rust');
        expect(approach).toContain('Toegang via:\n\n- veelal de huisarts\n- het wijkteam');
        const open = markdown('record', await caseFrom('interventie X "X" { aanpak { toegang onbekend } }'));
        expect(open).toMatch(/## Aanpak\n\n## Onderbouwing/);
    });

    it('who a case comes in through reads so on the card', async () => {
        const text = await written('rolkaarten');
        expect(text).toMatch(/## de huisarts\n\n- \*\*Toegang:\*\* veelal via mij/);
        expect(text).toMatch(/## de werker\n(.*\n)+?- \*\*Toegang:\*\* via het wijkteam/);
    });

    it('what a place leaves out is called by its title', async () => {
        expect(await written('plaatselijk')).toContain('| De stad | gegeven Er is gedeelde zorg | vervalt |');
    });

    it('research that was only carried out says nothing of what was changed', async () => {
        const text = await written('tidier');
        expect(text).toMatch(/^\| 12\. .*Onderzoek, gepland en gerealiseerd \(1 ×\) \|$/m);
        expect(text).toMatch(/^\| 10\. .*staat er niet\*\* \| — \|$/m);
        expect(text).toMatch(/^\| 9\. .*Inzet onder een voorwaarde \(1 ×\) \|$/m);
    });

    it('phases without steps are no lack of phases', async () => {
        expect(await written('handleiding')).toContain('Het draaiboek noemt geen stappen in de fasen');
    });
});
