import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Two texts that differ in what was planted, and all that must be told of it. */
export interface Planted {
    readonly name: string;
    readonly old: string;
    readonly now: string;
    readonly meaning: readonly string[];
    readonly text: readonly string[];
}

/** The pairs of pairs.txt; its head says how they are written. */
export function plantedPairs(): readonly Planted[] {
    const all = readFileSync(join(import.meta.dirname, 'pairs.txt'), 'utf8');
    const [, base = '', ...pairs] = all.split(/^---- ?(?=.*$)/m);
    const lines = base.trim().split('\n');
    return pairs.map((pair) => {
        const [name = '', ...rest] = pair.trimEnd().split('\n');
        const told = (sign: string) => rest.filter((l) => l.startsWith(sign)).map((l) => l.slice(2));
        const edits = rest.filter((l) => !/^[=.]/.test(l));
        return {
            name,
            old: lines.join('\n'),
            now: edited(lines, edits, name).join('\n'),
            meaning: told('= '),
            text: told('. '),
        };
    });
}

function edited(base: readonly string[], edits: readonly string[], name: string): readonly string[] {
    let lines = [...base];
    let from = 0;
    for (const place of edits.join('\n').split('\n~\n')) {
        const all = place.split('\n').filter((l) => l !== '');
        const without = (sign: string) => all.filter((l) => !l.startsWith(sign)).map((l) => l.slice(1));
        const [before, after] = [without('+'), without('-')];
        const at = lines.findIndex((_, i) => i >= from && before.every((l, j) => lines[i + j] === l));
        if (at < 0 || before.length === 0) {
            throw new Error(`${name}: these lines do not stand in the old text:\n${before.join('\n')}`);
        }
        lines = [...lines.slice(0, at), ...after, ...lines.slice(at + before.length)];
        from = at + after.length;
    }
    return lines;
}
