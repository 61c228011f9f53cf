import { describe, expect, test } from 'vitest';
import { bare } from './support/bare.js';
import { figure, says, text, unknown } from './support/figures.js';
import { protocol } from './support/language.js';

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
            { numberValue: unknown, dateValue: unknown },
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
        expect(bare(p.stepCounts)).toEqual([
            {
                count: { type: 'quantity', low: 6, high: 6, highIncluded: true, unit: 'stappen', text: '6' },
                unnamed: true,
            },
            { count: { type: 'quantity', low: 7, high: 7, highIncluded: true, unit: 'stappen', text: '7' } },
        ]);
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
            { name: 'E', titleValue: unknown },
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
            document P "p" over alle leefgebieden behalve werk, geld { bevat x, "y"  bewaartermijn 15 jaar na "de laatste afspraak" }
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
                    {
                        kind: 'bewaartermijn',
                        values: [figure('15 jaar', 15, 'jaar')],
                        after: text('de laatste afspraak'),
                    },
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
            { routes: ['@R', '@S'], via: true },
            { value: { type: 'local' } },
        ]);
        expect(bare(process?.contactBudgets)).toEqual([
            { value: figure('hoogstens 5 contactmomenten', 5, 'contactmomenten', 'at-most'), organisation: '@JGZ' },
        ]);
        expect(bare(process?.stepCounts)).toEqual([{ count: figure('6', 6, 'stappen') }]);
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
