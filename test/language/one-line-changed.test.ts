import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDraaiboekServices } from '../../language/draaiboek-module.js';
import { catalogue } from '../../language/rules/catalogue.js';
import { findingsBy } from '../../language/rules/check.js';
import { parseText } from '../../language/workspace.js';

const FOLDER = 'memory:/een-regel/';
const read = (name: string): string =>
    readFileSync(new URL(`../../examples/gezinspad/${name}`, import.meta.url), 'utf8');
const lines = read('gezinspad.draaiboek').split('\n');
const { Draaiboek: services } = createDraaiboekServices();

/** No other rule can report an error. */
const rules = catalogue.filter((r) => r.severity === 'error');

/** The errors of gezinspad with one line written otherwise: `code line`. */
async function errorsWith(index: number, line: string): Promise<string[]> {
    const { LangiumDocuments } = services.shared.workspace;
    if (LangiumDocuments.all.isEmpty()) {
        await parseText(services, read('netwerk.draaiboek'), `${FOLDER}netwerk.draaiboek`);
    }
    const text = lines.with(index, line).join('\n');
    const document = await parseText(services, text, `${FOLDER}gezinspad.draaiboek`);
    return findingsBy(rules, document, services)
        .filter((f) => f.severity === 'error')
        .map((f) => `${f.code} ${String(f.at.range.start.line + 1)}`);
}

/** The lines outside texts of several lines and comments that say more than one word, with their index. */
function* statements(): Generator<{ index: number; line: string }> {
    let within = false;
    for (const [index, line] of lines.entries()) {
        const isPart = within || line.includes('"""');
        within = line.split('"""').length % 2 === 0 ? !within : within;
        if (!isPart && /^\s*\p{L}\S*\s+\S/u.test(line) && !/^\s*gebruik\b/.test(line)) {
            yield { index, line };
        }
    }
}

/** A line with an open value instead of each of its words and texts, and instead of all from there. */
function* withOpen(line: string, open: string): Generator<string> {
    const [, body = '', brace = ''] = /^(.*?)(\s*\{)?$/.exec(line) ?? [];
    const words = [...body.matchAll(/"[^"]*"|[^\s:,"]+/g)].slice(1);
    for (const { index, 0: word } of words) {
        const before = body.slice(0, index) + open;
        // `is onbekend` is a condition: it asks whether a fact is known
        if (!/\sis $/.test(body.slice(0, index))) {
            yield before + body.slice(index + word.length) + brace;
            yield before + brace;
        }
    }
}

/** One of so many ways to write a line otherwise is checked: all of them take minutes. */
const EVERY = Number(process.env.EVERY ?? 40);

describe('a line of gezinspad that is written otherwise', () => {
    it('gives no error where it says that something is open', async () => {
        const ways = [...statements()].flatMap(({ index, line }) =>
            ['onbekend', 'plaatselijk'].flatMap((open) => [...withOpen(line, open)].map((to) => ({ index, to }))),
        );
        const tried = ways.filter((_, i) => i % EVERY === 0);
        const wrong: string[] = [];
        let read = 0;
        for (const { index, to } of tried) {
            const errors = await errorsWith(index, to);
            const isRead = errors.every((e) => e !== `meta/syntaxis ${String(index + 1)}`);
            read += isRead ? 1 : 0;
            if (isRead && errors.length > 0) {
                wrong.push(`${String(index + 1)}: ${to.trim()} gives ${errors.join(', ')}`);
            }
        }
        expect(wrong).toEqual([]);
        expect(read).toBeGreaterThan(tried.length / 4);
    });

    it('gives no error at other statements where it breaks off behind its first word', async () => {
        const wrong: string[] = [];
        let broken = 0;
        for (const { index, line } of [...statements()].filter((_, i) => i % 3 === 0)) {
            const [, word = '', brace = ''] = /^(\s*\S+).*?(\s*\{)?$/.exec(line) ?? [];
            const errors = await errorsWith(index, word + brace);
            if (errors.some((e) => e.startsWith('meta/syntaxis'))) {
                broken++;
                const others = errors.filter((e) => !e.startsWith('meta/syntaxis'));
                wrong.push(...others.map((e) => `${String(index + 1)}: ${word.trim()} gives ${e}`));
            }
        }
        expect(wrong).toEqual([]);
        expect(broken).toBeGreaterThan(50);
    });
});
