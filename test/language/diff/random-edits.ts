import fc from 'fast-check';

/** One edit of a text, by lines; numbers are taken modulo what there is. */
export type Edit =
    | { readonly kind: 'remove' | 'double' | 'swap'; readonly line: number; readonly other: number }
    | { readonly kind: 'figure'; readonly line: number; readonly figure: number }
    | { readonly kind: 'word'; readonly line: number; readonly word: number }
    | { readonly kind: 'block'; readonly line: number; readonly other: number; readonly stays: boolean }
    | { readonly kind: 'rename'; readonly line: number };

const number = fc.nat(10_000);

export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
    fc.oneof<fc.Arbitrary<Edit>[]>(
        fc.record({ kind: fc.constantFrom('remove', 'double', 'swap'), line: number, other: number }),
        fc.record({ kind: fc.constant('figure'), line: number, figure: fc.nat(99) }),
        fc.record({ kind: fc.constant('word'), line: number, word: number }),
        fc.record({ kind: fc.constant('block'), line: number, other: number, stays: fc.boolean() }),
        fc.record({ kind: fc.constant('rename'), line: number }),
    ),
    { minLength: 1, maxLength: 6 },
);

/** A text after edits. Blocks stay whole, so that most of it can still be read; whether all can is no matter. */
export function edited(text: string, all: readonly Edit[]): string {
    return all.reduce(apply, text);
}

const WORDS = ['gezin', 'niet', 'ouders', 'veelal', 'onbekend', 'plaatselijk', 'hoogstens', '"iets anders"', '3 weken'];

function apply(text: string, edit: Edit): string {
    const lines = text.split('\n');
    const pick = (n: number, fits: (line: string) => boolean = () => true): number => {
        const found = lines.flatMap((line, i) => (fits(line) ? [i] : []));
        return found[n % Math.max(found.length, 1)] ?? 0;
    };
    const isPlain = (line: string) => line.trim() !== '' && !/[{}]\s*$|"""/.test(line);
    switch (edit.kind) {
        case 'remove':
            lines.splice(pick(edit.line, isPlain), 1);
            break;
        case 'double': {
            const at = pick(edit.line, isPlain);
            lines.splice(pick(edit.other, isPlain), 0, lines[at] ?? '');
            break;
        }
        case 'swap': {
            const [a, b] = [pick(edit.line, isPlain), pick(edit.other, isPlain)];
            [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
            break;
        }
        case 'figure': {
            const at = pick(edit.line, (line) => /\d/.test(line));
            lines[at] = (lines[at] ?? '').replace(/\d+/, String(edit.figure));
            break;
        }
        case 'word': {
            const at = pick(edit.line, isPlain);
            const words = (lines[at] ?? '').split(' ');
            words[edit.word % words.length] = WORDS[edit.word % WORDS.length] ?? '';
            lines[at] = words.join(' ');
            break;
        }
        case 'block': {
            const from = pick(edit.line, (line) =>
                /^\s*(stap|subdoel|rol|document|overdracht|doelgroep|bron|einde)\b/.test(line),
            );
            const block = lines.slice(from, blockEnd(lines, from) + 1);
            if (!edit.stays) {
                lines.splice(from, block.length);
            }
            lines.splice(pick(edit.other, isPlain), 0, ...block);
            break;
        }
        case 'rename': {
            const at = pick(edit.line, (line) =>
                /^\s*(stap|subdoel|rol|document|gegeven|bron)\s+[\p{L}-]+/u.test(line),
            );
            const name = /^\s*\S+\s+([\p{L}-]+)/u.exec(lines[at] ?? '')?.[1] ?? '';
            return name === ''
                ? text
                : text.replace(new RegExp(`(?<![\\p{L}-])${name}(?![\\p{L}-])`, 'gu'), `${name}Nieuw`);
        }
    }
    return lines.join('\n');
}

function blockEnd(lines: readonly string[], from: number): number {
    let depth = 0;
    for (let i = from; i < lines.length; i++) {
        const line = lines[i] ?? '';
        depth += (line.match(/{/g) ?? []).length - (line.match(/}/g) ?? []).length;
        if (depth <= 0) {
            return i;
        }
    }
    return from;
}
