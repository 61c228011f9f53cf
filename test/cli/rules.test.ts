import { expect, test } from 'vitest';
import { catalogue } from '../../language/rules/catalogue.js';
import { tool } from './tool.js';

test('rules names every rule of the catalogue with its severity', async () => {
    const { code, out } = await tool(['rules']);
    const lines = out.trimEnd().split('\n');
    expect(code).toBe(0);
    expect(lines.map((line) => line.split(/\s+/)[0])).toEqual(catalogue.map((rule) => rule.code));
    expect(lines.find((line) => line.startsWith('meta/verwijzing'))).toMatch(/^meta\/verwijzing +fout +\S/);
});

test('rules --format json says the same to scripts', async () => {
    const { out } = await tool(['rules', '--format', 'json', '--language', 'en']);
    const { version, rules } = JSON.parse(out) as { version: number; rules: Record<string, string>[] };
    expect(version).toBe(1);
    expect(rules.map(({ code, severity }) => ({ code, severity }))).toEqual(
        catalogue.map(({ code, severity }) => ({ code, severity })),
    );
    expect(Object.keys(rules[0] ?? {})).toEqual(['code', 'severity', 'title', 'reason']);
});

test.each(catalogue.map((rule) => [rule.code, rule] as const))('explain %s', async (code, rule) => {
    const { code: exit, out } = await tool(['explain', code]);
    expect(exit).toBe(0);
    expect(out.startsWith(`${code}  `)).toBe(true);
    expect(out).toContain(rule.title.nl);
    expect(out).toContain('\nWaarom\n');
    expect(out).not.toMatch(/\{\w+\}/);
    for (const line of [...rule.wrong.split('\n'), ...rule.right.split('\n')]) {
        expect(out).toContain(line.trim());
    }
});

test('explain speaks English when asked', async () => {
    const { out } = await tool(['explain', 'meta/verwijzing', '--language', 'en']);
    expect(out).toMatch(/^meta\/verwijzing {2}error\n/);
    expect(out).toContain('\nWhy\n');
});

test.each([
    ['meta/verwijzng', 'meta/verwijzing'],
    ['verwijzing', 'meta/verwijzing'],
])('explain %s offers %s', async (typed, meant) => {
    const { code, out, err } = await tool(['explain', typed]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(`Er is geen regel ${typed}. Bedoelde u ${meant}? \`draaiboek rules\` noemt ze alle.\n`);
});
