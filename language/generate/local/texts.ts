import { AstUtils, type LangiumDocument } from 'langium';
import type { DraaiboekServices } from '../../draaiboek-module.js';
import { inQuotes } from '../../rules/fixes/replace.js';
import { oneLine } from '../../text/one-line.js';
import type { Slot } from './slots.js';

/** The text of a file with the values of a municipality in it. */
export interface FilledText {
    readonly text: string;
    readonly filled: readonly Slot[];
    /** of which the grammar reads the value as nothing that may stand there */
    readonly unreadable: readonly Slot[];
}

/**
 * Writes values in the place of `plaatselijk`, each as it is written or, where only a text may stand, between quotation
 * marks. The parser judges: with the value the file has no further error, and no statement more or less.
 * Each line keeps its number.
 */
export function filledText(document: LangiumDocument, slots: readonly Slot[], services: DraaiboekServices): FilledText {
    const { textDocument } = document;
    const filled: Slot[] = [];
    const unreadable: Slot[] = [];
    let text = textDocument.getText();
    let shape = shapeOf(text, services);
    // from the last to the first, so that what stands before keeps its place
    const ordered = slots
        .filter(({ value }) => value !== undefined)
        .map((slot) => {
            const { start, end } = slot.at.range;
            return { slot, start: textDocument.offsetAt(start), end: textDocument.offsetAt(end) };
        })
        .sort((a, b) => b.start - a.start);
    for (const { slot, start, end } of ordered) {
        const lines = '\n'.repeat(text.slice(start, end).split('\n').length - 1);
        const lineEnd = /\r?\n|$/.exec(text.slice(end))?.index ?? 0;
        const rest = `${text.slice(end, end + lineEnd)}${lines}${text.slice(end + lineEnd)}`;
        const [read] = waysToWrite(slot).flatMap((written) => {
            const after = `${text.slice(0, start)}${written}${rest}`;
            const made = shapeOf(after, services);
            return made.errors <= shape.errors && made.statements === shape.statements ? [{ after, made }] : [];
        });
        if (read) {
            text = read.after;
            shape = read.made;
            filled.unshift(slot);
        } else {
            unreadable.unshift(slot);
        }
    }
    return { text, filled, unreadable };
}

/** As it is (of `daarna plaatselijk` also as `daarna: Plan`), or as text; an amount in words is no amount, unless the municipality writes it as text itself. */
function waysToWrite({ keyword, value = '' }: Slot): string[] {
    const written = oneLine(value);
    return [
        ...(RISKY.test(written) ? [] : [written, ...(keyword === 'daarna' ? [`: ${written}`] : [])]),
        ...(AMOUNTS.test(keyword) ? [] : [inQuotes(written)]),
    ];
}

/** What could begin a comment or a block, or end one: it is text at most. */
const RISKY = /\/\/|\/\*|\*\/|[{}]/;

const AMOUNTS = /^(termijn|duur|binnen|begint|bevestiging binnen|herhaal|gesprekken)$/;

interface Shape {
    readonly errors: number;
    readonly statements: number;
}

function shapeOf(text: string, { parser }: DraaiboekServices): Shape {
    const { value, lexerErrors, parserErrors } = parser.LangiumParser.parse(text);
    const statements = AstUtils.streamAllContents(value).filter(
        ({ $containerProperty }) => $containerProperty === 'statements' || $containerProperty === 'elements',
    );
    return { errors: lexerErrors.length + parserErrors.length, statements: statements.count() };
}
