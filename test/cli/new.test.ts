import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { JsonReport } from '../../cli/print/json.js';
import { contentOf, folder, tool } from './tool.js';

test.each([
    [[], 'nieuw-protocol.draaiboek', 'NieuwProtocol "Nieuw protocol"'],
    [['gezin'], 'gezin.draaiboek', 'Gezin "Gezin"'],
    [['gedeelde zorg.draaiboek'], 'gedeelde zorg.draaiboek', 'GedeeldeZorg "Gedeelde zorg"'],
    [['map/er in/caf\u00e9-2'], 'map/er in/caf\u00e9-2.draaiboek', 'Caf\u00e92 "Caf\u00e9 2"'],
    [['2de kans'], '2de kans.draaiboek', 'Protocol2deKans "2de kans"'],
    [['"hallo"'], '"hallo".draaiboek', 'Hallo "Hallo"'],
    [['\u674e'], '\u674e.draaiboek', 'Protocol "\u674e"'],
])(
    'new %j makes %s, which is free of fouten, is laid out, and says `onbekend` throughout',
    async (args, path, named) => {
        const cwd = folder();
        const { code, out, err } = await tool(['new', ...args], { cwd });
        expect({ code, out }).toEqual({ code: 0, out: '' });
        expect(err).toContain(`${path} is gemaakt.`);
        const text = readFileSync(join(cwd, path), 'utf8');
        expect(text).toContain(`interventie ${named} {`);
        expect(text.match(/\bonbekend\b/g)?.length).toBeGreaterThan(15);
        const check = await tool(['check', path, '--format', 'json'], { cwd });
        const { findings } = JSON.parse(check.out) as JsonReport;
        expect(findings.filter((finding) => finding.severity === 'error')).toEqual([]);
        expect(await tool(['format', '--check', path], { cwd })).toMatchObject({ code: 0, out: '' });
    },
);

test('new - writes to standard output', async () => {
    const { code, out, err } = await tool(['new', '-']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('interventie NieuwProtocol');
});

test('new never overwrites', async () => {
    const cwd = folder({ 'a.draaiboek': '// van mij\n' });
    expect(await tool(['new', 'a'], { cwd })).toEqual({
        code: 2,
        out: '',
        err: 'a.draaiboek bestaat al en is niet overschreven. Kies een andere naam.\n',
    });
    expect(contentOf(cwd)).toEqual({ 'a.draaiboek': '// van mij\n' });
});

test('new says so where the folder cannot be made', async () => {
    const { code, err } = await tool(['new', 'bestand/a'], { cwd: folder({ bestand: '' }) });
    expect(code).toBe(2);
    expect(err).toMatch(/^bestand (kan niet worden geschreven: |bestaat niet)/);
    expect(err).not.toContain('Draaiboek zelf');
});
