import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { MOST_DEPTH } from '../../language/syntax/limits.js';
import { folder } from './tool.js';

// In a process of its own, since what a stack holds depends on what has been compiled in it before.

const TOOL = join(import.meta.dirname, '../../dist/cli/draaiboek.js');
/** Three quarters of the stack that Node gives, in KB: there is room for other machines and for the editor. */
const STACK = 740;

beforeAll(() => {
    if (!existsSync(TOOL)) {
        throw new Error('Build the tool first: npm run build.');
    }
});

const inApproach = (lines: string) => `rol Werker
interventie Pad "Het pad" {
  doel Hoofd "Het gezin kan verder" {
    subdoel eerste "Ouders weten wie zij kunnen bellen"
  }
  aanpak {
${lines}
    einde Klaar
  }
}
`;
const STEP = 'stap Een "Kennismaken" {\ndoor Werker\nwerkt aan eerste\n}\n';
const blocks = (open: (i: number) => string) => (depth: number) =>
    inApproach(Array.from({ length: depth }, (_, i) => `${open(i)} {\n`).join('') + STEP + '}\n'.repeat(depth));
const condition = (open: string, close: string) => (depth: number) =>
    inApproach(
        `stap Een "Kennismaken" {\ndoor Werker\nwerkt aan eerste\npas als ${open.repeat(depth)}"het gezin is bekend"${close.repeat(depth)}\n}`,
    );

/** What can stand inside itself: a text with that many of it, and how many blocks are around them. */
const NESTING: Readonly<Record<string, readonly [around: number, text: (depth: number) => string]>> = {
    gelijktijdig: [2, blocks(() => 'gelijktijdig')],
    'een van': [2, blocks(() => 'een van')],
    'naar keuze': [2, blocks(() => 'naar keuze')],
    fase: [2, blocks((i) => `fase F${String(i)}`)],
    brackets: [3, condition('(', ')')],
    'brackets with a negation': [3, condition('niet (', ')')],
    'brackets with a second part': [3, condition('("het gezin is bekend" en ', ')')],
    negations: [2, condition('niet ', '')],
    amounts: [
        2,
        (depth) => inApproach(STEP).replace('"\n  }', `"\n    moment ${'80 % binnen '.repeat(depth)}3 dagen\n  }`),
    ],
};
const COMMANDS = [
    ['check', '--format', 'json'],
    ['format', '--check'],
    ['generate', '--to', 'alles', '--force', '--out', 'uit'],
];

function run(args: readonly string[], cwd: string) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [`--stack-size=${String(STACK)}`, TOOL, ...args], {
        cwd,
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
    });
    return { code: status, out: stdout, err: stderr };
}

const LIMIT = `meer dan ${String(MOST_DEPTH)} blokken of haakjes`;

describe.each(Object.entries(NESTING))('%s inside each other', (_, [around, text]) => {
    test('as deep as the limit allows: every command does its work', () => {
        const cwd = folder({ 'a.draaiboek': text(MOST_DEPTH - around - 1) });
        const [check, format, generate] = COMMANDS.map((args) => run(args, cwd));
        expect({ code: check?.code, err: check?.err }).toEqual({ code: 0, err: '' });
        expect(format?.err).not.toContain('fout');
        expect(format?.code).toBeLessThan(2);
        expect(generate?.code).toBe(0);
        expect(generate?.err).toBe('');
    });

    test.each([MOST_DEPTH, 99, 10_000])('%i of them: a message, and no stack that overflows', (depth) => {
        const cwd = folder({ 'a.draaiboek': text(depth + 1) });
        const [check, format, generate] = COMMANDS.map((args) => run(args, cwd));
        expect({ code: check?.code, err: check?.err }).toEqual({ code: 1, err: '' });
        expect(check?.out).toContain(LIMIT);
        expect(check?.out).not.toContain('meta/regelfout');
        expect(format?.code).toBe(1);
        expect(format?.err).toContain(LIMIT);
        expect(generate?.code).toBeLessThan(2);
        expect(generate?.err).not.toContain('fout in Draaiboek zelf');
    });
});
