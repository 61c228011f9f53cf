import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDraaiboekServices } from '../../language/draaiboek-module.js';
import { catalogue } from '../../language/rules/catalogue.js';
import { findingsBy } from '../../language/rules/check.js';
import type { Finding } from '../../language/rules/finding.js';
import { parseText } from '../../language/workspace.js';
import { openedIn, type Opened } from './support/opened.js';

const FOLDER = 'memory:/naam-open/';
const { Draaiboek: services } = createDraaiboekServices();
const gezinspad = (name: string): string =>
    readFileSync(new URL(`../../examples/gezinspad/${name}`, import.meta.url), 'utf8');

/** The texts of analysis/protocols.md, without the marks of their findings. */
function protocols(): string[] {
    const file = readFileSync(new URL('analysis/protocols.md', import.meta.url), 'utf8');
    return [...file.matchAll(/```draaiboek\n([\s\S]*?)```/g)].map(([, marked = '']) => {
        let text = marked;
        for (let before = ''; before !== text;) {
            before = text;
            text = text.replace(/‹[a-z-]+\/[a-z-]+\|([^‹›]*)›/, '$1');
        }
        return /^interventie /m.test(text) ? text : `interventie Proef "Proef" {\n${text}}\n`;
    });
}

async function read(text: string) {
    const document = await parseText(services, text, `${FOLDER}tekst.draaiboek`);
    return { root: document.parseResult.value, findings: findingsBy(catalogue, document, services) };
}

const isAccusing = ({ severity, data }: Finding): boolean => severity !== 'info' && data?.['outcome'] !== 'undecided';
const described = ({ severity, code, at }: Finding): string => `${severity} ${code} ${String(at.range.start.line + 1)}`;

/** Whether a finding says more than before: it is new, and no other word for what was told of the same code. */
function accusedAnew(before: readonly Finding[], after: readonly Finding[]): Finding[] {
    const count = (all: readonly Finding[], { code, severity }: Finding) =>
        all.filter((f) => f.code === code && (f.severity === severity || f.severity === 'error')).length;
    const known = new Set(before.map(described));
    return after.filter(isAccusing).filter((f) => !known.has(described(f)) && count(after, f) > count(before, f));
}

/**
 * Warnings at the very statement that is opened, or at what only it named: they ask for what is not said there, and are
 * right whatever it would be.
 */
const ASKS: ReadonlySet<string> = new Set(['uitwerking/vervallen', 'uitwerking/afwijking']);

/** One of so many ways to leave a name open is checked: all of them take minutes. */
const EVERY = Number(process.env.EVERY ?? 40);

async function accusations(texts: readonly string[]): Promise<{ wrong: string[]; tried: number }> {
    const wrong: string[] = [];
    let count = 0;
    let tried = 0;
    for (const text of texts) {
        const ways: Opened[] = [];
        const { root, findings: before } = await read(text);
        for (const open of ['onbekend', 'plaatselijk']) {
            ways.push(...openedIn(root, text, open));
        }
        for (const { text: opened, what } of ways) {
            if (count++ % EVERY !== 0) {
                continue;
            }
            const { findings: after } = await read(opened);
            if (accusedAnew(before, after).some((f) => f.code === 'meta/syntaxis')) {
                continue;
            }
            tried++;
            const anew = accusedAnew(before, after).filter((f) => !ASKS.has(f.code));
            wrong.push(...anew.map((f) => `${what} gives ${described(f)}: ${f.message.nl}`));
        }
    }
    return { wrong, tried };
}

describe('a name or condition that is left open', () => {
    it('accuses nobody in gezinspad', async () => {
        await parseText(services, gezinspad('netwerk.draaiboek'), `${FOLDER}netwerk.draaiboek`);
        const { wrong, tried } = await accusations([gezinspad('gezinspad.draaiboek')]);
        expect(wrong).toEqual([]);
        expect(tried).toBeGreaterThan(200 / EVERY);
    });

    it('accuses nobody in the protocols with one planted fault or none', async () => {
        const { wrong, tried } = await accusations(protocols());
        expect(wrong).toEqual([]);
        expect(tried).toBeGreaterThan(500 / EVERY);
    });
});
