import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { ReviewJson } from '../../language/review/review-json.js';
import type { IndicatorReport, ReviewReport } from '../../language/review/report.js';
import { REVIEW_SCHEMA, reviewSchemaText } from '../../scripts/docs/review-schema.js';
import { readWord } from '../../cli/import/word.js';
import { folder, tool } from './tool.js';

const ROOT = join(import.meta.dirname, '../..');
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(
    JSON.parse(readFileSync(join(ROOT, REVIEW_SCHEMA), 'utf8')) as object,
);

const PROTOCOL = `interventie Pad "Het pad" {
  versie "1.0" van 2026-01-01
  samenvatting onbekend omdat "wordt nog geschreven"
  tegenspraak "Hoe lang" tussen "een jaar" en "twee jaar"
  reactie van "Een ouder" op 2026-02-01 "Fijn"
  opmerking van "Els" op 2026-03-03 "Klopt [[Een]]?"
  opmerking van "Els" "Al gedaan" { stand afgehandeld }
  rol Werker
  rol Baas voert regie { doorzettingsmacht onbekend }
  aanpak {
    stap Een "Kennismaken" { door Werker  contacten 1 }
    stap Twee { door Werker }
    einde Klaar
    einde Weg { bij weigering }
  }
  doel onbekend
}
`;
const FRAMEWORK = `toetsingskader Kader "Het kader" van "De toezichthouder" {
  oordeel goed "+"
  oordeel slecht "-"
  oordeel deels
  thema Wie "Wie het doet" {
    indicator A1 "Wie helpt" { toets elke stap heeft contacten }
    indicator A2 "Wie regie voert" { toets precies 1 rol waar voert-regie }
    indicator A3 "Doorzetten" { toets elke rol waar voert-regie heeft doorzettingsmacht }
    criterium Vast "Vasthouden" {
      indicator B1 "Niet loslaten" { toets geen einde waar bij-weigering }
      indicator B2 "Volhouden" { toelichting "Of iemand volhoudt, staat in geen tekst." }
      indicator B3 "Samen" { toets minstens 1 stap }
      indicator B4 "Niemand keek hiernaar" { toets hoogstens 1 einde }
      indicator B5 "Een deel"  { toets minstens 2 stap }
    }
  }
}
`;
const REVIEW = `gebruik "pad.draaiboek"
gebruik "kader.draaiboek"
bron Verslag "Het verslag"
beoordeling Eerste "De eerste blik" van Pad aan de hand van Kader volgens Verslag tenzij anders vermeld {
  door "Toezicht" op 2026-05-01 over versie "1.0"
  informant Ouders "Drie ouders"
  methode "Gesprekken"
  bevinding A1 goed "Iedereen weet het." { betreft Een  let op "Niet in de nacht." }
  bevinding A2 slecht "Er zijn er drie." {
    betreft Baas
    opvolging "Eén naam op elk plan" door "Het team" voor 2026-04-01 { stand open }
    opvolging "Een brief" voor 2026-09-01
  }
  bevinding A3 goed "Het mag."
  bevinding B1 slecht "Gezinnen gaan weg." {
    opvolging "Nazorg" { stand afgehandeld }
    reactie van Ouders op 2026-05-03 "Dat klopt"
  }
  bevinding over B2, B3 samen, toedeling onbekend slecht "Eén van beide niet."
  bevinding B5 deels
}
`;
const FILES = { 'pad.draaiboek': PROTOCOL, 'kader.draaiboek': FRAMEWORK, 'beoordeling.draaiboek': REVIEW };

async function json(args: readonly string[], cwd: string): Promise<ReviewJson> {
    const { out } = await tool(['review', ...args, '--format', 'json'], { cwd });
    const value = JSON.parse(out) as ReviewJson;
    validate(value);
    expect(validate.errors ?? []).toEqual([]);
    return value;
}

async function reportOn(files: Readonly<Record<string, string>>, ...args: string[]): Promise<ReviewReport> {
    const [report] = (await json(['pad.draaiboek', ...args], folder(files))).reports;
    if (!report) {
        throw new Error('There is no report.');
    }
    return report;
}

function indicators({ frameworks }: ReviewReport): readonly IndicatorReport[] {
    return frameworks.flatMap((f) =>
        f.themes.flatMap((t) => [...t.indicators, ...t.criteria.flatMap((c) => c.indicators)]),
    );
}

describe('the review report', () => {
    test('has finding and test of each indicator beside each other, with the review from another file', async () => {
        const report = await reportOn(FILES);
        expect(
            indicators(report).map(({ code, findings, tests, comparison }) => [
                code,
                findings.map((f) => f.verdict ?? 'onbekend').join(),
                tests.map((t) => t.outcome).join(),
                comparison.outcome,
            ]),
        ).toEqual([
            ['A1', 'goed', 'fails', 'differ'],
            ['A2', 'slecht', 'holds', 'differ'],
            ['A3', 'goed', 'undecided', 'undecided'],
            ['B1', 'slecht', 'fails', 'agree'],
            ['B2', 'slecht', '', 'nothing'],
            ['B3', 'slecht', 'holds', 'undecided'],
            ['B4', '', 'fails', 'nothing'],
            ['B5', 'deels', 'holds', 'undecided'],
        ]);
        expect(report.frameworks.map((f) => [f.title, f.owner, f.differing])).toEqual([
            ['Het kader', 'De toezichthouder', ['A1', 'A2']],
        ]);
    });

    test('has evidence and counter-examples with their places', async () => {
        const all = indicators(await reportOn(FILES));
        const named = (code: string, key: 'evidence' | 'counterexamples') =>
            all
                .find((i) => i.code === code)
                ?.tests[0]?.[key].map(({ name, at }) => `${name} ${at.file}:${String(at.range.start.line + 1)}`);
        expect(named('A1', 'evidence')).toEqual(['Een pad.draaiboek:11']);
        expect(named('A1', 'counterexamples')).toEqual(['Twee pad.draaiboek:12']);
        expect(named('A2', 'evidence')).toEqual(['Baas pad.draaiboek:9']);
        expect(named('A2', 'counterexamples')).toEqual([]);
        // of `geen` and `hoogstens` those that are there speak against it
        expect(named('B1', 'evidence')).toEqual([]);
        expect(named('B1', 'counterexamples')).toEqual(['Weg pad.draaiboek:14']);
        expect(named('B4', 'counterexamples')).toEqual(['Klaar pad.draaiboek:13', 'Weg pad.draaiboek:14']);
        expect(all.find((i) => i.code === 'A3')?.tests[0]?.open).toEqual([
            '`doorzettingsmacht` van `Baas` is onbekend',
        ]);
    });

    test('counts verdicts and tests apart, what is covered, and gives no grade', async () => {
        const report = await reportOn(FILES);
        const [framework] = report.frameworks;
        expect(framework?.verdicts.map((v) => [v.verdict, v.sign, v.mood, v.findings])).toEqual([
            ['goed', '+', 'good', 2],
            ['slecht', '-', 'bad', 3],
            ['deels', undefined, 'other', 1],
        ]);
        expect(framework?.tests).toEqual({ holds: 3, fails: 3, undecided: 1 });
        expect(framework?.coverage).toEqual({
            indicators: 8,
            withFinding: 7,
            withTest: 7,
            withoutFinding: ['B4'],
            withoutTest: ['B2'],
            notAllotted: ['B2', 'B3'],
        });
        expect(JSON.stringify(report)).not.toMatch(/"(?:score|grade|cijfer|total|overall|percentage)"/);
    });

    test('lists what is to be improved and not done, at its place in the protocol', async () => {
        const { improvements } = await reportOn(FILES);
        expect(
            improvements.map(({ kind, indicators: codes, elements, followUps }) => [
                kind,
                codes.join(),
                elements.map((e) => `${e.name} ${e.at.file}:${String(e.at.range.start.line + 1)}`).join(),
                followUps.map((f) => f.text).join(),
            ]),
        ).toEqual([
            ['attention', 'A1', 'Een pad.draaiboek:11', ''],
            ['finding', 'A2', 'Baas pad.draaiboek:9', 'Eén naam op elk plan,Een brief'],
            // B1 is dealt with
            ['finding', 'B2,B3', '', ''],
            ['test', 'A1', 'Twee pad.draaiboek:12', ''],
            ['test', 'B1', 'Weg pad.draaiboek:14', ''],
            ['test', 'B4', 'Klaar pad.draaiboek:13,Weg pad.draaiboek:14', ''],
        ]);
    });

    test('has a toets with the finding about its indicator that says the same, and counts each kind', async () => {
        const undone = REVIEW.replace('opvolging "Nazorg" { stand afgehandeld }', '');
        const files = { ...FILES, 'beoordeling.draaiboek': undone };
        const { improvements } = await reportOn(files);
        expect(improvements.filter((i) => i.indicators.includes('B1')).map((i) => [i.kind, i.tests.length])).toEqual([
            ['finding', 1],
        ]);
        const { out } = await tool(['review', 'pad.draaiboek'], { cwd: folder(files) });
        expect(out).toContain('Open punten (3 verbeterpunten, 1 LET OP, 2 toetsen niet gehaald)');
        expect(out).toContain('de toets ook niet gehaald: toets geen einde waar bij-weigering: ');
    });

    test('says once where a framework, its toetsen and a review come from, and else where something does', async () => {
        const cited = {
            ...FILES,
            'kader.draaiboek': FRAMEWORK.replace('"De toezichthouder" {', '"De toezichthouder" volgens Boek {')
                .replace(/\{ (toets [^}]*) \}/g, '{ $1 afgeleid omdat "het boek vraagt het mensen" }')
                .replace('indicator A2 "Wie regie voert"', 'indicator A2 "Wie regie voert" volgens Wet')
                .replace(/^/, 'bron Boek "Het boek"\nbron Wet "De wet"\n'),
            'beoordeling.draaiboek': REVIEW.replace(' tenzij anders vermeld', '')
                .replace('goed "Iedereen weet het." {', 'goed "Iedereen weet het." volgens Verslag {')
                .replace('let op "Niet in de nacht."', 'let op "Niet in de nacht." volgens Verslag aldus "een ouder"')
                .replace('slecht "Er zijn er drie."', 'slecht "Er zijn er drie." volgens Boek'),
        };
        const cwd = folder(cited);
        const { out } = await tool(['review', 'pad.draaiboek'], { cwd });
        expect(out).toContain('  Tenzij anders vermeld volgens Het boek\n');
        expect(out).toContain(
            '  Herkomst van de toetsen: eigen lezing, niet van De toezichthouder (afgeleid: het boek vraagt het mensen)\n',
        );
        expect(out).toContain('  Tenzij anders vermeld volgens Het verslag\n');
        expect(out).toContain('LET OP: Niet in de nacht. (Het verslag, aldus een ouder)');
        expect(out.match(/bron: .*/g)).toEqual([
            'bron: Het boek',
            'bron: De wet',
            // A3, B1, B2 and B3 together, B5: nobody is cited for these
            ...['A3', 'B1', 'B2', 'B5'].map(() => 'bron: niet vermeld'),
        ]);
        const page = (await tool(['review', 'pad.draaiboek', '--format', 'html'], { cwd })).out;
        expect(page).toContain('Tenzij anders vermeld volgens Het boek');
        expect(page).toContain('Eigen lezing, niet van De toezichthouder (afgeleid: het boek vraagt het mensen)');
        const one = { ...cited, 'kader.draaiboek': cited['kader.draaiboek'].replace('mensen"', 'de buren"') };
        const each = (await tool(['review', 'pad.draaiboek'], { cwd: folder(one) })).out;
        expect(each).not.toContain('Herkomst van de toetsen');
        expect(each.match(/bron: afgeleid: .*/g)).toHaveLength(7);
    });

    test('says what is late by the dates in the text, and by a day that the user gives', async () => {
        const late = ({ followUps }: ReviewReport) =>
            followUps.map((f) => [f.text, f.due ?? '', f.lateSince?.date ?? '', f.lateSince?.what ?? '']);
        expect(late(await reportOn(FILES))).toEqual([
            ['Eén naam op elk plan', '2026-04-01', '2026-05-01', 'een beoordeling'],
            ['Een brief', '2026-09-01', '', ''],
            ['Nazorg', '', '', ''],
        ]);
        expect(late(await reportOn(FILES, '--date', '1-10-2026'))).toEqual([
            ['Eén naam op elk plan', '2026-04-01', '2026-10-01', 'dit verslag'],
            ['Een brief', '2026-09-01', '2026-10-01', 'dit verslag'],
            ['Nazorg', '', '', ''],
        ]);
        expect(late(await reportOn(FILES, '--date', '2026-09-01'))[1]).toEqual(['Een brief', '2026-09-01', '', '']);
    });

    test('has contradictions, what is unknown, what was said, open remarks, and what the rules find', async () => {
        const report = await reportOn(FILES);
        expect(report.contradictions.map((c) => [c.title, c.element, c.sides.map((s) => s.text)])).toEqual([
            ['Hoe lang', 'Pad', ['een jaar', 'twee jaar']],
        ]);
        expect(report.unknowns.flatMap((p) => p.items.map((i) => [p.title, i.what, i.reason]))).toEqual([
            ['Over de interventie', 'samenvatting', 'wordt nog geschreven'],
            ['Over de interventie', 'doel', undefined],
            ['Rollen', 'doorzettingsmacht', undefined],
        ]);
        expect(report.spoken.map((s) => [s.who, s.date, s.text])).toEqual([['Een ouder', '2026-02-01', 'Fijn']]);
        expect(report.remarks.map((r) => [r.author, r.text])).toEqual([['Els', 'Klopt Kennismaken?']]);
        expect(report.findings.map((f) => `${f.code} ${f.at.file}`)).toContain(
            'toetsing/dekking beoordeling.draaiboek',
        );
        expect(report.findings.map((f) => f.severity)).toEqual(
            report.findings.map((f) => f.severity).toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)),
        );
    });

    test('keeps what it can not place: a framework that is nowhere, a finding under no indicator', async () => {
        const elsewhere = REVIEW.replace('aan de hand van Kader', 'aan de hand van Weg');
        const lost = await reportOn({ ...FILES, 'beoordeling.draaiboek': elsewhere });
        expect(lost.frameworks.map((f) => [f.name, f.found, f.loose.length])).toEqual([['Weg', false, 6]]);
        const loose = await reportOn({
            ...FILES,
            'beoordeling.draaiboek': REVIEW.replace('bevinding A1', 'bevinding Z9'),
        });
        expect(loose.frameworks[0]?.loose.map((f) => f.text)).toEqual(['Iedereen weet het.']);
    });
});

/** What people wrote and what is concluded: every text of a report but names, kinds and places. */
function textsOf(value: unknown, key = ''): string[] {
    const asIs = ['text', 'title', 'why', 'query', 'reason', 'who', 'author', 'message', 'explanations', 'what'];
    if (typeof value === 'string') {
        return asIs.includes(key) ? [value] : [];
    }
    if (Array.isArray(value)) {
        return value.flatMap((one) => textsOf(one, key));
    }
    // a comparison of which one side is missing stands as a dash
    const isNothing = typeof value === 'object' && value !== null && 'outcome' in value && value.outcome === 'nothing';
    return typeof value === 'object' && value !== null && !isNothing
        ? Object.entries(value).flatMap(([part, inner]) => textsOf(inner, part))
        : [];
}

const ORDER = ['error', 'warning', 'info'];

describe('review', () => {
    test('tells people the same, finding and test as two things', async () => {
        const { code, out, err } = await tool(['review', 'pad.draaiboek', '--date', '2026-10-01'], {
            cwd: folder(FILES),
        });
        expect([code, err]).toEqual([0, '']);
        expect(out).toContain('Het pad (Pad), versie 1.0 van 1 januari 2026\n');
        expect(out).toContain('een toets leest alleen de tekst');
        expect(out).toContain(`    A1 Wie helpt
        bevinding + goed: Iedereen weet het.
          LET OP: Niet in de nacht.
          betreft: Kennismaken (pad.draaiboek:11:10)
        toets niet gehaald: toets elke stap heeft contacten
          gevonden: Kennismaken (pad.draaiboek:11:10)
          tegenvoorbeeld: Twee (pad.draaiboek:12:10)
        naast elkaar: verschil: het oordeel is gunstig, maar de tekst haalt de toets niet;`);
        expect(out).toContain('bevinding - slecht (over B2, B3 samen; toedeling onbekend): zie bij B2');
        expect(out).toContain('toelichting: Of iemand volhoudt, staat in geen tekst.');
        expect(out).toContain('A2: Een brief, voor 1 september 2026; te laat, want dit verslag is van 1 oktober 2026');
        expect(out.trimEnd().split('\n').at(-1)).toBe(
            '1 interventie: 6 open punten (2 verbeterpunten, 1 LET OP, 3 toetsen niet gehaald), 2 opvolgingen te laat, 1 tegenspraak.',
        );
    });

    test('speaks English', async () => {
        const { out } = await tool(['review', 'pad.draaiboek', '--language', 'en'], { cwd: folder(FILES) });
        expect(out).toContain('finding + goed: Iedereen weet het.');
        expect(out).toContain('test not passed: toets elke stap heeft contacten');
        expect(out).toContain('counter-example: Twee');
        expect(out).not.toMatch(/^ +(?:bevinding|gevonden|opvolging|methode|tegenvoorbeeld)\b/im);
    });

    test('of the file of a review tells what it is about, and of a folder each interventie once', async () => {
        const cwd = folder({ ...FILES, 'ander.draaiboek': 'interventie Ander "Iets anders" { }\n' });
        const names = async (...args: string[]) => (await json(args, cwd)).reports.map((r) => r.name);
        expect(await names('beoordeling.draaiboek')).toEqual(['Pad']);
        expect(await names()).toEqual(['Ander', 'Pad']);
        expect(await names('--interventie', 'Ander')).toEqual(['Ander']);
        const { out } = await tool(['review', 'ander.draaiboek'], { cwd });
        expect(out).toContain('Dit draaiboek is nog langs geen kader gelegd.');
    });

    test('ends with 1 where the text has a fout, and with 2 where there is nothing to review', async () => {
        const wrong = folder({ 'pad.draaiboek': PROTOCOL.replace('door Werker', 'door Niemand') });
        expect((await tool(['review', 'pad.draaiboek'], { cwd: wrong })).code).toBe(1);
        const none = await tool(['review'], { cwd: folder({ 'rol.draaiboek': 'rol Werker\n' }) });
        expect([none.code, none.out]).toEqual([2, '']);
        expect(none.err).toContain('geen interventie, dus er is niets te beoordelen');
        const day = await tool(['review', '--date', '31-2-2026'], { cwd: folder(FILES) });
        expect([day.code, day.err]).toEqual([2, expect.stringContaining('`31-2-2026` is geen dag')]);
        const other = await tool(['review', '--interventie', 'Pat'], { cwd: folder(FILES) });
        expect([other.code, other.err]).toEqual([2, expect.stringContaining('Bedoelde u Pad?')]);
    });

    test('says where a part of the text cannot be read', async () => {
        const report = await reportOn({
            ...FILES,
            'pad.draaiboek': PROTOCOL.replace('einde Klaar', 'einde Klaar {{ }}}'),
        });
        expect(report.unread).toBe(true);
        expect((await reportOn(FILES)).unread).toBe(false);
    });

    test('writes a file that replaces an earlier report and nothing else', async () => {
        const cwd = folder(FILES);
        for (const format of ['text', 'json', 'text']) {
            const { code } = await tool(['review', 'pad.draaiboek', '--format', format, '--output', 'verslag'], {
                cwd,
            });
            expect(code).toBe(0);
        }
        const { code, err } = await tool(['review', 'pad.draaiboek', '--output', 'kader.draaiboek'], { cwd });
        expect([code, err]).toEqual([2, expect.stringContaining('niet overschreven')]);
        expect(readFileSync(join(cwd, 'kader.draaiboek'), 'utf8')).toBe(FRAMEWORK);
    });

    test('as a web page and in Word holds every text of the report, the same bytes each time', async () => {
        const cwd = folder(FILES);
        const args = ['review', 'pad.draaiboek', '--date', '2026-10-01'];
        const page = (await tool([...args, '--format', 'html'], { cwd })).out;
        for (const name of ['een.docx', 'twee.docx', 'een.docx']) {
            expect(await tool([...args, '--format', 'docx', '--output', name], { cwd })).toMatchObject({
                code: 0,
                out: '',
            });
        }
        const [word, again] = ['een.docx', 'twee.docx'].map((name) => readFileSync(join(cwd, name)));
        expect(word?.equals(again ?? Buffer.of())).toBe(true);
        const read = await readWord(word ?? Buffer.of(), 'een.docx');
        expect(read.ours).toBe(true);
        const flat = (text: string) =>
            text
                .replace(/`/g, '')
                .replace(/[\s|]+/g, ' ')
                .replace(/ (?=[.,;:?)])/g, '');
        const texts = [page, read.blocks.map((b) => b.plain).join(' ')].map((text) =>
            flat(
                text
                    .replace(/<[^>]*>/g, ' ')
                    .replace(/&#39;/g, "'")
                    .replace(/&quot;/g, '"')
                    .replace(/&lt;/g, '<')
                    .replace(/&gt;/g, '>')
                    .replace(/&amp;/g, '&'),
            ),
        );
        const [report] = (await json(['pad.draaiboek', '--date', '2026-10-01'], cwd)).reports;
        const said = textsOf(report).map(flat);
        expect(said.length).toBeGreaterThan(60);
        for (const text of texts) {
            expect(said.filter((one) => !text.includes(one))).toEqual([]);
        }
        expect(page).toContain('<th scope="col">Oordeel van een mens</th>');
        expect(page).toContain('<th scope="col">Toets van de tekst</th>');
        expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3)/);
        const screen = await tool([...args, '--format', 'docx'], { cwd });
        expect([screen.code, screen.err]).toEqual([2, expect.stringContaining('--output')]);
    });

    test('says once what several findings share, and calls elements by their titles', async () => {
        const args = ['review', 'examples/bemoeizorg-west-brabant', '--format', 'html'];
        const page = (await tool(args, { cwd: ROOT })).out;
        const row = /<tr><th scope="row">3\.1\.1 .*?<\/tr>/s.exec(page)?.[0] ?? expect.fail();
        expect(row.match(/toedeling onbekend/g)).toHaveLength(1);
        expect(row.match(/X verbeterpunt/g)).toHaveLength(2);
        expect(page).toMatch(
            /Bevindingen: ✓ voldoet, X verbeterpunt, X verbeterpunt \(over [^)]*\)\): zie bij 3\.1\.1\./,
        );
        expect(page).not.toMatch(/Geen toets<\/p>\s*<p>Geen toets/);
        expect(page).toContain('bij de regisseur');
        expect(page).toMatch(/<th scope="row">termijn<\/th><td>Overdracht aan de hulpverlener<\/td>/);
    });

    test('of several interventies is one document', async () => {
        const cwd = folder({ ...FILES, 'ander.draaiboek': 'interventie Ander "Iets anders" { }\n' });
        const { out } = await tool(['review', '--format', 'html', '--language', 'en'], { cwd });
        expect(out).toContain('<h1 lang="nl">Review of 2 interventions</h1>');
        expect([...out.matchAll(/ id="([^"]+)"/g)].map((m) => m[1])).toEqual([
            ...new Set([...out.matchAll(/ id="([^"]+)"/g)].map((m) => m[1])),
        ]);
    });

    test('has a schema that is made from its types, and that each example keeps to', async () => {
        expect(readFileSync(join(ROOT, REVIEW_SCHEMA), 'utf8')).toBe(reviewSchemaText(ROOT));
        const { reports } = await json(['examples'], ROOT);
        expect(reports.map((r) => r.name)).toContain('BemoeizorgWestBrabant');
        const stj = reports
            .find((r) => r.name === 'BemoeizorgWestBrabant')
            ?.frameworks.find((f) => f.name === 'KaderSTJ');
        expect(stj?.verdicts.map((v) => [v.verdict, v.findings])).toEqual([
            ['voldoet', 17],
            ['verbeterpunt', 10],
        ]);
        expect(stj?.coverage).toMatchObject({ indicators: 30, withFinding: 30, withTest: 13 });
        // an indicator that no text can answer says why
        const all = stj?.themes.flatMap((t) => t.criteria.flatMap((c) => c.indicators)) ?? [];
        expect(
            all.filter((i) => i.tests.length === 0 && !i.explanations.some((e) => e.startsWith('Geen toets: '))),
        ).toEqual([]);
    });
});
