import { AstUtils, type AstNode } from 'langium';
import type { ProtocolFile } from '../../../language/generated/ast.js';
import { read } from './language.js';

/** A mistake that people make in a line; undefined where the line does not lend itself to it. */
export type Mistake = (line: string) => string | undefined;

/** What one mistake at a time does to texts, tried on lines at which a statement begins and on closing braces. */
export interface Damage {
    /** on how many lines the mistake was tried */
    readonly tried: number;
    /** how many parts of the text elsewhere get lost, on average and at most */
    readonly meanLost: number;
    readonly mostLost: number;
    /** messages for one mistake, at most */
    readonly mostMessages: number;
    /** the mistakes that cost most, for the message of a failing test */
    readonly worst: readonly string[];
}

interface Part {
    readonly key: string;
    readonly line: number;
    readonly lastLine: number;
    readonly isStatement: boolean;
}

/** How many lines of a text a mistake is tried on: enough to see each kind of line, few enough to be quick. */
const MOST_TRIES = 25;

/**
 * Makes a mistake on lines of the texts, one at a time, and counts the parts of the text that can no longer be read.
 *
 * @param within whether what stands in the block of the line counts as the line's own: it gets lost with it
 */
export function damage(texts: readonly string[], mistake: Mistake, within: 'line' | 'block' = 'line'): Damage {
    const results = texts.flatMap((text) => tryOn(text, mistake, within));
    return {
        tried: results.length,
        meanLost: results.reduce((sum, r) => sum + r.lost, 0) / results.length,
        mostLost: Math.max(...results.map((r) => r.lost)),
        mostMessages: Math.max(...results.map((r) => r.messages)),
        worst: results
            .sort((a, b) => b.lost - a.lost || b.messages - a.messages)
            .slice(0, 3)
            .map((r) => r.told),
    };
}

function tryOn(text: string, mistake: Mistake, within: 'line' | 'block') {
    const lines = text.split('\n');
    const parts = partsOf(read(text).root);
    const lastLines = new Map(parts.filter((p) => p.isStatement).map((p) => [p.line, p.lastLine]));
    const candidates = lines.flatMap((line, index) => {
        const lastLine = lastLines.get(index) ?? (/^\s*\}$/.test(line) ? index : undefined);
        const wrong = lastLine === undefined ? undefined : mistake(line);
        return lastLine === undefined || wrong === undefined || wrong === line ? [] : [{ index, wrong, lastLine }];
    });
    const step = Math.ceil(candidates.length / MOST_TRIES);
    return candidates
        .filter((_, i) => i % step === 0)
        .map(({ index, wrong, lastLine }) => {
            const until = within === 'block' ? lastLine : index;
            const { root, errors } = read(lines.with(index, wrong).join('\n'));
            const lost = missing(
                parts.filter((p) => p.line < index || p.line > until),
                partsOf(root),
            );
            return {
                lost,
                messages: errors,
                told: `${String(lost)} lost by line ${String(index + 1)}: ${wrong.trim()}`,
            };
        });
}

function missing(before: readonly Part[], after: readonly Part[]): number {
    const left = new Map<string, number>();
    after.forEach(({ key }) => left.set(key, (left.get(key) ?? 0) + 1));
    return before.filter(({ key }) => {
        const count = left.get(key) ?? 0;
        left.set(key, count - 1);
        return count <= 0;
    }).length;
}

/** Every part of a text, by its kind, the kinds around it, and how it begins. */
function partsOf(root: ProtocolFile): Part[] {
    return AstUtils.streamAllContents(root)
        .toArray()
        .flatMap((node) => {
            const cst = node.$cstNode;
            if (!cst) {
                return [];
            }
            const { start, end } = cst.range;
            const beginning = cst.text.split('\n')[0]?.trim().slice(0, 60) ?? '';
            const isStatement = ['statements', 'elements'].includes(node.$containerProperty ?? '');
            return [{ key: `${kinds(node)} ${beginning}`, line: start.line, lastLine: end.line, isStatement }];
        });
}

function kinds(node: AstNode | undefined): string {
    return node ? `${kinds(node.$container)}/${node.$type}` : '';
}
