import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { JsonReport } from '../../cli/print/json.js';
import { readSettings } from '../../language/settings/read.js';
import { contentOf, folder, tool, WRONG } from './tool.js';

const page = readFileSync(join(import.meta.dirname, '../../docs/opdrachtregel.md'), 'utf8');

test('the page about the tool names every command and every option, and no others', async () => {
    const { out } = await tool(['--help']);
    const commands = [...out.matchAll(/^ {2}([a-z]+)(?= |$)/gm)].map(([, name = '']) => name);
    const options = new Set<string>();
    for (const name of commands) {
        expect(page).toMatch(new RegExp(`\\b${name}\\b`));
        const help = await tool([name, '--help']);
        [...help.out.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].forEach(([, option = '']) => options.add(option));
    }
    const named = new Set([...page.matchAll(/(?<![\w-])--[a-z][a-z-]+/g)].map(([option]) => option));
    named.delete('--silent');
    options.delete('--version');
    expect([...named].sort()).toEqual([...options].sort());
});

test('its settings are right', () => {
    const settings = [...page.matchAll(/```json\n([\s\S]*?)```/g)]
        .map(([, text = '']) => text)
        .filter((t) => t.includes('"rules"'));
    expect(settings).toHaveLength(1);
    expect(readSettings(settings[0] ?? '').problems).toEqual([]);
});

test('the case of a finding is as the page shows it, and the simulator goes its course', async () => {
    const shown = [...page.matchAll(/```json\n([\s\S]*?)```/g)]
        .map(([, text = '']) => JSON.parse(text) as { path?: string[]; case?: object })
        .find((data) => data.path && data.case);
    const text = `interventie Pad "Het pad" {
  gegeven akkoord: ja/nee
  aanpak {
    contactbudget hoogstens 5 contacten
    stap Bezoek { bepaalt akkoord  contacten precies 2  herhaal hoogstens 2 keer tot akkoord }
    einde Klaar
  }
}
`;
    const cwd = folder({ 'pad.draaiboek': text, 'casus.json': JSON.stringify(shown?.case) });
    const { findings } = JSON.parse((await tool(['check', '--format', 'json'], { cwd })).out) as JsonReport;
    expect(findings.find((f) => f.code === 'budget/overschreden')?.data).toEqual(shown);
    const { runs } = JSON.parse((await tool(['check', '--format', 'sarif'], { cwd })).out) as {
        runs: { results: { properties?: { data?: object } }[] }[];
    };
    expect(runs[0]?.results.map((r) => r.properties?.data)).toContainEqual(shown);
    const run = await tool(['simulate', 'pad.draaiboek', '--case', 'casus.json', '--format', 'json'], { cwd });
    expect(JSON.parse(run.out)).toMatchObject({ path: shown?.path, contacts: { least: 6 }, end: 'Klaar' });
});

test('the pipelines of the page about CI make the reports that they hand in', async () => {
    const ci = readFileSync(join(import.meta.dirname, '../../docs/ci.md'), 'utf8');
    const made: string[] = [];
    for (const [, command = ''] of ci.matchAll(/^ *- (?:run: )?draaiboek (.+)$/gm)) {
        const cwd = folder({ 'a.draaiboek': WRONG });
        expect((await tool(command.split(' '), { cwd })).code).toBe(1);
        made.push(...Object.keys(contentOf(cwd)).filter((name) => name !== 'a.draaiboek'));
    }
    expect(made).toEqual(['draaiboek.sarif', 'draaiboek.xml']);
    expect(ci).toMatch(/^ +junit: draaiboek\.xml$/m);
    expect(ci).toMatch(/draaiboek\.sarif > upload\.sarif$/m);
    expect(ci).toMatch(/^ +sarif_file: upload\.sarif$/m);
});
