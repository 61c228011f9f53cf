import type { LangiumDocument } from 'langium';
import { describe, expect, test } from 'vitest';
import type { ProtocolFile } from '../../language/generated/ast.js';
import { contextIn } from '../../language/messages/statements/contexts.js';
import { findingsOf } from '../../language/rules/check.js';
import { modelOf } from '../../language/workspace.js';
import { htmlGenerator } from '../../language/generate/html/generator.js';
import { markdownGenerator } from '../../language/generate/markdown/generator.js';
import { caseFrom, textOf } from './generate/support.js';
import { bare } from './support/bare.js';
import { arrowsOf } from './support/flow.js';
import { link, protocol, services } from './support/language.js';
import { pieceAt } from './support/places.js';

/** In which block a statement stands, the statement, and what the model lists as open: what of which element. */
const OPEN: readonly (readonly [block: string, statement: string, ...items: string[]])[] = [
    ['stap', 'levert onbekend', 'levert van Gesprek'],
    ['stap', 'vereist veelal plaatselijk "p" volgens Handboek', 'vereist van Gesprek'],
    ['stap', 'bepaalt onbekend omdat "o"', 'bepaalt van Gesprek'],
    ['stap', 'volgt onbekend', 'volgt van Gesprek'],
    ['activiteit', 'levert onbekend', 'levert van Overleg met de melder'],
    ['stap', 'werkt aan onbekend werkt aan plaatselijk', 'werkt aan van Gesprek', 'werkt aan van Gesprek'],
    ['stap', 'daarna plaatselijk "p"', 'daarna van Gesprek'],
    ['stap', 'daarna: onbekend', 'daarna van Gesprek'],
    ['daarna', 'als zorg-gedeeld: plaatselijk', 'daarna van Gesprek'],
    ['daarna', 'als onbekend: Plan', 'als van Gesprek'],
    ['stap', 'termijn 3 dagen anders: Plan hoogstens plaatselijk keer', 'hoogstens … keer van Gesprek'],
    ['stap', 'termijn 3 dagen anders: Plan hoogstens onbekend omdat "o" keer', 'hoogstens … keer van Gesprek'],
    ['stap', 'termijn 2 weken anders: onbekend omdat "o"', 'termijn anders van Gesprek'],
    ['overdracht', 'termijn 2 weken anders: plaatselijk', 'termijn anders van NaarHulp'],
    ['overdracht', 'bij uitblijven: onbekend', 'bij uitblijven van NaarHulp'],
    ['aanpak', 'altijd als "acuut": onbekend', 'altijd als van aanpak'],
    ['aanpak', 'altijd als "acuut": plaatselijk "p", hervat daarna', 'altijd als van aanpak'],
    ['stap', 'pas als onbekend', 'pas als van Gesprek'],
    ['stap', 'door Gezinswerker met onbekend', 'met van Gesprek'],
    ['aanpak', 'toegang als onbekend', 'toegang als van aanpak'],
    ['aanpak', 'altijd als plaatselijk: Plan', 'altijd als van aanpak'],
    ['aanpak', 'escalatie Nood door onbekend', 'door van Nood'],
    ['aanpak', 'fase Later van onbekend omdat "o"', 'fase van Later'],
    ['interventie', 'rol Tolk van onbekend', 'van van Tolk'],
    ['interventie', 'rol Tolk van plaatselijk, is cliënt', 'van van Tolk'],
    ['interventie', 'gegeven tolk: onbekend', 'gegeven van tolk'],
    ['interventie', 'gegeven tolk: plaatselijk "Er is een tolk"', 'gegeven van tolk'],
    ['interventie', 'gegeven taal: een van onbekend', 'gegeven van taal'],
    ['interventie', 'doel Later plaatselijk na onbekend', 'doel van Later', 'na van Later'],
    ['interventie', 'overdracht Later van onbekend naar plaatselijk', 'van van Later', 'naar van Later'],
    ['overdracht', 'bevestiging door onbekend binnen 2 dagen', 'bevestiging door van NaarHulp'],
    ['overdracht', 'bevestiging door Hulpverlener binnen onbekend', 'bevestiging binnen van NaarHulp'],
    ['overdracht', 'gesprekken 2 met onbekend', 'met van NaarHulp'],
    ['overdracht', 'actie "Bellen" door onbekend binnen plaatselijk', 'door van NaarHulp', 'binnen van NaarHulp'],
    ['overdracht', 'geheimhouding toestemming van onbekend', 'toestemming van van NaarHulp'],
    ['interventie', 'effect "rust" onbekend omdat "o"', 'effect van rust'],
    ['effect', 'betreft onbekend', 'betreft van bereik van gezinnen'],
    ['bestand', 'begrip Steunfiguur onbekend', 'begrip van Steunfiguur'],
    ['stap', 'termijn 3 werkdagen na onbekend', 'termijn na van Gesprek'],
    ['escalatie', 'binnen 3 werkdagen na onbekend omdat "o"', 'binnen na van Noodgeval'],
    ['overdracht', 'bevestiging binnen 5 dagen na plaatselijk', 'bevestiging binnen na van NaarHulp'],
    ['overdracht', 'actie "Bellen" binnen 2 dagen na onbekend', 'binnen na van NaarHulp'],
    ['overdracht', 'gesprekken met onbekend', 'met van NaarHulp'],
    ['interventie', 'doelgroep onbekend omdat "o" volgens Handboek', 'doelgroep van Gezinspad'],
    ['interventie', 'doelgroep plaatselijk', 'doelgroep van Gezinspad'],
    ['interventie', 'erkenning onbekend', 'erkenning van Gezinspad'],
    ['interventie', 'onderzoek onbekend afgeleid', 'onderzoek van Gezinspad'],
    ['interventie', 'document onbekend', 'document van Gezinspad'],
    ['interventie', 'effect onbekend', 'effect van Gezinspad'],
    ['interventie', 'doel onbekend', 'doel van Gezinspad'],
    ['interventie', 'indicator onbekend', 'indicator van Gezinspad'],
    ['interventie', 'onderbouwing onbekend', 'onderbouwing van Gezinspad'],
    ['interventie', 'uitvoering plaatselijk "p"', 'uitvoering van Gezinspad'],
    ['interventie', 'overdracht onbekend', 'overdracht van Gezinspad'],
    ['interventie', 'aanpak onbekend', 'aanpak van Gezinspad'],
    ['doel', 'subdoel onbekend indicator onbekend', 'subdoel van Rust', 'indicator van Rust'],
    ['onderbouwing', 'factor onbekend', 'factor van onderbouwing'],
    ['onderbouwing', 'werkzaam element onbekend', 'werkzaam element van onderbouwing'],
    ['onderzoek', 'effect onbekend', 'effect van Dossierstudie'],
    ['aanpak', 'escalatie onbekend', 'escalatie van aanpak'],
    ['interventie', 'uitspraak van onbekend omdat "o" "Fijn."', 'uitspraak van van Gezinspad'],
    ['interventie', 'opmerking van onbekend "Klopt dit?"', 'opmerking van van Gezinspad'],
    ['opmerking', 'reactie van onbekend "Ja."', 'reactie van van Gezinspad'],
    ['bestand', 'interventie Verder vervolg op onbekend', 'vervolg op van Verder'],
    ['stap', 'contacten hoogstens onbekend', 'contacten van Gesprek'],
    ['stap', 'contacten hoogstens onbekend gesprekken', 'contacten van Gesprek'],
    ['stap', 'frequentie minstens plaatselijk keer per 2 weken "p"', 'frequentie van Gesprek'],
    ['stap', 'pas als eerdere-contacten minstens onbekend keer', 'pas als van Gesprek'],
    ['overdracht', 'geheimhouding uitzondering onbekend', 'geheimhouding uitzondering van NaarHulp'],
    ['overdracht', 'geheimhouding veelal uitzondering plaatselijk "p"', 'geheimhouding uitzondering van NaarHulp'],
    ['interventie', 'versie plaatselijk "p" van 2026', 'versie van Gezinspad'],
    ['indicator', 'norm minstens onbekend omdat "o"', 'norm van Bereik'],
    ['indicator', 'norm minstens plaatselijk', 'norm van Bereik'],
    ['stap', 'herhaal hoogstens onbekend keer tot zorg-gedeeld', 'herhaal van Gesprek'],
    ['stap', 'herhaal tot zorg-gedeeld, hoogstens onbekend keer', 'herhaal van Gesprek'],
    ['stap', 'herhaal hoogstens plaatselijk keer tot zorg-gedeeld', 'herhaal van Gesprek'],
    ['stap', 'herhaal tot zorg-gedeeld, hoogstens plaatselijk "o" keer', 'herhaal van Gesprek'],
    ['indicator', 'meting 5 van onbekend trajecten', 'meting van Bereik'],
    ['doelgroep', 'leeftijd vanaf 2 tot onbekend', 'leeftijd van Grootouders'],
    ['doelgroep', 'leeftijd vanaf onbekend tot 6 jaar', 'leeftijd van Grootouders'],
    ['aanpak', 'fase F van aanmelding tot onbekend', 'fase van F'],
    ['interventie', 'rol Tolk iemand anders dan onbekend', 'iemand anders dan van Tolk'],
    ['aanpak', 'contactbudget hoogstens 5 contactmomenten van onbekend', 'contactbudget van van aanpak'],
    ['bestand', 'interventie Elders uitwerking van onbekend', 'uitwerking van van Elders'],
    ['stap', 'door Gezinswerker, onbekend', 'door van Gesprek'],
    ['stap', 'levert Gezinsplan, onbekend', 'levert van Gesprek'],
    ['stap', 'vereist Gezinsplan, plaatselijk', 'vereist van Gesprek'],
    ['overdracht', 'informatie Gezinsplan, onbekend', 'informatie van NaarHulp'],
    ['stap', 'activiteit onbekend', 'activiteit van Gesprek'],
    ['interventie', 'versie "2" stand onbekend', 'stand van de versie van Gezinspad'],
    ['bestand', 'toetsingskader Later van onbekend omdat "o"', 'toetsingskader van van Later'],
    ['bevinding', 'opvolging "Bellen" door onbekend', 'opvolging door van opvolging'],
    ['bevinding', 'opvolging "Bellen" door Gemeente voor plaatselijk "p"', 'opvolging voor van opvolging'],
    ['interventie', 'onbekend aantal stappen omdat "o"', 'stappen van Gezinspad'],
    ['aanpak', 'plaatselijk aantal stappen', 'stappen van aanpak'],
    ['interventie', 'partner Huisarts, onbekend', 'partner van Gezinspad'],
    ['interventie', 'samenwerking met Wijkteam, plaatselijk "p" { afspraak "a" }', 'samenwerking van samenwerking'],
    ['aanpak', 'toegang via Huisarts, onbekend omdat "o"', 'toegang van aanpak'],
    [
        'aanpak',
        'escalatie Nood door Coördinator, onbekend naar Gemeente, plaatselijk',
        'door van Nood',
        'naar van Nood',
    ],
    ['escalatie', 'vanuit Signaal, onbekend', 'vanuit van Noodgeval'],
    ['stap', 'door Gezinswerker met Coördinator, onbekend', 'met van Gesprek'],
    ['stap', 'werkt aan gedeelde-zorg, onbekend', 'werkt aan van Gesprek'],
    ['stap', 'bepaalt zorg-gedeeld, onbekend', 'bepaalt van Gesprek'],
    ['stap', 'volgt SamenBeslissen, onbekend', 'volgt van Gesprek'],
    ['stap', 'begint bij "melding" of onbekend', 'begint bij van Gesprek'],
    ['overdracht', 'gesprekken 2 met Gezinswerker, onbekend', 'met van NaarHulp'],
    ['overdracht', 'gesprekken met Gezin, onbekend', 'met van NaarHulp'],
    ['overdracht', 'geheimhouding toestemming van Gezin, onbekend', 'toestemming van van NaarHulp'],
    ['interventie', 'doel Later onbekend na Verder, onbekend', 'doel van Later', 'na van Later'],
    ['doel', 'subdoel eten onbekend na gedeelde-zorg, onbekend', 'subdoel van eten', 'na van eten'],
    ['onderbouwing', 'factor Ruimte beïnvloed door gedeelde-zorg, onbekend', 'beïnvloed door van Ruimte'],
    ['onderbouwing', 'werkzaam element "Rust" in Signaal, onbekend', 'werkzaam element in van Rust'],
    ['effect', 'betreft gedeelde-zorg, onbekend', 'betreft van bereik van gezinnen'],
    ['interventie', 'rol Tolk van JGZ of onbekend', 'van van Tolk'],
    ['interventie', 'document Later over "slapen", onbekend', 'over van Later'],
    ['interventie', 'tegenspraak "Hoe lang?" tussen "zes weken" en onbekend omdat "o"', 'tegenspraak van Gezinspad'],
    ['indicator', 'norm minstens 80 % na onbekend', 'norm na van Bereik'],
    ['indicator', 'meting 61 van 78 gezinnen na plaatselijk', 'meting na van Bereik'],
    ['stap', 'pas als eerdere-contacten minstens onbekend', 'pas als van Gesprek'],
    ['daarna', 'als eerdere-contacten meer dan onbekend omdat "o" en zorg-gedeeld: Plan', 'als van Gesprek'],
    ['daarna', 'als eerdere-contacten hoogstens plaatselijk: Plan', 'als van Gesprek'],
    ['stap', 'herhaal tot eerdere-contacten minstens onbekend', 'herhaal tot van Gesprek'],
    ['stap', 'herhaal plaatselijk "p" keer tot zorg-gedeeld', 'herhaal van Gesprek'],
    ['stap', 'herhaal onbekend omdat "o" keer', 'herhaal van Gesprek'],
    ['stap', 'klaar als veelal onbekend', 'klaar als van Gesprek'],
    ['aanpak', 'toegang als "het gezin wil" en onbekend omdat "o"', 'toegang als van aanpak'],
    ['daarna', 'als plaatselijk "p" of zorg-gedeeld: Plan', 'als van Gesprek'],
    ['aanpak', 'einde onbekend omdat "o" volgens Handboek', 'einde van aanpak'],
    ['overdracht', 'sluit af na gesprek onbekend omdat "o"', 'sluit af na gesprek van NaarHulp'],
    [
        'overdracht',
        'bevestiging binnen 5 dagen na gesprek plaatselijk "p"',
        'bevestiging binnen na gesprek van NaarHulp',
    ],
    ['onderzoek', 'gepland onbekend omdat "o"', 'gepland van Dossierstudie'],
    ['onderzoek', 'gerealiseerd plaatselijk', 'gerealiseerd van Dossierstudie'],
    ['samenwerking', 'dimensie onbekend omdat "o"', 'dimensie van samenwerking'],
    ['interventie', 'effect "rust" plaatselijk "p"', 'effect van rust'],
    [
        'interventie',
        'opmerking van onbekend op onbekend omdat "o" "Klopt dit?"',
        'opmerking van van Gezinspad',
        'opmerking op van Gezinspad',
    ],
    ['interventie', 'ervaring van ouders op onbekend "Fijn."', 'ervaring op van Gezinspad'],
];

const errorsOf = (document: LangiumDocument<ProtocolFile>): readonly string[] =>
    findingsOf(document, services())
        .filter((f) => f.severity === 'error')
        .map((f) => f.message.nl);

describe('what a statement leaves open', () => {
    test.each(OPEN)('in %s: %s', async (block, statement, ...items) => {
        const text = contextIn(block).replace(/^…$/m, () => statement);
        const document = await link(text);
        expect([...document.parseResult.parserErrors, ...document.parseResult.lexerErrors]).toEqual([]);
        const file = modelOf(services(), document);
        const unknowns = [file, ...file.interventions].flatMap((m) => m.unknowns);
        expect(unknowns.map((u) => `${u.what} van ${u.element}`)).toEqual(items);
        for (const { type, at, reason } of unknowns) {
            const word = type === 'unknown' ? 'onbekend' : 'plaatselijk';
            expect(pieceAt(text, at.range)).toMatch(new RegExp(`^((minst|hoogst)ens )?${word}`));
            expect(pieceAt(text, at.range).includes('"')).toBe(reason !== undefined);
        }
        // the text around the statement has errors of its own
        const before = errorsOf(await link(contextIn(block).replace(/^…$/m, '')));
        expect(errorsOf(document).filter((error) => !before.includes(error))).toEqual([]);
    });

    test('has no nameless element for a part that is open as a whole', async () => {
        const parts = ['doelgroep', 'doel', 'indicator', 'effect', 'erkenning', 'onderbouwing', 'uitvoering'];
        const others = ['onderzoek', 'document', 'overdracht', 'aanpak'];
        const p = await protocol(`interventie X { ${[...parts, ...others].map((k) => `${k} onbekend`).join(' ')} }`);
        expect(p.statements.map((s) => s.kind)).toEqual([...parts, ...others]);
        const lists = [p.targetGroups, p.goals, p.indicators, p.effects, p.recognitions, p.rationales, p.deliveries];
        expect([...lists, p.research, p.documents, p.handovers].flat()).toEqual([]);
        expect(p.process).toBeUndefined();
    });

    test('may be what an interventie continues, or name it where it is not described here', async () => {
        const text = (await protocol('interventie X "x" vervolg op "Methode Y" { }')).continuesValue;
        expect(text).toEqual({ type: 'text', text: 'Methode Y' });
        for (const [what, says] of [
            ['"Methode Y"', 'Vervolg op Methode Y'],
            ['onbekend omdat "reden"', 'Vervolg op iets wat onbekend is'],
        ] as const) {
            const one = await caseFrom(`interventie X "x" vervolg op ${what} { }`);
            expect(textOf(markdownGenerator, one)).toContain(says);
            expect(textOf(htmlGenerator, one)).toContain(says);
        }
    });

    test('may be what an interventie works out, or name it where it is not described here', async () => {
        const text = 'interventie X "x" uitwerking van "Methode Y" { vervalt stap Z omdat "te duur" }';
        expect((await protocol(text)).refinesValue).toEqual({ type: 'text', text: 'Methode Y' });
        expect(errorsOf(await link(text)).filter((e) => e.includes('`Z`'))).toEqual([]);
        const one = await caseFrom(text);
        expect(textOf(markdownGenerator, one)).toContain('**Uitwerking van:** Methode Y');
        expect(textOf(htmlGenerator, one)).toContain('Methode Y');
    });

    test('gives a fact whose type is local its title', async () => {
        const p = await protocol(
            'interventie X { gegeven z: plaatselijk "Titel" gegeven y: onbekend omdat "r" "Ook" }',
        );
        expect(bare(p.facts)).toEqual([
            { name: 'z', title: 'Titel', type: 'unspecified', typeValue: { type: 'local' } },
            { name: 'y', title: 'Ook', type: 'unspecified', typeValue: { type: 'unknown', reason: 'r' } },
        ]);
    });
});

describe('where a case goes next, decided locally', () => {
    const daarna = (next: string) =>
        `interventie X { gegeven klaar: ja/nee aanpak { stap A { ${next} } stap B einde E } }`;

    test.each([
        ['daarna onbekend'],
        ['daarna plaatselijk'],
        ['daarna veelal plaatselijk "elke gemeente kiest"'],
        ['daarna: plaatselijk'],
        ['daarna { toelichting "t" } daarna plaatselijk'],
    ])('%s ends what the text knows, and does not go on to the next step', async (next) => {
        expect(arrowsOf(await protocol(daarna(next)))).toEqual(['next A → unknown', '…next B → E']);
    });

    test('in a branch', async () => {
        expect(arrowsOf(await protocol(daarna('daarna { als klaar: plaatselijk anders: B }')))).toEqual([
            'branch A → unknown if klaar is yes',
            'otherwise A → B',
            '…next B → E',
        ]);
    });

    test.each([
        ['stap A { termijn 2 weken anders: onbekend }', '', 'deadline A → unknown'],
        ['stap A altijd als "acuut": onbekend', '', 'interrupt anywhere → unknown'],
        [
            'stap A',
            'rol R rol S overdracht H van R naar S { vanuit A bij uitblijven: onbekend }',
            'fallback A → unknown',
        ],
        [
            'stap A',
            'rol R rol S overdracht H van R naar S { vanuit A termijn 1 dag anders: plaatselijk }',
            'fallback A → unknown',
        ],
    ])('%s %s is an arrow without target: %s', async (approach, besides, arrow) => {
        const arrows = arrowsOf(await protocol(`interventie X { ${besides} aanpak { ${approach} einde E } }`));
        expect(arrows.filter((a) => a.startsWith(arrow.split(' ')[0] ?? ''))).toEqual([expect.stringContaining(arrow)]);
    });

    test('a block that only explains leaves the order as it is', async () => {
        expect(arrowsOf(await protocol(daarna('daarna { toelichting "t" opmerking "o" }')))).toEqual([
            '…next A → B',
            '…next B → E',
        ]);
    });

    test('what the block explains is kept, with how firm it is', async () => {
        const p = await protocol(
            daarna(
                'daarna veelal volgens S { als klaar: B toelichting "t" opmerking "o" tegenspraak "x" tussen "a" en "b" }',
            ),
        );
        const [a] = p.process?.nodes ?? [];
        expect(bare(a && 'next' in a ? a.next : [])).toEqual([
            {
                modality: 'usually',
                provenance: [{ source: 'S' }],
                statements: [{ kind: 'toelichting', values: [{ type: 'text', text: 't' }] }],
                remarks: [{ text: 'o' }],
                contradictions: [{ title: 'x', sides: [{ text: 'a' }, { text: 'b' }] }],
            },
        ]);
    });
});

describe('a document says at the element itself', () => {
    const reasons = `toetsingskader K van onbekend omdat "reden van eigenaar" { oordeel goed thema T { indicator 1.1 } }
    beoordeling B van X aan de hand van K {
        door onbekend omdat "reden van wie" op onbekend omdat "reden van toen" over versie onbekend omdat "reden van welke"
        bevinding 1.1 onbekend omdat "reden van oordeel" {
            opvolging "Bellen" door onbekend omdat "reden van beller" voor onbekend omdat "reden van termijn"
        }
    }
    interventie X "X" vervolg op onbekend omdat "reden van vervolg" {
        doelgroep onbekend omdat "reden van groep"
        onderbouwing { werkzaam element onbekend omdat "reden van element" }
        uitspraak van onbekend omdat "reden van spreker" "Fijn."
        opmerking van onbekend omdat "reden van schrijver" "Hm."
        versie onbekend omdat "reden van versie" van onbekend omdat "reden van datum"
        doel D onbekend omdat "reden van doel"
        aanpak {
            stap A { termijn 2 dagen na onbekend omdat "reden van begin" daarna onbekend omdat "reden van daarna" }
            stap C { daarna { als "x": plaatselijk "reden van tak" } }
        }
    }`;

    test.each([
        'wie',
        'toen',
        'welke',
        'oordeel',
        'beller',
        'termijn',
        'eigenaar',
        'versie',
        'datum',
        'doel',
        'daarna',
        'tak',
        'begin',
        'vervolg',
        'groep',
        'element',
        'spreker',
        'schrijver',
    ])('why %s is open, and again in the list', async (what) => {
        const one = await caseFrom(reasons);
        for (const generator of [markdownGenerator, htmlGenerator]) {
            // the drawings in it say it in their own way
            const written = textOf(generator, one).replace(/<svg[\s\S]*?<\/svg>/g, '');
            // a term stands in the table of the steps as well
            expect(written.split(`reden van ${what}`).length - 1).toBe(what === 'begin' ? 3 : 2);
        }
    });

    test('how firm a statement is, before what it is said of', async () => {
        const one = await caseFrom(`interventie X "X" {
            eigenaar in beginsel "Stichting"
            rol R
            rol S
            doel D "d"
            document P "p"
            document Q "q"
            organisatie JGZ
            aanpak {
                contactbudget veelal 8 contacten van JGZ
                stap A {
                    begint bij veelal "melding"
                    door R met bij voorkeur S, zo nodig R
                    werkt aan bij voorkeur D
                    levert P
                    levert zo nodig Q
                    termijn in beginsel 3 weken voor "de start"
                    herhaal zo nodig hoogstens 2 keer
                    activiteit zo nodig "Huisbezoek"
                    daarna veelal: B
                }
                stap B
                escalatie E door R { binnen 3 dagen na "de melding" }
            }
            periode 1 maart 2024 tot en met 2026-12-31
            overdracht H van R naar S {
                informatie zo nodig P
                gesprekken met veelal R, S
                bevestiging bij voorkeur door S binnen 3 dagen na onbekend
                regie naar in beginsel S
                sluit af na veelal gesprek 2
            }
        }`);
        const markdown = textOf(markdownGenerator, one).replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
        for (const line of [
            '**Eigenaar:** in beginsel: Stichting',
            '**Contactbudget:** veelal 8 contacten van JGZ',
            '**Begint bij:** veelal melding',
            '**Werkt aan:** bij voorkeur d',
            '**Levert:** p; zo nodig q',
            '**Termijn:** in beginsel 3 weken voor de start',
            '**Herhaal:** zo nodig hoogstens 2 keer',
            'zo nodig **Huisbezoek**',
            '**Daarna:** veelal B',
            '**Informatie:** zo nodig p',
            '  - R met bij voorkeur S\n  - met zo nodig R',
            '**Gesprekken:** met veelal R, S',
            '**Binnen:** 3 dagen na de melding',
            '**Periode:** 1 maart 2024 tot en met 31 december 2026',
            '**Bevestiging:** bij voorkeur door S binnen 3 dagen na ',
            '**Regie naar:** in beginsel S',
            '**Sluit af na:** veelal gesprek 2',
        ]) {
            expect(markdown).toContain(line);
        }
    });

    test('how firm it is, between the words with which a statement begins and before a branch', async () => {
        const one = await caseFrom(`interventie X "X" {
            gericht veelal op "gezondheid"
            rol R
            rol S vervuld bij voorkeur door R
            doel D "d"
            organisatie HA "Huisarts"
            samenwerking veelal met HA { afspraak "bellen" }
            onderbouwing { factor F beïnvloed mogelijk door D }
            aanpak {
                stap A {
                    werkt zo nodig aan D
                    begint veelal bij "melding"
                    daarna {
                        veelal als "het gaat goed": B
                        als "wie weet": plaatselijk
                        in beginsel als "het gaat beter": E
                        zo nodig als "het gaat niet": bij voorkeur E hoogstens 1 keer
                        bij voorkeur anders: E
                    }
                }
                stap B
                einde E
            }
            overdracht H van R naar S {
                regie in beginsel naar S
                sluit veelal af na gesprek 2
                geheimhouding toestemming bij voorkeur van R
            }
        }`);
        const markdown = textOf(markdownGenerator, one).replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
        for (const line of [
            '**Gericht op:** veelal gezondheid',
            '**Vervuld door:** bij voorkeur R',
            'Met veelal Huisarts',
            '**Beïnvloed door:** mogelijk d',
            '**Werkt aan:** zo nodig d',
            '**Begint bij:** veelal melding',
            'veelal als “het gaat goed”: B',
            'in beginsel als “het gaat beter”: E',
            'zo nodig als “het gaat niet”: bij voorkeur E (hoogstens 1 keer)',
            'bij voorkeur anders: E',
            '**Regie naar:** in beginsel S',
            '**Sluit af na:** veelal gesprek 2',
            '**Geheimhouding:** toestemming van bij voorkeur R',
        ]) {
            expect(markdown).toContain(line);
        }
    });

    test.each([
        ['circa 6 stappen', 'circa 6'],
        ['5 tot en met 6 stappen, niet benoemd', '5 tot en met 6, niet benoemd'],
        ['6-7 stappen', '6-7'],
        ['diverse stappen', 'diverse'],
        ['onbekend aantal stappen omdat "geteld is er niet"', '**[onbekend]**: geteld is er niet'],
        ['plaatselijk aantal stappen "per wijk"', '**[plaatselijk]**: per wijk'],
    ])('how many steps there are: %s', async (count, shown) => {
        const one = await caseFrom(`interventie X "X" { ${count} }`);
        expect(textOf(markdownGenerator, one)).toContain(`**Aantal stappen:** ${shown}`);
    });

    test('a bound, a reference or one of a list that is unknown, beside what is known', async () => {
        const one = await caseFrom(`interventie X "X" uitwerking van onbekend omdat "geen tekst" {
            versie "2" stand onbekend
            rol R
            rol S iemand anders dan onbekend
            document P "p"
            organisatie JGZ
            aanpak {
                contactbudget hoogstens 5 contacten van onbekend
                stap A {
                    door R, onbekend
                    contacten hoogstens onbekend
                    duur hoogstens onbekend weken
                    frequentie minstens plaatselijk keer per 2 weken
                    levert P, onbekend
                    herhaal hoogstens onbekend keer tot "klaar"
                    activiteit onbekend
                }
                altijd als "brand": onbekend
            }
            overdracht H van R naar S { informatie P, onbekend  geheimhouding uitzondering onbekend  termijn 2 weken anders: onbekend }
        }`);
        const markdown = textOf(markdownGenerator, one).replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
        const open = /\*\*Contacten:\*\* hoogstens (.+)/.exec(markdown)?.[1] ?? '';
        expect(open.toLowerCase()).toContain('onbekend');
        for (const line of [
            `**Uitwerking van:** ${open}: geen tekst`,
            `2, stand ${open}`,
            `**Iemand anders dan:** ${open}`,
            `**Contactbudget:** hoogstens 5 contacten van ${open}`,
            `**Duur:** hoogstens ${open} weken`,
            `**Geheimhouding:** uitzondering: ${open}`,
            `**Door:** R, ${open}`,
            `**Herhaal:** hoogstens ${open}, tot “klaar”`,
            `Altijd als “brand”: ${open}`,
            `**Informatie:** p, ${open}`,
            `**Termijn:** 2 weken, anders ${open}`,
        ]) {
            expect(markdown).toContain(line);
        }
    });

    test('that a list is not complete, behind what is known of it', async () => {
        const one = await caseFrom(`interventie X "X" {
            organisatie HA "Huisarts"
            organisatie JGZ
            rol Gezin is cliënt
            rol R van JGZ of onbekend
            rol S vervuld door bij voorkeur R
            doel D "d"
            doel F na D, onbekend { indicator I { norm minstens 80 % na onbekend  meting 61 van 78 gezinnen na 6 maanden } }
            gegeven n: aantal
            partner HA, onbekend
            samenwerking met HA, onbekend { afspraak "bellen" }
            onderbouwing {
                factor Stress beïnvloed door D, onbekend
                werkzaam element "Rust" in D, onbekend
            }
            tegenspraak "Hoe lang?" tussen "zes weken" en onbekend omdat "het citaat breekt af"
            aanpak {
                toegang via HA, onbekend
                stap A { door R met S, onbekend  daarna { als n minstens onbekend: B  anders: E } }
                stap B
                escalatie Q naar JGZ, onbekend
                einde E
            }
            overdracht H van R naar S {
                gesprekken 2 met R, onbekend
                geheimhouding toestemming van bij voorkeur Gezin, onbekend
            }
        }`);
        const markdown = textOf(markdownGenerator, one).replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
        const open = /\*\*Partners:\*\* Huisarts, (.+)/.exec(markdown)?.[1] ?? '';
        expect(open.toLowerCase()).toContain('onbekend');
        for (const line of [
            `**Via:** Huisarts, ${open}`,
            `Met Huisarts, ${open}`,
            `**Van:** JGZ of ${open}`,
            '**Vervuld door:** bij voorkeur R',
            `**Na:** d, ${open}`,
            `**Norm:** minstens 80 % na ${open}`,
            '**Meting:** 61 van 78 gezinnen na 6 maanden',
            `**In:** d, ${open}`,
            `${open}: het citaat breekt af`,
            `**Door:** R met S, ${open}`,
            `als n minstens ${open}: B`,
            `**Naar:** JGZ, ${open}`,
            `**Gesprekken:** 2 met R, ${open}`,
            `**Geheimhouding:** toestemming van bij voorkeur Gezin en ${open}`,
        ]) {
            expect(markdown).toContain(line);
        }
    });

    test('how firm it is who does something, and what is about so much', async () => {
        const one = await caseFrom(`interventie X "X" {
            rol R
            rol S
            doelgroep K { leeftijd vanaf circa 2 tot circa 6 jaar }
            doelgroep L { leeftijd vanaf ongeveer 6 jaar }
            doel D { indicator I { meting 61 van circa 78 gezinnen } }
            onderbouwing { factor F beïnvloed door mogelijk D }
            aanpak {
                stap A { frequentie 1 keer per 2 tot 3 weken  daarna { als "x": veelal B  anders: E } }
                stap B
                fase V van 0 tot 2 jaar { stap C }
                escalatie Q door bij voorkeur R naar S
                altijd veelal als "brand": B
                einde E
            }
            overdracht H van R naar S {
                actie "bellen" door bij voorkeur S
                bevestiging door bij voorkeur S binnen 5 dagen
            }
        }`);
        const markdown = textOf(markdownGenerator, one).replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
        for (const line of [
            'vanaf circa 2 tot circa 6 jaar',
            'vanaf ongeveer 6 jaar',
            '61 van circa 78 gezinnen',
            '1 keer per 2 tot 3 weken',
            '**Door:** bij voorkeur R',
            'Altijd veelal als “brand”: B',
            'als “x”: veelal B',
            'bellen, door bij voorkeur S',
            '**Bevestiging:** door bij voorkeur S binnen 5 dagen',
            '**Beïnvloed door:** mogelijk D',
        ]) {
            expect(markdown).toContain(line);
        }
    });

    test('what is Markdown, and nothing else as such', async () => {
        const one = await caseFrom(`interventie X "X" {
            principe """Eén **gezin**, één plan."""
            randvoorwaarde "Eén **gezin**, één plan."
            ervaring van "een moeder" """Het was *fijn*."""
            begrip Gezin """Wie er **woont**."""
            opmerking "Klopt *dit*?"
        }`);
        const markdown = textOf(markdownGenerator, one);
        expect(markdown).toContain('**Principe:** Eén **gezin**, één plan.');
        expect(markdown).toContain('**Randvoorwaarde:** Eén \\*\\*gezin\\*\\*, één plan.');
        const html = textOf(htmlGenerator, one);
        expect(html).toContain('Eén <strong>gezin</strong>, één plan.');
        expect(html).toContain('Eén **gezin**, één plan.');
        expect(html).toContain('Het was <em>fijn</em>.');
        expect(html).toContain('Wie er <strong>woont</strong>.');
        expect(html).toContain('Klopt *dit*?');
    });

    test('who is cited for a case and for its lines', async () => {
        const one = await caseFrom(`bron S "Bron"
        interventie X "X" { gegeven klaar: ja/nee aanpak { stap A einde E } }
        scenario "Een week" voor X volgens S "aanhaling een" {
            gegeven klaar is ja volgens S "aanhaling twee"
            bij A: klaar is nee afgeleid omdat "aanhaling drie"
            verwacht einde E volgens S "aanhaling vier"
        }`);
        for (const generator of [markdownGenerator, htmlGenerator]) {
            for (const quote of ['een', 'twee', 'drie', 'vier']) {
                expect(textOf(generator, one)).toContain(`aanhaling ${quote}`);
            }
        }
        expect(bare(one.options.related.scenarios[0]?.given)).toEqual([
            {
                assignments: [{ type: 'fact', fact: '@klaar', value: true }],
                provenance: [{ source: 'S', quote: 'aanhaling twee' }],
            },
        ]);
    });
});
