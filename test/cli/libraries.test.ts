/** Built-in libraries in the tool: read when used, never written, never judged. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, tool } from './tool.js';

const PROTOCOL = `gebruik "draaiboek:i-pass"

interventie Pad "Pad" {
  toelichting "Naar I-PASS" volgens Starmer2014
  doel Verder "Verder" onbekend
}
`;

describe('a protocol that uses draaiboek:i-pass', () => {
    test('is checked; the library is not, whatever the settings say', async () => {
        const settings = JSON.stringify({
            rules: { 'meta/bron': 'fout', 'tekst/lengte': 'fout', 'meta/onbekend': 'fout' },
        });
        const text = PROTOCOL.replace(' onbekend', '');
        const cwd = folder({ 'a.draaiboek': text, 'draaiboek.json': settings });
        const { out } = await tool(['check', '--format', 'json'], { cwd });
        const { summary, findings } = JSON.parse(out) as { summary: { files: number }; findings: { file: string }[] };
        expect(summary.files).toBe(1);
        expect([...new Set(findings.map((f) => f.file))]).toEqual(['a.draaiboek']);
    });

    test('is laid out and made into documents; nothing else is written', async () => {
        const cwd = folder({ 'a.draaiboek': PROTOCOL });
        await tool(['format', '.'], { cwd });
        expect(readdirSync(cwd)).toEqual(['a.draaiboek']);
        const { code } = await tool(['generate', '.', '--to', 'markdown', '--out', 'uit'], { cwd });
        expect(code).toBe(0);
        expect(readdirSync(join(cwd, 'uit')).filter((name) => !name.startsWith('.'))).toEqual(['Pad']);
        const markdown = readFileSync(join(cwd, 'uit/Pad/Pad.md'), 'utf8');
        expect(markdown).toContain('10.1056/NEJMsa1405556');
        expect(markdown).toContain('*illness severity*');
    });

    test('a file of that name on disk is another file', async () => {
        const cwd = folder({ 'b.draaiboek': 'gebruik "i-pass.draaiboek"\n', 'i-pass.draaiboek': 'rol Werker\n' });
        expect((await tool(['check'], { cwd })).code).toBe(0);
    });

    test('a place in a library is called as it is used', async () => {
        const text =
            'gebruik "b.draaiboek"\ngebruik "draaiboek:i-pass"\ninterventie Pad "Pad" { toelichting "x" volgens Starmer2014 }';
        const cwd = folder({ 'a.draaiboek': text, 'b.draaiboek': 'bron Starmer2014 "Iets anders"\n' });
        const { out } = await tool(['check', 'a.draaiboek'], { cwd });
        expect(out).toContain('`Starmer2014` staat ook in "b.draaiboek"');
        expect(out).toContain('draaiboek:i-pass:3:6');
        const sarif = await tool(['check', 'a.draaiboek', '--format', 'sarif'], { cwd });
        expect(sarif.out).toContain('"uri": "draaiboek:/i-pass.draaiboek"');
    });
});
