import { CstUtils, type LangiumDocument } from 'langium';
import type { Place } from '../model/protocol.js';
import type { Finding } from './finding.js';
import { placeAt } from './places.js';

/** One code of a comment `// draaiboek: negeer CODE – reden`. */
export interface Suppression {
    readonly code: string;
    /** empty where none is given */
    readonly reason: string;
    /** zero-based line whose findings it silences */
    readonly line: number;
    readonly codeAt: Place;
    readonly commentAt: Place;
    /** how it is to be written, where it is written in a way that silences nothing */
    readonly instead?: string;
}

/** A finding that comments in the text silence. */
export interface SuppressedFinding extends Finding {
    readonly by: readonly Suppression[];
}

const MARK = /draaiboek:[ \t]*(?:neg|ign)/i;
/** What is meant to silence something and does not: `/* draaiboek: negeer … *\/`, `// draaiboek: negeren …`. */
const OTHERWISE =
    /\/\*[ \t]*draaiboek:[ \t]*(?:neg|ign)\p{L}*([^*\r\n]*)\*\/|\/\/[ \t]*draaiboek:[ \t]*(?!negeer\b)(?:neg|ign)\p{L}*([^\r\n]*)/giu;
const COMMENT = /\/\/[ \t]*draaiboek:[ \t]*negeer\b([^\r\n]*)/gi;
/** What may stand between the codes and the reason: a dash, a hyphen between spaces, a colon, or nothing but a space. */
const CODES_AND_REASON = /^[ \t]*((?:[^\s,–—:]+[ \t]*,[ \t]*)*[^\s,–—:]*)[ \t]*(?:[–—]+|-+(?=[ \t]|$)|:)?[ \t]*(.*)$/;

/**
 * The suppressions of a text, in its order. A comment behind something silences its own line; one that has a line to
 * itself silences the next line that is neither empty nor a comment, so that several may stand above each other.
 */
export function suppressionsIn(document: LangiumDocument): Suppression[] {
    const text = document.textDocument.getText();
    if (!MARK.test(text)) {
        return [];
    }
    const result: Suppression[] = [];
    const silencedLine = silencedLines(text, document);
    for (const match of text.matchAll(COMMENT)) {
        if (!isComment(document, match.index)) {
            continue;
        }
        const rest = match[1] ?? '';
        const [, codes = '', reason = ''] = CODES_AND_REASON.exec(rest) ?? [];
        const restOffset = match.index + match[0].length - rest.length;
        const codesOffset = restOffset + rest.indexOf(codes);
        const line = silencedLine(match.index);
        const commentAt = placeAt(document, match.index, match[0].trimEnd().length);
        let from = 0;
        for (const code of codes.split(',').map((c) => c.trim())) {
            const at = codes.indexOf(code, from);
            from = at + code.length;
            const codeAt = code === '' ? commentAt : placeAt(document, codesOffset + at, code.length);
            result.push({ code, reason: reason.trim(), line, codeAt, commentAt });
        }
    }
    for (const match of text.matchAll(OTHERWISE)) {
        if (isComment(document, match.index)) {
            const commentAt = placeAt(document, match.index, match[0].trimEnd().length);
            const instead = `// draaiboek: negeer ${(match[1] ?? match[2] ?? '').trim()}`;
            result.push({ code: '', reason: '', line: -1, codeAt: commentAt, commentAt, instead });
        }
    }
    return result;
}

/**
 * Takes the suppressed findings out.
 *
 * @param mayBeSilenced whether findings of a code can be suppressed at all
 * @returns the findings that stay, those that do not, and the suppressions that silenced something
 */
export function applySuppressions(
    findings: readonly Finding[],
    suppressions: readonly Suppression[],
    mayBeSilenced: (code: string) => boolean,
): { kept: Finding[]; silenced: SuppressedFinding[]; used: ReadonlySet<Suppression> } {
    const used = new Set<Suppression>();
    const silenced: SuppressedFinding[] = [];
    if (suppressions.length === 0) {
        return { kept: [...findings], silenced, used };
    }
    const byKey = new Map<string, Suppression[]>();
    for (const suppression of suppressions) {
        const key = `${String(suppression.line)} ${suppression.code}`;
        const others = byKey.get(key);
        if (others) {
            others.push(suppression);
        } else {
            byKey.set(key, [suppression]);
        }
    }
    const kept = findings.filter((finding) => {
        const silencing = byKey.get(`${String(finding.at.range.start.line)} ${finding.code}`);
        if (!silencing || !mayBeSilenced(finding.code)) {
            return true;
        }
        silencing.forEach((s) => used.add(s));
        silenced.push({ ...finding, by: silencing });
        return false;
    });
    return { kept, silenced, used };
}

function isComment(document: LangiumDocument, offset: number): boolean {
    const root = document.parseResult.value.$cstNode;
    // a text in quotes may hold the same words
    return !root || /^(?:SL|ML)_COMMENT$/.test(CstUtils.findLeafNodeAtOffset(root, offset)?.tokenType.name ?? '');
}

/** From the offset of a comment to the line that it silences; asked in the order of the text, which is read once. */
function silencedLines(text: string, document: LangiumDocument): (offset: number) => number {
    /** the line of the next statement, and where it begins */
    let next: { readonly offset: number; readonly line: number | undefined } = { offset: -1, line: undefined };
    const find = (offset: number, ownLine: number): typeof next => {
        let line = ownLine;
        for (let end = text.indexOf('\n', offset); end >= 0; end = text.indexOf('\n', end + 1)) {
            line++;
            const following = text.indexOf('\n', end + 1);
            const content = text.slice(end + 1, following < 0 ? undefined : following).trim();
            if (content !== '' && !content.startsWith('//')) {
                return { offset: end + 1, line };
            }
        }
        return { offset: Infinity, line: undefined };
    };
    return (offset) => {
        const { line, character } = document.textDocument.positionAt(offset);
        if (text.slice(offset - character, offset).trim() !== '') {
            return line;
        }
        if (next.offset < offset) {
            next = find(offset, line);
        }
        return next.line ?? line;
    };
}
