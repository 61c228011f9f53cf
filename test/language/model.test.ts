import { URI } from 'langium';
import { describe, expect, test } from 'vitest';
import { createDraaiboekServices } from '../../language/draaiboek-module.js';
import type { Protocol } from '../../language/model/protocol.js';
import { loadFiles, modelOf, parseText } from '../../language/workspace.js';
import { bare } from './support/bare.js';
import { inBlock, model, protocol } from './support/language.js';
import { marked, pieceAt, unindent } from './support/places.js';
import { textsOnly } from './support/texts-only.js';

/** The protocol of an interventie that says these lines. */
function says(lines: string): Promise<Protocol> {
    return protocol(inBlock('interventie', unindent(lines)));
}

/** A figure as the model has it. */
function figure(text: string, low: number, unit?: string, bound?: string) {
    return {
        type: 'quantity',
        ...(bound ? { bound } : {}),
        low,
        high: low,
        highIncluded: true,
        ...(unit ? { unit } : {}),
        text,
    };
}

const text = (value: string) => ({ type: 'text', text: value });
const unknown = { type: 'unknown' };

describe('statements', () => {
    test('keyword, subject, values, modality', async () => {
        const p = await says(`
            samenvatting "kort"
            kenmerk "Methode" "gezin", onbekend
            cijfer "uitval" 5 %
            gericht op "a", "b"
            biedt geen "x"
            biedt "z"
            niet primair doel "y"
            leefgebieden wonen, werk, "overig"
            werkwijze veelal outreachend
            vraag "Werkt het?"
            voor ouders "vo"`);
        expect(bare(p.statements)).toEqual([
            { kind: 'samenvatting', values: [text('kort')] },
            { kind: 'kenmerk', subject: 'Methode', values: [text('gezin'), unknown] },
            { kind: 'cijfer', subject: 'uitval', values: [figure('5 %', 5, '%')] },
            { kind: 'gericht op', values: [text('a'), text('b')] },
            { kind: 'biedt geen', values: [text('x')] },
            { kind: 'biedt', values: [text('z')] },
            { kind: 'niet primair doel', values: [text('y')] },
            {
                kind: 'leefgebieden',
                values: [{ type: 'word', word: 'wonen' }, { type: 'word', word: 'werk' }, text('overig')],
            },
            { kind: 'werkwijze', values: [{ type: 'word', word: 'outreachend' }], modality: 'usually' },
            { kind: 'vraag', subject: 'Werkt het?' },
            { kind: 'voor ouders', values: [text('vo')] },
        ]);
    });

    test('remarks of colleagues with their replies, and contradictions', async () => {
        const p = await says(`
            opmerking van "Els" op 2026-03-03 "Klopt dit?" {
                stand afgehandeld
                reactie van Noor op 4-3-2026 "Ja."
            }
            opmerking "Nog doen."
            tegenspraak "zes of vijf" tussen A volgens B en "vijf" volgens C`);
        expect(bare(p.remarks)).toEqual([
            {
                author: 'Els',
                date: '2026-03-03',
                text: 'Klopt dit?',
                state: 'afgehandeld',
                replies: [{ kind: 'reactie', who: 'Noor', date: '2026-03-04', text: 'Ja.' }],
            },
            { text: 'Nog doen.' },
        ]);
        expect(bare(p.contradictions)).toEqual([
            {
                title: 'zes of vijf',
                sides: [
                    { element: '@A', provenance: [{ source: 'B' }] },
                    { text: 'vijf', provenance: [{ source: 'C' }] },
                ],
            },
        ]);
    });
});

describe('provenance', () => {
    test('all parts of a claim, and several of them', async () => {
        const p = await says(`
            duur 6 weken volgens NJi op "blz. 3" "zes weken" aldus "een moeder" volgens STJ aldus Gemeente
            kosten 5 euro afgeleid omdat "geteld"
            looptijd 3 jaar afgeleid`);
        expect(bare(p.statements.map((s) => s.provenance))).toEqual([
            [
                { source: 'NJi', place: 'blz. 3', quote: 'zes weken', speaker: 'een moeder' },
                { source: 'STJ', speaker: 'Gemeente' },
            ],
            [{ derived: true, reason: 'geteld' }],
            [{ derived: true }],
        ]);
    });

    test('said once for a block it holds for all in it, unless that says otherwise', async () => {
        const p = await protocol(`
            interventie X volgens A tenzij anders vermeld {
              duur 6 weken
              kosten 5 euro volgens B
              looptijd 3 jaar afgeleid
              doelgroep G { leeftijd 3 jaar }
              doelgroep H volgens C { leeftijd 3 jaar }
              doelgroep I volgens C tenzij anders vermeld { leeftijd 3 jaar  selectie "s" volgens D }
              bereik 5 gezinnen
              opmerking "van een collega"
            }`);
        const sources = (
            all: readonly { provenance: readonly { source?: string; derived: boolean; fromBlock: boolean }[] }[],
        ) =>
            all.map((s) =>
                s.provenance.map((c) => `${c.source ?? 'derived'}${c.fromBlock ? ' from block' : ''}`).join(),
            );
        expect(sources([p])).toEqual(['A']);
        expect(sources(p.statements)).toEqual(['A from block', 'B', 'derived', 'A from block']);
        expect(sources(p.targetGroups)).toEqual(['A from block', 'C', 'C']);
        expect(p.targetGroups.flatMap((g) => sources(g.statements))).toEqual([
            'A from block',
            'A from block',
            'C from block',
            'D',
        ]);
        expect(sources(p.remarks)).toEqual(['']);
    });

    test('of the block only what is said to hold for all', async () => {
        const p = await protocol('interventie X volgens A volgens B tenzij anders vermeld { duur 6 weken }');
        expect(bare(p.statements[0]?.provenance)).toEqual([{ source: 'B', fromBlock: true }]);
    });
});

describe('what is open', () => {
    test('is listed in the order of the text, with what it is of and why', async () => {
        const p = await says(`
            versie onbekend van onbekend
            eigenaar onbekend omdat "de bron zwijgt"
            kenmerk "Leeg" onbekend, verwacht in 2027
            erkenning { datum onbekend }
            doelgroep G { selectie plaatselijk "de wijk" }
            doel D onbekend { subdoel S onbekend }
            rol R vervuld door onbekend
            aanpak {
                toegang onbekend
                stap A { door onbekend
                    werkt aan plaatselijk
                    activiteit "Bellen" { duur onbekend }
                    daarna { als klaar: A
                        anders: onbekend } }
                escalatie E naar onbekend
            }
            overdracht H van R naar onbekend { gesprekken onbekend  bij uitblijven onbekend }`);
        expect(
            p.unknowns.map((u) => [u.type, u.what, u.element, u.reason ?? u.expected ?? ''].join(' | ').trimEnd()),
        ).toEqual([
            'unknown | versie | X |',
            'unknown | datum van de versie | X |',
            'unknown | eigenaar | eigenaar | de bron zwijgt',
            'unknown | Leeg | X | 2027',
            'unknown | datum | erkenning |',
            'local | selectie | G | de wijk',
            'unknown | doel | D |',
            'unknown | subdoel | S |',
            'unknown | vervuld door | R |',
            'unknown | toegang | aanpak |',
            'unknown | door | A |',
            'local | werkt aan | A |',
            'unknown | duur | Bellen |',
            'unknown | daarna | A |',
            'unknown | naar | E |',
            'unknown | naar | H |',
            'unknown | gesprekken | H |',
            'unknown | bij uitblijven | H |',
        ]);
    });

    test('outside the interventies it is listed with the file', async () => {
        const m = await model(`
            bron B { jaar onbekend }
            toetsingskader K { datum onbekend }
            beoordeling E van X aan de hand van K {
              door "STJ" op onbekend over versie onbekend
              bevinding over 1.1, 1.2 samen, toedeling onbekend onbekend
            }
            interventie X { duur onbekend }`);
        expect(m.unknowns.map((u) => `${u.what} (${u.element})`)).toEqual([
            'jaar (B)',
            'datum (K)',
            'datum van de beoordeling (E)',
            'beoordeelde versie (E)',
            'toedeling (1.1, 1.2)',
            'oordeel (1.1, 1.2)',
        ]);
    });
});

describe('blocks of an interventie', () => {
    test('versions, parties, speakers, numbers of steps, partners, departures', async () => {
        const p = await says(`
            versie "2.1" van 2026-03-01 stand concept
            versie onbekend van onbekend
            eigenaar "Stichting", onbekend { contact "x@y" }
            ervaring van "een moeder" op 2026-01-02 "fijn"
            uitspraak van Gemeente "goed"
            6 stappen, niet benoemd
            7 stappen
            partner veelal Huisarts, School
            partner "de buurt"
            vervalt stap Nazorg omdat "v"
            afwijking rol R`);
        expect(bare(p.versions)).toEqual([
            { number: '2.1', date: '2026-03-01', state: 'concept' },
            { numberUnknown: true, dateUnknown: true },
        ]);
        expect(bare(p.parties)).toEqual([
            {
                kind: 'eigenaar',
                values: [text('Stichting'), unknown],
                statements: [{ kind: 'contact', values: [text('x@y')] }],
            },
        ]);
        expect(bare(p.spoken)).toEqual([
            { kind: 'ervaring', who: 'een moeder', date: '2026-01-02', text: 'fijn' },
            { kind: 'uitspraak', who: 'Gemeente', text: 'goed' },
        ]);
        expect(bare(p.stepCounts)).toEqual([{ count: 6, unnamed: true }, { count: 7 }]);
        expect(bare(p.partners)).toEqual([
            { partners: ['@Huisarts', '@School'], modality: 'usually' },
            { value: text('de buurt') },
        ]);
        expect(bare(p.dropped)).toEqual([{ elementKind: 'stap', element: '@Nazorg', reason: 'v' }]);
        expect(bare(p.deviations)).toEqual([{ elementKind: 'rol', element: '@R' }]);
    });

    test('target groups, goals with subgoals and indicators, recognition', async () => {
        const p = await says(`
            doelgroep G "g" { leeftijd 3 jaar  soort uiteindelijk }
            doel D "d" na E {
                moment "m"
                subdoel S "s" na D, E { indicator I "i" { norm minstens 80 %  meting 5 %  oordeel "o" } }
                indicator J "j"
            }
            doel E onbekend
            indicator K
            erkenning { niveau "goed"  kenmerk "k" "v" }`);
        expect(bare(p.targetGroups)).toEqual([
            {
                name: 'G',
                title: 'g',
                statements: [
                    { kind: 'leeftijd', values: [figure('3 jaar', 3, 'jaar')] },
                    { kind: 'soort', values: [{ type: 'word', word: 'uiteindelijk' }] },
                ],
            },
        ]);
        expect(bare(p.goals)).toEqual([
            {
                name: 'D',
                title: 'd',
                after: ['@E'],
                statements: [{ kind: 'moment', values: [text('m')] }],
                subgoals: [
                    {
                        name: 'S',
                        title: 's',
                        after: ['@D', '@E'],
                        indicators: [
                            {
                                name: 'I',
                                title: 'i',
                                statements: [
                                    { kind: 'norm', values: [figure('minstens 80 %', 80, '%', 'at-least')] },
                                    { kind: 'meting', values: [figure('5 %', 5, '%')] },
                                    { kind: 'oordeel', values: [text('o')] },
                                ],
                            },
                        ],
                    },
                ],
                indicators: [{ name: 'J', title: 'j' }],
            },
            { name: 'E', titleUnknown: true },
        ]);
        expect(bare(p.indicators)).toEqual([{ name: 'K' }]);
        expect(bare(p.recognitions)).toEqual([
            {
                statements: [
                    { kind: 'niveau', values: [text('goed')] },
                    { kind: 'kenmerk', subject: 'k', values: [text('v')] },
                ],
            },
        ]);
    });

    test('effects, rationale, delivery, research, collaboration', async () => {
        const p = await says(`
            effect "bereik" aangetoond op grond van 2 studies { betreft D, S  kanttekening "k" }
            effect "e2" niet aangetoond
            effect "e3" niet beantwoord
            effect "e4" verondersteld
            effect "e5" onbekend
            onderbouwing { probleem "p"  factor F "f" beïnvloed door S, D  werkzaam element "w" in F, A }
            uitvoering { materiaal "m" }
            onderzoek O "o" {
                opzet "op"
                gepland { deelnemers 80 gezinnen }
                tussenstand { stand lopend }
                gerealiseerd { betreft S
                    uitspraak van "x" "y" }
                effect "z" verondersteld
                betreft D
                ervaring van "q" "r"
            }
            samenwerking met Wijkteam { dimensie "gov" "g"  afspraak "a" }
            samenwerking met "de wijk"`);
        expect(p.effects.map((e) => `${e.subject} ${e.outcome}`)).toEqual([
            'bereik shown',
            'e2 not-shown',
            'e3 not-answered',
            'e4 supposed',
            'e5 unknown',
        ]);
        expect(bare(p.effects[0])).toEqual({
            subject: 'bereik',
            outcome: 'shown',
            basis: figure('2 studies', 2, 'studies'),
            concerns: ['@D', '@S'],
            statements: [{ kind: 'kanttekening', values: [text('k')] }],
        });
        expect(bare(p.rationales)).toEqual([
            {
                statements: [{ kind: 'probleem', values: [text('p')] }],
                factors: [{ name: 'F', title: 'f', goals: ['@S', '@D'] }],
                workingElements: [{ title: 'w', elements: ['@F', '@A'] }],
            },
        ]);
        expect(bare(p.deliveries)).toEqual([{ statements: [{ kind: 'materiaal', values: [text('m')] }] }]);
        expect(bare(p.research)).toEqual([
            {
                name: 'O',
                title: 'o',
                statements: [{ kind: 'opzet', values: [text('op')] }],
                phases: [
                    {
                        phase: 'planned',
                        statements: [{ kind: 'deelnemers', values: [figure('80 gezinnen', 80, 'gezinnen')] }],
                    },
                    { phase: 'interim', statements: [{ kind: 'stand', values: [{ type: 'word', word: 'lopend' }] }] },
                    { phase: 'realised', concerns: ['@S'], spoken: [{ kind: 'uitspraak', who: 'x', text: 'y' }] },
                ],
                effects: [{ subject: 'z', outcome: 'supposed' }],
                concerns: ['@D'],
                spoken: [{ kind: 'ervaring', who: 'q', text: 'r' }],
            },
        ]);
        expect(bare(p.collaborations)).toEqual([
            {
                partners: ['@Wijkteam'],
                statements: [
                    { kind: 'dimensie', subject: 'gov', values: [text('g')] },
                    { kind: 'afspraak', values: [text('a')] },
                ],
            },
            { value: text('de wijk') },
        ]);
    });

    test('sources, concepts, organisations and roles, with those of the file and of the files that it uses', async () => {
        const p = await protocol(
            `
            gebruik "netwerk.draaiboek"
            bron B "b" { jaar 2025 }
            rol Eigen
            interventie X {
              richtlijn R "r"
              begrip C "uitleg"
              organisatie O "o" { soort jgz }
              rol W "w" van O of P, iemand anders dan Eigen, is cliënt, voert regie, vervuld door Eigen { caseload 3 gezinnen }
              rol V vervuld door "wie er is"
              rol U vervuld door onbekend
            }`,
            { 'netwerk.draaiboek': 'organisatie P\nrol Netwerk\nrol Eigen "van het netwerk"' },
        );
        expect(bare(p.sources)).toEqual([
            { name: 'R', title: 'r', kind: 'guideline' },
            { name: 'B', title: 'b', kind: 'source', statements: [{ kind: 'jaar', values: [figure('2025', 2025)] }] },
        ]);
        expect(bare(p.concepts)).toEqual([{ name: 'C', text: 'uitleg' }]);
        expect(bare(p.organisations)).toEqual([
            { name: 'O', title: 'o', statements: [{ kind: 'soort', values: [{ type: 'word', word: 'jgz' }] }] },
            { name: 'P' },
        ]);
        expect(bare(p.roles)).toEqual([
            {
                name: 'W',
                title: 'w',
                organisations: ['@O', '@P'],
                otherThan: ['@Eigen'],
                flags: ['cliënt'],
                isClient: true,
                directs: true,
                filledBy: '@Eigen',
                statements: [{ kind: 'caseload', values: [figure('3 gezinnen', 3, 'gezinnen')] }],
            },
            { name: 'V', filledByValue: text('wie er is') },
            { name: 'U', filledByValue: unknown },
            { name: 'Eigen' },
            { name: 'Netwerk' },
        ]);
    });

    test('facts and documents', async () => {
        const p = await says(`
            gegeven j: ja/nee "J"
            gegeven n: aantal
            gegeven d: datum
            gegeven t: tekst
            gegeven o: een van scheiding, gedeelde-zorg
            document P "p" over alle leefgebieden behalve werk, geld { bevat x, "y"  bewaartermijn 15 jaar }
            document Q over wonen, "z"`);
        expect(p.facts.map((f) => [f.name, f.type, f.values])).toEqual([
            ['j', 'yes-no', []],
            ['n', 'number', []],
            ['d', 'date', []],
            ['t', 'text', []],
            ['o', 'one-of', ['scheiding', 'gedeelde-zorg']],
        ]);
        expect(bare(p.documents)).toEqual([
            {
                name: 'P',
                title: 'p',
                coversAllAreas: true,
                except: ['werk', 'geld'],
                statements: [
                    { kind: 'bevat', values: [{ type: 'word', word: 'x' }, text('y')] },
                    { kind: 'bewaartermijn', values: [figure('15 jaar', 15, 'jaar')] },
                ],
            },
            { name: 'Q', about: [{ type: 'word', word: 'wonen' }, text('z')] },
        ]);
    });

    test('the aanpak: entry, budget, staffing, interruptions', async () => {
        const { process } = await says(`
            aanpak {
                toegang als klaar
                toegang veelal als "het gezin mijdt hulp"
                toegang via R, S
                toegang plaatselijk
                contactbudget hoogstens 5 contactmomenten van JGZ
                6 stappen
                inzet zo nodig 2 medewerkers als s is scheiding
                werkwijze outreachend
                altijd als nood: V hoogstens 1 keer, hervat daarna
                einde E "e" { geslaagd
                    nazorg "n" }
                einde F { bij weigering }
            }`);
        expect(bare(process?.access)).toEqual([
            { condition: { type: 'fact', fact: '@klaar', test: { type: 'yes' } } },
            { condition: { type: 'informal', text: 'het gezin mijdt hulp' }, modality: 'usually' },
            { routes: ['@R', '@S'] },
            { value: { type: 'local' } },
        ]);
        expect(bare(process?.contactBudgets)).toEqual([
            { value: figure('hoogstens 5 contactmomenten', 5, 'contactmomenten', 'at-most'), organisation: '@JGZ' },
        ]);
        expect(bare(process?.stepCounts)).toEqual([{ count: 6 }]);
        expect(bare(process?.deployment)).toEqual([
            {
                value: figure('2 medewerkers', 2, 'medewerkers'),
                condition: { type: 'fact', fact: '@s', test: { type: 'word', word: 'scheiding' } },
                modality: 'if-needed',
            },
        ]);
        expect(bare(process?.statements)).toEqual([
            { kind: 'werkwijze', values: [{ type: 'word', word: 'outreachend' }] },
        ]);
        expect(bare(process?.interrupts)).toEqual([
            {
                condition: { type: 'fact', fact: '@nood', test: { type: 'yes' } },
                target: { node: '@V', atMost: 1 },
                resume: true,
            },
        ]);
        expect(process?.nodes).toMatchObject([
            { kind: 'end', name: 'E', title: 'e', successful: true, onRefusal: false, implicit: false },
            { kind: 'end', name: 'F', successful: false, onRefusal: true, implicit: false },
        ]);
    });

    test('a step, its work and its activities', async () => {
        const { process } = await says(`
            aanpak {
                stap A "a" {
                    begint bij "consult" of onbekend
                    door bij voorkeur R, S met T
                    door onbekend
                    inzet 2 medewerkers
                    werkt aan D, E
                    vereist P
                    levert Q, R
                    bepaalt klaar, n
                    volgt meldcode
                    volgt Ri, Rj
                    volgt "de wet"
                    activiteit "Overleg" { door S  duur 30 minuten  levert Q  bepaalt n  werkt aan D  vereist P  inzet 1 medewerker }
                    contacten hoogstens 1
                    pas als klaar
                    klaar als n is bekend
                    herhaal hoogstens 3 keer tot klaar
                }
            }`);
        expect(bare(process?.nodes[0])).toEqual({
            kind: 'step',
            name: 'A',
            title: 'a',
            startsAt: [{ text: 'consult' }, { value: unknown }],
            performers: [{ performers: ['@R', '@S'], with: ['@T'], modality: 'preferably' }, { value: unknown }],
            deployment: [{ value: figure('2 medewerkers', 2, 'medewerkers') }],
            worksOn: ['@D', '@E'],
            requires: ['@P'],
            delivers: ['@Q', '@R'],
            determines: ['@klaar', '@n'],
            follows: [{ meldcode: true }, { guidelines: ['@Ri', '@Rj'] }, { text: 'de wet' }],
            activities: [
                {
                    title: 'Overleg',
                    performers: [{ performers: ['@S'] }],
                    statements: [{ kind: 'duur', values: [figure('30 minuten', 30, 'minuten')] }],
                    delivers: ['@Q'],
                    determines: ['@n'],
                    worksOn: ['@D'],
                    requires: ['@P'],
                    deployment: [{ value: figure('1 medewerker', 1, 'medewerker') }],
                },
            ],
            statements: [{ kind: 'contacten', values: [figure('hoogstens 1', 1, undefined, 'at-most')] }],
            guards: [
                { kind: 'only-when', condition: { type: 'fact', fact: '@klaar', test: { type: 'yes' } } },
                { kind: 'done-when', condition: { type: 'fact', fact: '@n', test: { type: 'known' } } },
            ],
            repeats: [
                {
                    bound: figure('hoogstens 3 keer', 3, 'keer', 'at-most'),
                    until: { type: 'fact', fact: '@klaar', test: { type: 'yes' } },
                },
            ],
        });
    });

    test('a handover', async () => {
        const p = await says(`
            overdracht H "h" van R naar S {
                vanuit A, B
                vorm veelal warm
                gesprekken minstens 2 met R, S
                pas als klaar
                informatie P, Q
                informatie "mondeling"
                ernst "e"
                actie "a" door S binnen 5 werkdagen
                wat als "s" "r"
                geheimhouding toestemming van R, S
                geheimhouding uitzondering "u"
                termijn 2 weken na A anders: V
                bevestiging door S binnen 5 werkdagen
                bij uitblijven: V
                regie naar S
                sluit af na gesprek 2
                sluit af na "het laatste"
            }
            overdracht I van R naar plaatselijk`);
        expect(bare(p.handovers)).toEqual([
            {
                name: 'H',
                title: 'h',
                from: '@R',
                to: '@S',
                fromNodes: ['@A', '@B'],
                statements: [
                    { kind: 'vorm', values: [{ type: 'word', word: 'warm' }], modality: 'usually' },
                    { kind: 'ernst', values: [text('e')] },
                ],
                forms: [{ kind: 'vorm', values: [{ type: 'word', word: 'warm' }], modality: 'usually' }],
                meetings: [{ value: figure('minstens 2', 2, undefined, 'at-least'), with: ['@R', '@S'] }],
                guards: [{ kind: 'only-when', condition: { type: 'fact', fact: '@klaar', test: { type: 'yes' } } }],
                information: [{ documents: ['@P', '@Q'] }, { value: text('mondeling') }],
                actions: [{ text: 'a', performer: '@S', within: figure('5 werkdagen', 5, 'werkdagen') }],
                contingencies: [{ situation: 's', response: 'r' }],
                secrecy: [{ consentOf: ['@R', '@S'] }, { exception: 'u' }],
                deadlines: [
                    {
                        value: figure('2 weken', 2, 'weken'),
                        after: { type: 'end', node: '@A' },
                        otherwise: { node: '@V' },
                    },
                ],
                confirmations: [{ role: '@S', within: figure('5 werkdagen', 5, 'werkdagen') }],
                whenAbsent: [{ target: { node: '@V' } }],
                direction: [{ role: '@S' }],
                closesAfter: [{ meeting: 2 }, { text: 'het laatste' }],
            },
            { name: 'I', from: '@R', toValue: { type: 'local' } },
        ]);
    });
});

describe('frameworks, reviews and scenarios', () => {
    test('a framework and its questions', async () => {
        const m = await model(`
            toetsingskader K "k" van "Toezicht" {
              oordeel voldoet "✓"
              thema T "t" {
                criterium C "c" {
                  indicator 2.1 "y" {
                    toets elke stap in aanpak waar werkt-aan is S en niet duur is onbekend heeft caseload hoogstens 12 gezinnen
                    toets minstens 2 rol waar voert-regie
                    toets geen stap heeft locatie "x" en werkwijze outreachend
                    toets precies 1 rol waar voert-regie ja
                  }
                }
                indicator 1.1 "x"
              }
            }`);
        expect(bare(m.frameworks)).toEqual([
            {
                name: 'K',
                title: 'k',
                owner: 'Toezicht',
                verdicts: [{ name: 'voldoet', sign: '✓' }],
                themes: [
                    {
                        name: 'T',
                        title: 't',
                        criteria: [
                            {
                                name: 'C',
                                title: 'c',
                                indicators: [
                                    {
                                        name: '2.1',
                                        title: 'y',
                                        queries: [
                                            {
                                                quantifier: 'every',
                                                elementKind: 'stap',
                                                container: 'aanpak',
                                                where: [
                                                    { property: 'werkt-aan', value: { type: 'word', word: 'S' } },
                                                    { property: 'duur', negated: true, value: unknown },
                                                ],
                                                has: [
                                                    {
                                                        property: 'caseload',
                                                        value: figure(
                                                            'hoogstens 12 gezinnen',
                                                            12,
                                                            'gezinnen',
                                                            'at-most',
                                                        ),
                                                    },
                                                ],
                                                text: 'toets elke stap in aanpak waar werkt-aan is S en niet duur is onbekend heeft caseload hoogstens 12 gezinnen',
                                            },
                                            {
                                                quantifier: 'at-least',
                                                count: 2,
                                                elementKind: 'rol',
                                                where: [{ property: 'voert-regie' }],
                                                text: 'toets minstens 2 rol waar voert-regie',
                                            },
                                            {
                                                quantifier: 'none',
                                                elementKind: 'stap',
                                                has: [
                                                    { property: 'locatie', value: text('x') },
                                                    {
                                                        property: 'werkwijze',
                                                        value: { type: 'word', word: 'outreachend' },
                                                    },
                                                ],
                                                text: 'toets geen stap heeft locatie "x" en werkwijze outreachend',
                                            },
                                            {
                                                quantifier: 'exactly',
                                                count: 1,
                                                elementKind: 'rol',
                                                where: [{ property: 'voert-regie', value: { type: 'yes' } }],
                                                text: 'toets precies 1 rol waar voert-regie ja',
                                            },
                                        ],
                                    },
                                ],
                            },
                        ],
                        indicators: [{ name: '1.1', title: 'x' }],
                    },
                ],
            },
        ]);
    });

    test('a review', async () => {
        const m = await model(`
            toetsingskader K { thema T { indicator 1.1 { toets geen stap } criterium C { indicator 1.2 } } }
            interventie X
            beoordeling B "b" van X aan de hand van K {
              door "STJ" op 2026-05-01 over versie "2.1"
              door "STJ" op onbekend over versie onbekend
              methode "m"
              informant Gemeente "g"
              bevinding 1.1 voldoet "goed" {
                let op "l"
                betreft Gemeente, X
                reactie van Gemeente op 2026-01-01 "r"
                opvolging "o" door "wethouder" voor 2026-09-01 { stand open }
              }
              bevinding over 1.1, 1.2 samen, toedeling "gelijk" onbekend
            }`);
        expect(bare(m.reviews)).toEqual([
            {
                name: 'B',
                title: 'b',
                intervention: '@X',
                framework: '@K',
                frameworkIndicators: [{ code: '1.1', hasQueries: true }, { code: '1.2' }],
                by: [
                    { value: text('STJ'), date: '2026-05-01', version: '2.1' },
                    { value: text('STJ'), dateUnknown: true, versionUnknown: true },
                ],
                statements: [{ kind: 'methode', values: [text('m')] }],
                informants: [{ name: 'Gemeente', title: 'g' }],
                findings: [
                    {
                        indicators: ['@1.1'],
                        verdict: '@voldoet',
                        text: 'goed',
                        attention: [{ text: 'l' }],
                        concerns: ['@Gemeente', '@X'],
                        reactions: [{ kind: 'reactie', who: 'Gemeente', date: '2026-01-01', text: 'r' }],
                        followUps: [
                            {
                                text: 'o',
                                who: 'wethouder',
                                due: '2026-09-01',
                                state: 'open',
                                statements: [{ kind: 'stand', values: [{ type: 'word', word: 'open' }] }],
                            },
                        ],
                    },
                    { indicators: ['@1.1', '@1.2'], joint: true, allocation: text('gelijk'), verdictUnknown: true },
                ],
            },
        ]);
    });

    test('a scenario', async () => {
        const m = await model(`
            interventie X { gegeven o: een van a, b }
            scenario "s" voor X {
              toelichting "t"
              gegeven klaar is ja, n is 1.250, d is 1-2-2026, o is a, w is "x", "mijdt" is nee, u is onbekend
              bij A: klaar is nee, duurt 1 week, termijn verstrijkt, kiest B
              verwacht pad A, B
              verwacht overdracht H
              verwacht geen document D
              verwacht escalatie E
              verwacht geen stap S
              verwacht einde F
              verwacht regie R na A
              verwacht hoogstens 5 contactmomenten van JGZ
            }`);
        const fact = (name: string, value: unknown) => ({ type: 'fact', fact: `@${name}`, value });
        expect(bare(m.scenarios)).toEqual([
            {
                title: 's',
                intervention: '@X',
                statements: [{ kind: 'toelichting', values: [text('t')] }],
                given: [
                    fact('klaar', true),
                    fact('n', 1250),
                    fact('d', '2026-02-01'),
                    fact('o', 'a'),
                    fact('w', 'x'),
                    { type: 'fact', informal: 'mijdt', value: false },
                    fact('u', null),
                ],
                during: [
                    {
                        node: '@A',
                        events: [
                            fact('klaar', false),
                            { type: 'duration', value: figure('1 week', 1, 'week') },
                            { type: 'expiry' },
                            { type: 'choice', node: '@B' },
                        ],
                    },
                ],
                expectations: [
                    { kind: 'path', elements: ['@A', '@B'] },
                    { kind: 'handover', elements: ['@H'] },
                    { kind: 'document', negated: true, elements: ['@D'] },
                    { kind: 'escalation', elements: ['@E'] },
                    { kind: 'step', negated: true, elements: ['@S'] },
                    { kind: 'end', elements: ['@F'] },
                    { kind: 'direction', elements: ['@R'], after: '@A' },
                    {
                        kind: 'amount',
                        value: figure('hoogstens 5 contactmomenten', 5, 'contactmomenten', 'at-most'),
                        organisation: '@JGZ',
                    },
                ],
            },
        ]);
    });
});

describe('places', () => {
    test('every part says where it stands in the text', async () => {
        const fixture = marked(
            unindent(`
                interventie <|X|> {
                  <|duur 6 weken <|volgens B|>|>
                  aanpak {
                    <|stap <|A|> { door <|Réne|> }|>
                  }
                }`)
                .replace('<|duur 6 weken <|volgens B|>|>', '<|duur 6 weken volgens B|>')
                .replace('<|stap <|A|> { door <|Réne|> }|>', 'stap <|A|> { door <|Réne|> }'),
        );
        const p = await protocol(fixture.text);
        const [step] = p.process?.nodes ?? [];
        const places = [
            p.nameAt,
            p.statements[0]?.at,
            step?.nameAt,
            step?.kind === 'step' ? step.performers[0]?.performers[0]?.at : undefined,
        ];
        expect(places.map((at) => at && pieceAt(fixture.text, at.range))).toEqual(fixture.marks.map((m) => m.piece));
        expect(new Set(places.map((at) => at?.file)).size).toBe(1);
    });
});

describe('the model as a whole', () => {
    const TEXT = `
        gebruik "basis.draaiboek"
        bron B
        interventie X uitwerking van Basis { duur onbekend  aanpak { stap A { daarna onbekend } } }
        toetsingskader K { thema T { indicator 1.1 { toets geen stap } } }
        beoordeling R van X aan de hand van K { bevinding 1.1 onbekend }
        scenario "s" voor X { gegeven klaar is onbekend }`;
    const BASIS = 'interventie Basis { rol Oud  gegeven klaar: ja/nee  aanpak { stap Eerst } }';

    test('can be written as JSON and read back without loss', async () => {
        const m = await model(TEXT, { 'basis.draaiboek': BASIS });
        expect(JSON.parse(JSON.stringify(m))).toEqual(m);
    });

    test('is built once for a version of the text', async () => {
        const { Draaiboek } = createDraaiboekServices();
        const document = await parseText(Draaiboek, 'interventie X { duur 3 weken }', 'memory:/x.draaiboek');
        const first = modelOf(Draaiboek, document);
        expect(modelOf(Draaiboek, document)).toBe(first);
        const changed = await parseText(Draaiboek, 'interventie X { duur 4 weken }', 'memory:/x.draaiboek');
        expect(modelOf(Draaiboek, changed)).not.toBe(first);
        expect(modelOf(Draaiboek, changed).interventions[0]?.statements[0]?.values).toMatchObject([{ low: 4 }]);
    });

    test('is built anew when what it inherits changes, and not when another file does', async () => {
        const texts = new Map([
            ['/x.draaiboek', TEXT],
            ['/basis.draaiboek', BASIS],
            ['/los.draaiboek', 'rol Los'],
        ]);
        const { Draaiboek } = createDraaiboekServices({ fileSystemProvider: () => textsOnly(texts) });
        const [document] = await loadFiles(Draaiboek, [URI.file('/x.draaiboek'), URI.file('/los.draaiboek')]);
        const rolesNow = () => document && modelOf(Draaiboek, document).interventions[0]?.roles.map((r) => r.name);
        const change = async (path: string, text: string) => {
            texts.set(path, text);
            await Draaiboek.shared.workspace.DocumentBuilder.update([URI.file(path)], []);
        };
        const first = document && modelOf(Draaiboek, document);
        expect(rolesNow()).toEqual(['Oud']);

        await change('/los.draaiboek', 'rol Anders');
        expect(document && modelOf(Draaiboek, document)).toBe(first);

        await change('/basis.draaiboek', BASIS.replace('rol Oud', 'rol Nieuw'));
        expect(rolesNow()).toEqual(['Nieuw']);
    });

    test('of a broken text has what can be read', async () => {
        const m = await model(
            'interventie X {\n  duur\n  rol\n  doel D "d" {\n    subdoel\n  aanpak { stap { door } }\n',
        );
        expect(m.interventions[0]).toMatchObject({ name: 'X', goals: [{ name: 'D' }] });
    });

    test('of an empty text is empty', async () => {
        expect(bare(await model(''))).toEqual({ file: expect.stringContaining('tekst.draaiboek') as unknown });
    });
});
