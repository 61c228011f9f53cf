import { readFileSync } from 'node:fs';

/**
 * The protocols of protocols.md: a heading, a sentence, and a text in which each finding is marked as `‹code|text›`.
 * All rules that prove something are run; they find what is marked, where it is marked, and nothing else.
 */
export interface Fixture {
    readonly name: string;
    readonly text: string;
    readonly expected: readonly string[];
}

const MARK = /‹([a-z-]+\/[a-z-]+)\|([^‹›]*)›/;

/** All of them. */
export function fixtures(): Fixture[] {
    const file = readFileSync(new URL('protocols.md', import.meta.url), 'utf8');
    return [...file.matchAll(/^## (.+)\n[^`]*?```draaiboek\n([\s\S]*?)```/gm)].map(([, name = '', marked = '']) => {
        const expected: string[] = [];
        let text = marked;
        for (let mark = MARK.exec(text); mark; mark = MARK.exec(text)) {
            const [all, code = '', inner = ''] = mark;
            expected.push(described(code, lineOf(text, mark.index), inner));
            text = text.replace(all, () => inner);
        }
        return { name, text: wrapped(text), expected: expected.sort() };
    });
}

/** A text that is only a piece of an interventie becomes one. */
function wrapped(text: string): string {
    return /^interventie /m.test(text) ? text : `interventie Proef "Proef" {\n${text}}\n`;
}

function lineOf(text: string, offset: number): number {
    const inside = /^interventie /m.test(text) ? 0 : 1;
    return text.slice(0, offset).split('\n').length - 1 + inside;
}

/** A finding as a text to compare. @param line counted from zero */
export function described(code: string, line: number, text: string): string {
    return `${code} on line ${String(line + 1)}: ${text}`;
}
