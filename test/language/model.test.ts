import { URI } from 'langium';
import { describe, expect, test } from 'vitest';
import { createDraaiboekServices } from '../../language/draaiboek-module.js';

import { loadFiles, modelOf, parseText } from '../../language/workspace.js';
import { bare } from './support/bare.js';
import { figure, says, text, unknown } from './support/figures.js';
import { model, protocol } from './support/language.js';
import { marked, pieceAt, unindent } from './support/places.js';
import { textsOnly } from './support/texts-only.js';

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
                statements: [{ kind: 'stand', values: [{ type: 'word', word: 'afgehandeld' }] }],
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
            'unknown | eigenaar | X | de bron zwijgt',
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
