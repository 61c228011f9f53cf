import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { JsonManifest } from '../../cli/print/manifest.js';
import { GENERATORS } from '../../language/generate/registry.js';
import { SITE } from '../../language/generate/site/site.js';
import { contentOf, FINE, folder, tool, WRONG } from './tool.js';

const ids = GENERATORS.map((generator) => generator.id);
/** The generators that refuse a protocol with errors. */
const strict = GENERATORS.filter((generator) => generator.refusesOnError).map((generator) => generator.id);

async function manifest(args: readonly string[], cwd: string): Promise<JsonManifest> {
    const { out, err } = await tool(['generate', ...args, '--format', 'json'], { cwd });
    expect(err).toBe('');
    return JSON.parse(out) as JsonManifest;
}

describe('generate', () => {
    test('makes what was asked, in one folder an interventie, and says where it is', async () => {
        const cwd = folder({ 'a.draaiboek': FINE });
        const { code, out, err } = await tool(['generate', '--to', 'markdown, json', '--out', 'uit'], { cwd });
        expect({ code, err }).toEqual({ code: 0, err: '' });
        const files = Object.keys(contentOf(join(cwd, 'uit/Pad')));
        expect(files.map((file) => file.split('.').at(-1)).sort()).toEqual(['json', 'md']);
        files.forEach((file) => {
            expect(out).toContain(`uit/Pad/${file}`);
        });
        expect(out).toContain('2 bestanden gemaakt in uit.');
    });

    test('makes everything with `alles`, the same bytes each time and from every folder', async () => {
        const cwd = folder({ 'a.draaiboek': FINE });
        await tool(['generate', '--to', 'alles', '--out', 'een'], { cwd });
        await tool(['generate', '--to', 'all', '--out', 'twee'], { cwd });
        await tool(['generate', '--to', 'all', '--out', join(cwd, 'drie'), cwd], { cwd: folder() });
        const made = contentOf(join(cwd, 'een/Pad'));
        expect(Object.keys(made).length).toBeGreaterThanOrEqual(ids.length - 1);
        expect(contentOf(join(cwd, 'twee/Pad'))).toEqual(made);
        expect(contentOf(join(cwd, 'drie/Pad'))).toEqual(made);
    });

    test('makes a site of all interventions, again without complaint, and says where it begins', async () => {
        const cwd = folder({ 'a.draaiboek': FINE });
        const { code, out, err } = await tool(['generate', '--to', 'site', '--out', 'uit'], { cwd });
        expect({ code, err }).toEqual({ code: 0, err: '' });
        expect(out).toMatch(/^Site: \d+ bestanden in uit\/site; begin bij index\.html\.\n$/);
        const made = contentOf(join(cwd, 'uit/site'));
        expect(Object.keys(made)).toEqual(expect.arrayContaining(['index.html']));
        expect(await tool(['generate', '--to', 'site', '--out', 'uit'], { cwd })).toMatchObject({ code: 0, err: '' });
        const { site, interventies } = await manifest(['--to', 'site,json', '--out', 'uit'], cwd);
        expect(site?.files).toContain('site/Pad/Pad-werkblad.docx');
        expect(interventies[0]?.outputs.map((o) => o.to)).toEqual(['json']);
    });

    test('takes pages of an earlier site away that it no longer has, and leaves what somebody changed or added', async () => {
        const other = FINE.replaceAll('Pad', 'Weg');
        const cwd = folder({ 'a.draaiboek': FINE, 'b.draaiboek': other });
        const site = () => tool(['generate', '--to', 'site,json', '--out', 'uit'], { cwd });
        await site();
        expect(readdirSync(join(cwd, 'uit/site'))).toEqual(expect.arrayContaining(['Pad', 'Weg']));
        writeFileSync(join(cwd, 'uit/site/Weg/Weg-record.md'), 'van mij');
        writeFileSync(join(cwd, 'uit/site/Weg/notitie.txt'), 'van mij');
        rmSync(join(cwd, 'b.draaiboek'));
        const { code, err } = await site();
        expect(code).toBe(0);
        expect(err).toMatch(/^Van een eerdere site weggehaald: \d+ bestanden die er niet meer bij horen\.$/m);
        expect(err).toContain('uit/site/Weg/Weg-record.md hoort niet meer bij de site, en staat er nog omdat');
        expect(readdirSync(join(cwd, 'uit/site/Weg')).sort()).toEqual(['Weg-record.md', 'notitie.txt']);
        // what was asked for by itself is no page of the site
        expect(readdirSync(join(cwd, 'uit'))).toContain('Weg');
        rmSync(join(cwd, 'uit/site/Weg/Weg-record.md'));
        rmSync(join(cwd, 'uit/site/Weg/notitie.txt'));
        expect(await site()).toMatchObject({ code: 0, err: '' });
    });

    test('puts what the files of municipalities say beside what is decided locally, and tells what is wrong in one', async () => {
        const text = `interventie Pad "Pad" { uitvoering { locatie plaatselijk kosten plaatselijk materiaal "Boek" } }`;
        const breda = {
            name: 'Breda & <b>',
            values: { uitvoering: { locatie: 'In | het wijkhuis', materiaal: 'Anders' } },
        };
        const cwd = folder({
            'a.draaiboek': text,
            'draaiboek.json': JSON.stringify({ local: ['breda.json', 'lokaal/tilburg.json', 'weg.json'] }),
            'breda.json': JSON.stringify(breda),
            'lokaal/tilburg.json': JSON.stringify({ values: { uitvoering: { kosten: '10 euro' } } }),
        });
        const { code, err } = await tool(['generate', '--to', 'plaatselijk', '--out', 'uit'], { cwd });
        expect(code).toBe(2);
        expect(err).toContain('weg.json');
        const made = readFileSync(join(cwd, 'uit/Pad/Pad-plaatselijk.md'), 'utf8');
        expect(made).toContain('| Breda \\& \\<b\\> | tilburg |');
        expect(made).toContain(
            '| locatie | uitvoering | **[plaatselijk]** | In \\| het wijkhuis | *nog niet ingevuld* |',
        );
        expect(made).toContain('| kosten | uitvoering | **[plaatselijk]** | *nog niet ingevuld* | 10 euro |');
        expect(made).toMatch(/Breda .* vult ook iets in wat in dit draaiboek niet .* is: uitvoering › materiaal\./);
        writeFileSync(join(cwd, 'weg.json'), '{"values": {"uitvoering": {"locatie": 3}}}');
        const again = await tool(['generate', '--to', 'plaatselijk', '--out', 'uit'], { cwd });
        expect(again.err).toContain('weg.json: values › uitvoering › locatie: schrijf de waarde als tekst.');
    });

    test('makes a workflow for one municipality, with what its file says in the place of `plaatselijk`', async () => {
        const text = `rol R interventie Pad "Pad" { doel onbekend aanpak {
            stap A { door R termijn plaatselijk "per wijk" standaard 2 weken anders: B } stap B { door R } } }`;
        const file = (name: string, termijn: string) => JSON.stringify({ name, values: { A: { termijn } } });
        const cwd = folder({
            'a.draaiboek': text,
            'draaiboek.json': JSON.stringify({
                local: ['breda.json', 'tilburg.json', 'ede.json'],
                municipality: 'Breda',
            }),
            'breda.json': file('Breda', '5 dagen'),
            'tilburg.json': file('Tilburg', '3 weken'),
            'ede.json': file('Ede', 'gauw'),
        });
        const make = (...more: string[]) =>
            tool(['generate', '--to', 'bpmn,markdown,plaatselijk', '--out', 'uit', '--format', 'json', ...more], {
                cwd,
            });
        const bpmn = () => readFileSync(join(cwd, 'uit/Pad/Pad.bpmn'), 'utf8');
        expect(await make()).toMatchObject({ code: 0, out: expect.stringContaining('dit geldt voor Breda') as string });
        expect(bpmn()).toContain('>P5D</');
        expect(bpmn()).toContain('<bpmn:documentation>Termijn: 5 dagen</bpmn:documentation>');
        expect(readFileSync(join(cwd, 'uit/Pad/Pad.md'), 'utf8')).toContain('per wijk');
        expect(readFileSync(join(cwd, 'uit/Pad/Pad-plaatselijk.md'), 'utf8')).toContain(
            '| **[plaatselijk]**: per wijk, standaard 2 weken | 5 dagen | 3 weken | *kan hier niet staan*: "gauw" |',
        );
        expect((await make('--municipality', 'tilburg')).code).toBe(0);
        expect(bpmn()).toContain('>P21D</');
        expect(await make('--municipality', 'Ede')).toMatchObject({
            code: 0,
            err: 'local › Ede › A › termijn: "gauw" kan daar niet staan; dit blijft plaatselijk.\n',
        });
        const { code, err } = await make('--municipality', 'Tilburgh');
        expect(code).toBe(2);
        expect(err).toContain('Van de gemeente Tilburgh is er geen bestand. Bedoelde u Tilburg?');
    });

    test('writes the day and the form that the user gives into documents', async () => {
        const form = { version: 1, title: 'Ons formulier', follows: 'Wij.', verified: true, sections: [] };
        const cwd = folder({ 'a.draaiboek': FINE, 'form.json': JSON.stringify(form) });
        const args = [
            'generate',
            '--to',
            'werkblad',
            '--out',
            'uit',
            '--date',
            '1 maart 2026',
            '--template',
            'form.json',
        ];
        expect(await tool(args, { cwd })).toMatchObject({ code: 0, err: '' });
        const text = readFileSync(join(cwd, 'uit/Pad/Pad-werkblad.md'), 'utf8');
        expect(text).toContain('gemaakt op 1 maart 2026');
        expect(text).toContain('Ons formulier');
    });

    test.each([
        [['--date', 'gisteren'], '`gisteren` is geen datum. Schrijf `--date` als 2026-03-01.'],
        [['--template', 'form.json'], 'form.json: version: schrijf 1.'],
        [['--template', 'weg.json'], 'weg.json'],
    ])('refuses %j with what to write', async (more, said) => {
        const cwd = folder({ 'a.draaiboek': FINE, 'form.json': '{}' });
        const { code, err } = await tool(['generate', '--to', 'werkblad', '--out', 'uit', ...more], { cwd });
        expect(code).toBe(2);
        expect(err).toContain(said);
    });

    test('makes pictures of points in the size of their drawings', async () => {
        const cwd = folder({ 'a.draaiboek': FINE });
        expect(await tool(['generate', '--to', 'svg,png', '--out', 'uit'], { cwd })).toMatchObject({
            code: 0,
            err: '',
        });
        const svg = readFileSync(join(cwd, 'uit/Pad/Pad.svg'), 'utf8');
        const png = readFileSync(join(cwd, 'uit/Pad/Pad.png'));
        expect(png.subarray(0, 8)).toEqual(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
        const [, width = '', height = ''] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
        const size = [png.readUInt32BE(16), png.readUInt32BE(20)];
        expect(size).toEqual([Number(width), Number(height)].map((side) => Math.ceil(side * 1.5)));
        expect(png.length).toBeGreaterThan(5_000);
    });

    test('prints a manifest with files, losses and trace for scripts', async () => {
        const cwd = folder({ 'map/a.draaiboek': FINE });
        const { version, interventies } = await manifest(['--to', ids.join(), '--out', 'uit'], cwd);
        expect(version).toBe(1);
        expect(interventies.map(({ name }) => name)).toEqual(['Pad']);
        const outputs = interventies[0]?.outputs ?? [];
        expect(outputs.map(({ to }) => to)).toEqual(ids);
        for (const output of outputs) {
            expect(Object.keys(output)).toEqual(['to', 'files', 'losses', 'trace']);
            output.files.forEach((file) => {
                expect(file).toMatch(/^Pad\//);
                expect(existsSync(join(cwd, 'uit', file))).toBe(true);
            });
            output.losses.forEach((loss) => {
                expect(loss).toEqual({ element: expect.any(String) as string, reason: expect.any(String) as string });
            });
        }
        const trace = outputs.flatMap((output) => output.trace);
        const step = trace.find(({ element }) => element === 'Een');
        expect(step).toEqual({
            element: 'Een',
            id: expect.any(String) as string,
            file: 'map/a.draaiboek',
            range: { start: { line: 6, character: 9 }, end: { line: 6, character: 12 } },
        });
    });

    test('makes documents of a protocol with errors, and of workflow outputs only what `--force` allows', async () => {
        const cwd = folder({ 'a.draaiboek': WRONG });
        const { code, err } = await tool(['generate', '--to', 'alles', '--out', 'uit'], { cwd });
        expect(code).toBe(strict.length > 0 ? 1 : 0);
        strict.forEach((id) => {
            expect(err).toContain(`Pad: ${id} is niet gemaakt, want a.draaiboek (of wat het gebruikt) heeft 1 fout`);
        });
        expect(readFileSync(join(cwd, 'uit/Pad/Pad.md'), 'utf8')).toContain('Het pad');
        const forced = await tool(['generate', '--to', 'alles', '--out', 'uit2', '--force'], { cwd });
        const draft =
            'Pad: 1 fout in de tekst; wat hiervan gemaakt wordt, is een concept. Zie: draaiboek check a.draaiboek\n';
        expect({ code: forced.code, err: forced.err }).toEqual({ code: 0, err: draft });
        expect(readFileSync(join(cwd, 'uit/Pad/Pad.html'), 'utf8')).toContain('Dit document is gemaakt terwij');
    });

    test('does not say of what could not be read that the protocol says nothing about it', async () => {
        const text = 'interventie X "x" {\n    plan van aanpak {\n        stap A "a"\n    }\n}\n';
        const cwd = folder({ 'a.draaiboek': text, 'b.draaiboek': 'interventie Y "y"\n' });
        const { out } = await tool(['generate', '--to', 'markdown', '--out', 'uit', '--format', 'json'], { cwd });
        const ofX = readFileSync(join(cwd, 'uit/X/X.md'), 'utf8');
        expect(ofX).toContain('Hierover is niets gelezen.');
        expect(ofX).not.toContain('Hierover zegt het draaiboek niets.');
        expect(readFileSync(join(cwd, 'uit/Y/Y.md'), 'utf8')).toContain('Hierover zegt het draaiboek niets.');
        expect(out).toContain('in het draaiboek staat tekst die niet te lezen is');
    });

    test('keeps two interventies of one name apart, and says so', async () => {
        const cwd = folder({
            'breda.draaiboek': FINE,
            'zwolle.draaiboek': FINE.replace('"Het pad"', '"Een ander pad"'),
        });
        const { code, err } = await tool(['generate', '--to', 'markdown', '--out', 'uit'], { cwd });
        expect(code).toBe(0);
        expect(err).toContain('die van breda.draaiboek komt in de map Pad-breda.');
        expect(readFileSync(join(cwd, 'uit/Pad-breda/Pad.md'), 'utf8')).toContain('Het pad');
        expect(readFileSync(join(cwd, 'uit/Pad-zwolle/Pad.md'), 'utf8')).toContain('Een ander pad');
    });

    test('does not let the second of them overwrite the first in a later run', async () => {
        const cwd = folder({
            'breda.draaiboek': FINE,
            'zwolle.draaiboek': FINE.replace('"Het pad"', '"Een ander pad"'),
        });
        await tool(['generate', 'breda.draaiboek', '--to', 'markdown', '--out', 'uit'], { cwd });
        const { code, err } = await tool(['generate', 'zwolle.draaiboek', '--to', 'markdown', '--out', 'uit'], { cwd });
        expect(code).toBe(2);
        expect(err).toContain('uit/Pad/Pad.md is gemaakt uit een ander protocol: breda.draaiboek.');
        expect(readFileSync(join(cwd, 'uit/Pad/Pad.md'), 'utf8')).toContain('Het pad');
    });

    test('makes output of the interventies that were named, not of those that they use', async () => {
        const cwd = folder({
            'a.draaiboek': `gebruik "b.draaiboek"\n${FINE}`,
            'b.draaiboek': FINE.replace('interventie Pad', 'interventie Ander'),
        });
        const { interventies } = await manifest(['a.draaiboek', '--to', 'json', '--out', 'uit'], cwd);
        expect(interventies.map(({ name }) => name)).toEqual(['Pad']);
    });

    test('speaks the language of the settings in what it makes, or the one that the user asks for', async () => {
        const cwd = folder({ 'draaiboek.json': '{ "language": "en" }', 'a.draaiboek': FINE });
        await tool(['generate', '--to', 'markdown', '--out', 'settings'], { cwd });
        await tool(['generate', '--to', 'markdown', '--out', 'en', '--language', 'en'], { cwd });
        await tool(['generate', '--to', 'markdown', '--out', 'nl', '--language', 'nl'], { cwd });
        const text = (out: string) => readFileSync(join(cwd, out, 'Pad/Pad.md'), 'utf8');
        expect(text('settings')).toBe(text('en'));
        expect(text('nl')).not.toBe(text('en'));
    });
});

test('one output that fails by a mistake of ours does not take the others along', async () => {
    const broken = vi.spyOn(GENERATORS[0] ?? { generate: () => undefined }, 'generate').mockImplementation(() => {
        throw new Error('kapot');
    });
    const cwd = folder({ 'a.draaiboek': FINE });
    const { code, out, err } = await tool(['generate', '--to', 'alles', '--out', 'uit'], { cwd });
    broken.mockRestore();
    expect(code).toBe(2);
    expect(err).toBe(
        `Pad: ${ids[0] ?? ''} kon niet worden gemaakt, door een fout in Draaiboek zelf (kapot). Meld dit met het protocol erbij.\n`,
    );
    expect(out).toContain('uit/Pad/Pad.md');
});

test('generate --list names every output, for people and for scripts', async () => {
    const { out } = await tool(['generate', '--list']);
    expect(
        out
            .trimEnd()
            .split('\n')
            .map((line) => line.split(' ')[0]),
    ).toEqual([...ids, 'site']);
    const json = await tool(['generate', '--list', '--format', 'json', '--language', 'en']);
    expect(JSON.parse(json.out)).toEqual({
        version: 1,
        outputs: [...GENERATORS, { ...SITE, refusesOnError: false }].map(({ id, title, summary, refusesOnError }) => ({
            to: id,
            title: title.en,
            summary: summary.en,
            refusesOnError,
        })),
    });
});

describe('generate cannot do its work', () => {
    test.each([
        [['--out', 'uit'], 'Zeg met `--to` wat u wilt maken. Het kan zijn: html, '],
        [['--to', ' , ', '--out', 'uit'], 'Zeg met `--to` wat u wilt maken.'],
        [['--to', 'markdown'], 'Zeg met `--out` in welke map de uitvoer komt.'],
        [['--to', 'markdwon', '--out', 'uit'], '`markdwon` kan Draaiboek niet maken. Bedoelde u markdown?'],
        [['nee', '--to', 'markdown', '--out', 'uit'], 'nee bestaat niet.'],
        [['b.draaiboek', '--to', 'json', '--out', 'uit'], 'In deze bestanden staat geen interventie'],
    ])('%j', async (args, message) => {
        const cwd = folder({ 'a.draaiboek': FINE, 'b.draaiboek': 'rol Werker\n' });
        const { code, out, err } = await tool(['generate', ...args], { cwd });
        expect({ code, out }).toEqual({ code: 2, out: '' });
        expect(err).toContain(message);
        expect(existsSync(join(cwd, 'uit'))).toBe(false);
    });

    test('where a file of the user stands in the way', async () => {
        const cwd = folder({ 'a.draaiboek': FINE, 'uit/Pad/Pad.md': 'van mij' });
        const { code, out, err } = await tool(['generate', '--to', 'alles', '--out', 'uit'], { cwd });
        expect({ code, out }).toEqual({ code: 2, out: '' });
        expect(err).toContain('uit/Pad/Pad.md bestaat al en is niet door Draaiboek gemaakt.');
        expect(contentOf(join(cwd, 'uit'))).toEqual({ 'Pad/Pad.md': 'van mij' });
    });

    test('where the user stops it: each file is whole, and the next run goes on', async () => {
        const cwd = folder({ 'a.draaiboek': FINE });
        const args = ['generate', '--to', 'alles', '--out', 'uit'];
        const onStop = (stop: () => void) => {
            stop();
        };
        const { code, err } = await tool(args, { cwd, onStop });
        expect(code).toBe(2);
        expect(err).toMatch(/^Afgebroken: 0 van \d+ bestanden zijn geschreven, elk in zijn geheel\.\n$/);
        expect((await tool(args, { cwd })).code).toBe(0);
    });

    test('where one of several files cannot be read: the others are made, and the exit code is 2', async () => {
        const cwd = folder({ 'a.draaiboek': FINE });
        writeFileSync(join(cwd, 'b.draaiboek'), Buffer.of(0xff));
        const { code, err } = await tool(['generate', '--to', 'markdown', '--out', 'uit'], { cwd });
        expect(code).toBe(2);
        expect(err).toContain('b.draaiboek, regel 1:1 is geen UTF-8');
        expect(existsSync(join(cwd, 'uit/Pad/Pad.md'))).toBe(true);
    });
});
