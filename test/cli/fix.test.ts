import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { catalogue } from '../../language/rules/catalogue.js';
import type * as check from '../../language/rules/check.js';
import type { Finding, Fix } from '../../language/rules/finding.js';
import { contentOf, FINE, folder, MISSPELT, tool, WRONG } from './tool.js';

/** Rules of a test, besides those of the catalogue. */
const rules = vi.hoisted(() => ({ extra: [] as ((text: string, uri: string) => Finding[])[] }));

vi.mock('../../language/rules/check.js', async (original) => {
    const real = await original<typeof check>();
    const findingsOf: typeof real.findingsOf = (document, services) => [
        ...real.findingsOf(document, services),
        ...rules.extra.flatMap((find) => find(document.textDocument.getText(), document.uri.toString())),
    ];
    return { ...real, findingsOf };
});

describe('check --fix', () => {
    test('mends what can be mended by itself, and reports what is left', async () => {
        const cwd = folder({ 'a.draaiboek': MISSPELT, 'b.draaiboek': FINE });
        const { code, out, err } = await tool(['check', '--fix'], { cwd });
        expect(code).toBe(0);
        expect(err).toBe('a.draaiboek: 1 hersteld.\n  7: Een: Maak er `stap` van\n');
        expect(out).toContain('2 bestanden gecontroleerd: 0 fouten');
        expect(contentOf(cwd)).toEqual({ 'a.draaiboek': FINE, 'b.draaiboek': FINE });
    });

    test('mends several in one file, and keeps its byte order mark and the ends of its lines', async () => {
        const windows = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`;
        const twice = MISSPELT.replace('  doel Hoofd', '  doell Hoofd');
        const cwd = folder({ 'a.draaiboek': windows(twice) });
        const { err } = await tool(['check', '--fix'], { cwd });
        expect(err).toBe('a.draaiboek: 2 hersteld.\n  3: Hoofd: Maak er `doel` van\n  7: Een: Maak er `stap` van\n');
        expect(readFileSync(join(cwd, 'a.draaiboek'), 'utf8')).toBe(windows(FINE));
    });

    test('never makes of a word its opposite', async () => {
        const text = FINE.replace(/}\s*$/, '  effect "rust" onaangetoond\n}\n').replace(
            /einde (\w+)(?: \{[^}]*\})?/,
            'einde $1 { ongeslaagd }',
        );
        const cwd = folder({ 'a.draaiboek': text });
        const { code } = await tool(['check', '--fix'], { cwd });
        expect(code).toBe(1);
        expect(readFileSync(join(cwd, 'a.draaiboek'), 'utf8')).toBe(text);
    });

    test('leaves alone what a person must decide', async () => {
        const cwd = folder({ 'a.draaiboek': WRONG });
        const { code, err } = await tool(['check', '--fix'], { cwd });
        expect(code).toBe(1);
        expect(err).toBe('Er valt in 1 bestand niets vanzelf te herstellen.\n');
        expect(readFileSync(join(cwd, 'a.draaiboek'), 'utf8')).toBe(WRONG);
    });

    test('goes on until nothing changes: what one mend brings to light, another mends', async () => {
        const twice = FINE.replace('rol Werker', 'rol Werker\nrol Werker\nrol Werker').replace('    stap', '    stapp');
        const cwd = folder({ 'a.draaiboek': twice });
        const { code, err } = await tool(['check', '--fix'], { cwd });
        expect(readFileSync(join(cwd, 'a.draaiboek'), 'utf8')).toBe(FINE);
        // the word first, and of the two lines that touch one after the other
        expect(err).toBe(
            'a.draaiboek: 3 hersteld.\n  7: Een: Maak er `stap` van\n  2: Werker: Haal de tweede weg\n  2: Werker: Haal de tweede weg\n',
        );
        expect(code).toBe(0);
        expect((await tool(['check', '--fix'], { cwd })).err).toBe(
            'Er valt in 1 bestand niets vanzelf te herstellen.\n',
        );
    });

    test('mends a misspelt word although what stands behind it has a fout of its own', async () => {
        const without = MISSPELT.replace('      door Werker\n', '');
        const cwd = folder({ 'a.draaiboek': without });
        const { code, out, err } = await tool(['check', '--fix'], { cwd });
        expect(err).toContain('a.draaiboek: 1 hersteld.\n');
        expect(readFileSync(join(cwd, 'a.draaiboek'), 'utf8')).toBe(without.replace('stapp', 'stap'));
        expect(out).toContain('rol/stap-zonder');
        expect(code).toBe(1);
    });

    test('mends several files at once, one of them with Windows line ends, and each keeps what it had', async () => {
        const windows = MISSPELT.replaceAll('\n', '\r\n');
        const twice = 'rol A\r\n\r\ninterventie B {\r\n  doel D onbekend\r\n}\r\nrol A\r\n';
        const cwd = folder({ 'a.draaiboek': MISSPELT, 'b.draaiboek': windows, 'c.draaiboek': `\ufeff${twice}` });
        await tool(['check', '--fix'], { cwd });
        expect(contentOf(cwd)).toEqual({
            'a.draaiboek': FINE,
            'b.draaiboek': FINE.replaceAll('\n', '\r\n'),
            'c.draaiboek': '\ufeffrol A\r\n\r\ninterventie B {\r\n  doel D onbekend\r\n}\r\n',
        });
    });

    test('writes nothing of a file that it may not write', async () => {
        const cwd = folder({ 'a.draaiboek': MISSPELT });
        chmodSync(cwd, 0o555);
        const { code } = await tool(['check', '--fix'], { cwd });
        chmodSync(cwd, 0o755);
        const text = readFileSync(join(cwd, 'a.draaiboek'), 'utf8');
        expect([MISSPELT, FINE]).toContain(text);
        expect(code === 0).toBe(text === FINE);
        expect(readdirSync(cwd)).toEqual(['a.draaiboek']);
    });

    test('changes no file that the user did not name', async () => {
        const cwd = folder({ 'a.draaiboek': 'gebruik "b.draaiboek"\n', 'b.draaiboek': MISSPELT });
        await tool(['check', '--fix', 'a.draaiboek'], { cwd });
        expect(readFileSync(join(cwd, 'b.draaiboek'), 'utf8')).toBe(MISSPELT);
    });
});

describe('a safe fix that is not safe after all', () => {
    /** A rule that finds each time a word stands in the text, and would have it replaced. */
    function ruleAgainst(word: string, replacement: string, code: string) {
        return (text: string, file: string): Finding[] =>
            text.split('\n').flatMap((line, index) => {
                const character = line.indexOf(word);
                const at = (to: number) => ({
                    file,
                    range: { start: { line: index, character }, end: { line: index, character: to } },
                });
                const fix: Fix = {
                    title: { nl: 'Vervang', en: 'Replace' },
                    safe: true,
                    edits: [{ at: at(character + word.length), newText: replacement }],
                };
                const finding: Finding = {
                    code,
                    severity: 'warning',
                    message: { nl: code, en: code },
                    at: at(character + word.length),
                    related: [],
                    fixes: [fix],
                };
                return character < 0 ? [] : [finding];
            });
    }

    test('is not applied where it brings a fout, and the others are', async () => {
        rules.extra = [
            ruleAgainst('Kennismaken', 'Elkaar leren kennen', 'proef/goed'),
            ruleAgainst('door Werker', 'door Niemand', 'proef/stuk'),
        ];
        const cwd = folder({ 'a.draaiboek': FINE });
        const { err } = await tool(['check', '--fix'], { cwd });
        rules.extra = [];
        expect(readFileSync(join(cwd, 'a.draaiboek'), 'utf8')).toBe(FINE.replace('Kennismaken', 'Elkaar leren kennen'));
        expect(err).toContain('a.draaiboek: 1 hersteld.\n');
    });

    test('is applied with thousands of others', async () => {
        rules.extra = [ruleAgainst('Meer', 'Verdieping', 'proef/goed')];
        const steps = (title: string) =>
            Array.from({ length: 20_000 }, (_, i) => `    stap S${String(i)} "${title}"\n`);
        const text = (title: string) => FINE.replace('    einde', `${steps(title).join('')}    einde`);
        const cwd = folder({ 'a.draaiboek': text('Meer') });
        const { err } = await tool(['check', '--fix'], { cwd });
        rules.extra = [];
        expect(readFileSync(join(cwd, 'a.draaiboek'), 'utf8')).toBe(text('Verdieping'));
        expect(err.split('\n')).toEqual([
            'a.draaiboek: 20000 hersteld.',
            ...Array.from({ length: 200 }, () => expect.stringMatching(/^ {2}\d+: S\d+: Vervang$/) as string),
            '  … en nog 19800 keer: Vervang',
            '',
        ]);
    });

    test('does not keep the others from being applied, however many there are', async () => {
        const words = [
            'Hoofd',
            'eerste',
            'kan',
            'verder',
            'weten',
            'kunnen',
            'bellen',
            'Ouders',
            'gezin',
            'Het',
            'wie',
            'zij',
        ];
        rules.extra = [
            ruleAgainst('door Werker', 'door Niemand', 'proef/stuk'),
            ...words.map((word) => ruleAgainst(`"${word}"`, `"${word}!"`, `proef/${word}`)),
        ];
        const cited = (end: string) => words.map((word) => `  toelichting "${word}${end}"\n`).join('');
        const text = (end: string) => FINE.replace('  aanpak', `${cited(end)}  aanpak`);
        const cwd = folder({ 'a.draaiboek': text('') });
        const { err } = await tool(['check', '--fix'], { cwd });
        rules.extra = [];
        expect(readFileSync(join(cwd, 'a.draaiboek'), 'utf8')).toBe(text('!'));
        expect(err).toContain('a.draaiboek: 12 hersteld.\n');
    });

    test('of several that overlap the first is applied, and the others when they still help', async () => {
        rules.extra = [
            ruleAgainst('gezin kan', 'gezin zal', 'proef/een'),
            ruleAgainst('kan verder', 'kan door', 'proef/twee'),
            ruleAgainst('zal verder', 'zal doorgaan', 'proef/drie'),
        ];
        const cwd = folder({ 'a.draaiboek': FINE });
        await tool(['check', '--fix'], { cwd });
        rules.extra = [];
        expect(readFileSync(join(cwd, 'a.draaiboek'), 'utf8')).toBe(FINE.replace('kan verder', 'zal doorgaan'));
    });

    test('is not applied again and again where its finding stays', async () => {
        rules.extra = [ruleAgainst('Kennismaken', 'Kennismaken en Kennismaken', 'proef/blijft')];
        const cwd = folder({ 'a.draaiboek': FINE });
        await tool(['check', '--fix'], { cwd });
        rules.extra = [];
        expect(readFileSync(join(cwd, 'a.draaiboek'), 'utf8')).toBe(FINE);
    });

    test('does not get in the way of another at the same place', async () => {
        rules.extra = [
            ruleAgainst('Kennismaken', 'Leren kennen', 'proef/een'),
            ruleAgainst('Kennismaken', 'Ontmoeten', 'proef/twee'),
        ];
        const cwd = folder({ 'a.draaiboek': FINE });
        await tool(['check', '--fix'], { cwd });
        rules.extra = [];
        expect(readFileSync(join(cwd, 'a.draaiboek'), 'utf8')).toBe(FINE.replace('Kennismaken', 'Leren kennen'));
    });
});

describe('check --fix-unknown', () => {
    const ASKS = `// een proef
interventie X "X" {
  doel Rust "Rust" // het doel
  rol Werker
  // de stappen
  aanpak {
    stap Praten "Praten" { /* samen */ }
    stap Plan {
      door Werker // alleen
    }
    einde Klaar { bij weigering }
  }
}
`;

    test('writes onbekend where something is not said, keeps all else, and has nothing to do after that', async () => {
        const cwd = folder({ 'a.draaiboek': ASKS });
        const { err, out } = await tool(['check', '--fix-unknown'], { cwd });
        const text = readFileSync(join(cwd, 'a.draaiboek'), 'utf8');
        expect(err).toContain('hersteld.');
        expect(text.match(/\/\/ .*/g)).toEqual(ASKS.match(/\/\/ .*/g));
        expect(text).toContain('/* samen */');
        expect(text).toContain('door onbekend');
        expect(text).toContain('werkt aan onbekend');
        expect(text).toContain('escalatie onbekend');
        expect(text).toContain('kenmerk "Meldcode" onbekend');
        expect(text).toContain('doelgroep onbekend');
        // what is there besides is what was there
        const left = text.split(/\s+/).filter((word) => !ASKS.split(/\s+/).includes(word));
        expect(left.length).toBeGreaterThan(10);
        expect(out).not.toContain('fout ');
        const again = await tool(['check', '--fix-unknown'], { cwd });
        expect(again.err).toBe('Er valt in 1 bestand niets vanzelf te herstellen.\n');
        expect(readFileSync(join(cwd, 'a.draaiboek'), 'utf8')).toBe(text);
    });

    test('is not done by --fix', async () => {
        const cwd = folder({ 'a.draaiboek': ASKS });
        expect((await tool(['check', '--fix'], { cwd })).err).toBe(
            'Er valt in 1 bestand niets vanzelf te herstellen.\n',
        );
        expect(contentOf(cwd)).toEqual({ 'a.draaiboek': ASKS });
    });

    test('leaves a name that leads nowhere alone, and what is only for information', async () => {
        const text = FINE.replace('door Werker', 'door Werkerr');
        expect(text).not.toBe(FINE);
        const cwd = folder({ 'a.draaiboek': text });
        await tool(['check', '--fix-unknown'], { cwd });
        expect(readFileSync(join(cwd, 'a.draaiboek'), 'utf8')).toContain('door Werkerr');
    });

    test('never makes a text that cannot be read, and loses no comment, in wrong examples of rules', async () => {
        const texts = catalogue
            .filter(
                ({ code, wrong }) =>
                    !code.startsWith('meta/') && !wrong.includes('"\"\"') && !wrong.includes('gebruik'),
            )
            // each round looks at all files again
            .filter((_, i) => i % 6 === 0)
            .map(({ wrong }, i) =>
                wrong
                    .split('\n')
                    .map((line, n) =>
                        line.trim() === '' ? line : `// k${String(i)}-${String(n)}\n${line} // e${String(n)}`,
                    )
                    .join('\n'),
            );
        const cwd = folder(Object.fromEntries(texts.map((text, i) => [`f${String(i)}.draaiboek`, text])));
        await tool(['check', '--fix-unknown', '--format', 'json'], { cwd });
        const after = contentOf(cwd);
        const commentsOf = (text: string) => text.match(/\/\/ [ke][\d-]+/g);
        let changed = 0;
        for (const [i, text] of texts.entries()) {
            const mended = after[`f${String(i)}.draaiboek`] ?? '';
            changed += mended === text ? 0 : 1;
            expect(commentsOf(mended)).toEqual(commentsOf(text));
            // only added to
            expect(isSubsequence(text.replace(/\s+/g, ''), mended.replace(/\s+/g, ''))).toBe(true);
        }
        expect(changed).toBeGreaterThan(5);
        const { out } = await tool(['check', '--fix-unknown', '--format', 'json'], { cwd });
        expect(out).not.toContain('meta/syntaxis');
        expect(contentOf(cwd)).toEqual(after);
    });
});

/** Whether a text is left where some signs are taken out of another. */
function isSubsequence(part: string, whole: string): boolean {
    let at = 0;
    for (const sign of whole) {
        at += sign === part[at] ? 1 : 0;
    }
    return at === part.length;
}
