import { AstUtils, type LangiumDocument } from 'langium';
import { nameOf } from '../../../names/name-index.js';
import { commentPattern } from '../../../syntax/comments.js';
import type { Bilingual } from '../../../text/bilingual.js';
import type { Fix } from '../../finding.js';
import { indentAt, isFirstOnLine, layoutOf, lineEndAt, lineStartOf } from '../../fixes/layout.js';
import { placeAt } from '../../places.js';

/** Where something could not be read. */
export interface Site {
    readonly document: LangiumDocument;
    readonly offset: number;
    readonly length: number;
    /** the text that the message is about */
    readonly found: string;
    /** whether the parser read the text as if it was mended already */
    readonly safe: boolean;
}

/** What to write instead of a piece of the text; without a title it says what is written. */
interface Mend {
    readonly from: number;
    readonly to: number;
    readonly newText: string;
    readonly title?: Bilingual;
    readonly safe?: boolean;
    /** what else is written by the same mend */
    readonly also?: { readonly from: number; readonly to: number; readonly newText: string };
}

/** How far around the place of a message the words are sought that it says to write otherwise. */
const REACH = 120;

/**
 * The mends that a message itself dictates, by what it says in Dutch. A message that leaves something to choose or to
 * find out has none.
 */
const MENDS: readonly (readonly [RegExp, (said: readonly string[], site: Site, text: string) => readonly Mend[]])[] = [
    [
        /^`([^`]+)` – bedoelde u `([^`]+)`\?$/,
        ([, word = '', near = ''], site) =>
            word === site.found ? [{ ...whole(site), newText: near, safe: site.safe }] : [],
    ],
    [
        /(?:^Schrijf|`_`\. Schrijf|met cijfers:|met een letter:) `([^`]+)` in plaats van `([^`]+)`\.$/,
        ([, right = '', wrong = ''], site, text) => instead(wrong, right, site, text),
    ],
    [
        /^Een naam staat zonder aanhalingstekens: `([^`]+)`/,
        ([, name = ''], site) => (isNamed(site, name) ? [{ ...whole(site), newText: name }] : []),
    ],
    [/^In een stap staan takken in een blok/, (_, site, text) => branches(site, text)],
    [/ schrijft u als `(\d+,\d+)`\.$/, ([, right = ''], site) => [{ ...whole(site), newText: right }]],
    [/^Een bedrag schrijft u als `([\d.,]+ euro)`\.$/, ([, right = ''], site, text) => amount(right, site, text)],
    [/^Hier staat een teken dat u niet ziet/, (_, site) => [without(site, { nl: 'dit teken', en: 'this character' })]],
    [
        /^Deze (`[{}]`) is er een te veel/,
        ([, brace = ''], site, text) => [withLine(without(site, { nl: brace, en: brace }), text)],
    ],
    [/^Een blok staat tussen `{` en `}`, en niet/, (_, site, text) => braces(site, text)],
    [/^Een regel begint zonder opsommingsteken of nummer/, (_, site, text) => [withoutListSign(site, text)]],
    [/ staat geen `=`\. Haal het weg\.$/, (_, site) => [without(site, { nl: '`=`', en: '`=`' })]],
    [/^Achter `[^`]+` hoort hier geen dubbele punt/, (_, site) => [without(site, { nl: '`:`', en: '`:`' })]],
    [
        /^`(onbekend|plaatselijk)` kan hier niet staan: achter .* is deze regel af/,
        ([, word = ''], site, text) => [withoutSpaceBefore(site, text, word)],
    ],
    [
        /^`(onbekend|plaatselijk)` kan hier niet staan\. .*: `\S+ \S+ ({ \S+ \S+ })`\.$/,
        ([, , block = ''], site) => [{ ...whole(site), newText: block }],
    ],
    [
        /^`(onbekend|plaatselijk)` kan hier niet\. Wie de rol vervult/,
        ([, word = ''], site) => [{ ...whole(site), newText: `vervuld door ${word}` }],
    ],
    [/^`binnen` kan hier niet\. In een stap/, (_, site) => [{ ...whole(site), newText: 'termijn' }]],
    [/schrijf dan `(kenmerk "[^"`]+") [^`]*`\.$/, ([, field = ''], site) => [{ ...whole(site), newText: field }]],
    [
        /^Wat elke gemeente zelf invult, schrijft u als/,
        (_, site, text) => {
            const rest = /^[^"{}\r\n]*/.exec(text.slice(site.offset))?.[0].trimEnd() ?? '';
            return [{ from: site.offset, to: site.offset + rest.length, newText: `plaatselijk "${rest}"` }];
        },
    ],
    [
        /^Een tekst staat tussen dubbele aanhalingstekens/,
        (_, site, text) => {
            const quoted = /^['‘’‚«‹`]([^'‘’‚«»‹›`"\r\n]*)['‘’»›`]/.exec(
                text.slice(site.offset, lineEndAt(text, site.offset)),
            );
            const to = site.offset + (quoted?.[0].length ?? 0);
            return quoted ? [{ from: site.offset, to, newText: `"${quoted[1] ?? ''}"` }] : [];
        },
    ],
    [
        /^Achter `[^`]+` staat tekst tussen aanhalingstekens: `"([^`]+?)(?: …)?"`\.$/,
        ([, words = ''], site, text) => inQuotes(words, site, text),
    ],
    [/^Voor `[^`]+` ontbreekt een aanhalingsteken/, (_, site) => [put('"', site.offset, 'before')]],
    [/^Achter `[^`]+` ontbreekt een aanhalingsteken/, (_, site) => [put('"', endOf(site))]],
    [
        /^Een naam is één woord\. Schrijf `(\S+ \S+ "([^"…]+)")`/,
        ([, line = '', title = ''], site, text) => instead(`${line.split(' ')[0] ?? ''} ${title}`, line, site, text),
    ],
    [/^Deze tekst heeft geen einde: zet er `"` achter/, (_, site) => [put('"', endOf(site))]],
    [
        /^Deze opmerking heeft geen einde/,
        (_, site, text) => {
            const comment = commentPattern(text, site.offset)?.[0].trimEnd() ?? '';
            return [{ ...put('*/', site.offset + comment.length), newText: ' */' }];
        },
    ],
    [/^Achter `[^`]+` ontbreekt `:`/, (_, site) => [put(':', endOf(site))]],
    [
        /^Achter `[^`]+` hoort `:`, maar/,
        // where it stands further on, something else is wrong before it
        (_, site, text) =>
            /^(?:(?!\s(?:als|anders)\b)[^:{}\r\n])*:/.test(text.slice(site.offset, lineEndAt(text, site.offset)))
                ? []
                : [put(':', text.slice(0, site.offset).trimEnd().length)],
    ],
    [/^Achter `[^`]+` ontbreekt `{`/, (_, site) => [{ ...put('{', endOf(site)), newText: ' {' }]],
    [/^Hierna ontbreekt `}`: het blok `([^`]+)`/, ([, block = ''], site, text) => closing([block], site, text)],
    [
        /^Het bestand houdt op en er is nog een blok open: .* voor (.*)\.$/,
        ([, blocks = ''], site, text) =>
            closing(
                [...blocks.matchAll(/`([^`]+)` \(regel/g)].map((m) => m[1] ?? ''),
                { ...site, offset: text.trimEnd().length, length: 0, found: '' },
                text,
            ),
    ],
];

/**
 * How what a message says is written in the text.
 *
 * @param message in Dutch
 */
export function mendsOf(message: string, site: Site): Fix[] {
    const { text } = layoutOf(site.document);
    for (const [pattern, mend] of MENDS) {
        const said = pattern.exec(message);
        if (said) {
            return mend(said, site, text).map(({ from, to, newText, title, also, safe = false }) => ({
                title: title ?? { nl: `Maak er \`${newText}\` van`, en: `Make it \`${newText}\`` },
                edits: [{ from, to, newText }, ...(also ? [also] : [])].map((edit) => ({
                    at: placeAt(site.document, edit.from, edit.to - edit.from),
                    newText: edit.newText,
                })),
                safe,
            }));
        }
    }
    return [];
}

function endOf({ offset, found, length }: Site): number {
    return offset + (found === '' ? length : found.trimEnd().length);
}

function whole({ offset, length }: Site) {
    return { from: offset, to: offset + length };
}

function put(sign: string, offset: number, side: 'behind' | 'before' = 'behind'): Mend {
    const title =
        side === 'behind'
            ? { nl: `Zet er \`${sign}\` achter`, en: `Put \`${sign}\` behind it` }
            : { nl: `Zet er \`${sign}\` voor`, en: `Put \`${sign}\` before it` };
    return { from: offset, to: offset, newText: sign, title };
}

function without(site: Site, { nl, en }: Bilingual): Mend {
    return { ...whole(site), newText: '', title: { nl: `Haal ${nl} weg`, en: `Take ${en} away` } };
}

/** Without a bullet, or a number with the sign behind it, and the space behind that. */
function withoutListSign(site: Site, text: string): Mend {
    const sign =
        /^(?:[\p{L}\d]+[.)]|[^\p{L}\d]|\d+)[ \t\u00A0]*/u.exec(text.slice(site.offset, site.offset + REACH))?.[0] ?? '';
    const shown = { nl: `\`${sign.trim()}\``, en: `\`${sign.trim()}\`` };
    return { ...without(site, shown), to: site.offset + Math.max(sign.length, site.length) };
}

/** With the line where nothing else stands on it. */
function withLine(mend: Mend, text: string): Mend {
    const end = lineEndAt(text, mend.to);
    const isAlone = isFirstOnLine(text, mend.from) && text.slice(mend.to, end).trim() === '';
    const next = end + (/^\r?\n/.exec(text.slice(end, end + 2))?.[0].length ?? 0);
    return isAlone ? { ...mend, from: lineStartOf(text, mend.from), to: next } : mend;
}

function withoutSpaceBefore(site: Site, text: string, word: string): Mend {
    const { to } = whole(site);
    const code = `\`${word}\``;
    const from = text.slice(0, site.offset).trimEnd().length;
    return { ...without(site, { nl: code, en: code }), from, to };
}

/** The words that a message says to write otherwise, where they stand nearest to its place. */
function instead(wrong: string, right: string, { offset, length }: Site, text: string): Mend[] {
    const words = wrong.split(' ').map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const start = Math.max(lineStartOf(text, offset), offset - REACH);
    const near = text.slice(start, Math.min(lineEndAt(text, offset + length), offset + length + REACH));
    const places = [...near.matchAll(new RegExp(words.join('\\s+'), 'gi'))].map(({ 0: found, index }) => {
        const [from, to] = [start + index, start + index + found.length];
        return { from, to, distance: Math.max(0, from - offset - length, offset - to) };
    });
    const [nearest] = places.sort((a, b) => a.distance - b.distance);
    if (!nearest) {
        return [];
    }
    // the point of an abbreviation goes with it
    const isShort = /^(max|min|ca)$/i.test(wrong) && text[nearest.to] === '.';
    const to = nearest.to + (isShort ? 1 : 0);
    // a word instead of a sign that stands against a number
    const isAgainst = /\p{L}$/u.test(right) && /^[\p{L}\p{N}]/u.test(text.slice(to, to + 2));
    return [{ from: nearest.from, to, newText: isAgainst ? `${right} ` : right }];
}

/** The text that begins with these words, to the end of its line or to who says it, in quotation marks. */
function inQuotes(words: string, { offset }: Site, text: string): Mend[] {
    const begin = words.split(' ').map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const start = lineStartOf(text, offset);
    const line = text.slice(start, lineEndAt(text, offset));
    const found = new RegExp(`(?<=\\s)${begin.join('\\s+')}`).exec(line);
    const said = found && /^.*?(?=\s*(?:[{}"]|\/\/|\s(?:volgens|afgeleid)\s|$))/.exec(line.slice(found.index))?.[0];
    return found && said
        ? [{ from: start + found.index, to: start + found.index + said.length, newText: `"${said}"` }]
        : [];
}

/** Whether the file has something of that name. */
function isNamed({ document }: Site, name: string): boolean {
    return AstUtils.streamAst(document.parseResult.value).some((node) => nameOf(node) === name);
}

/** The lines of branches from the place on, in a block; none where one is not plain. */
function branches({ offset }: Site, text: string): Mend[] {
    const lines = /^(?:als|anders)\b[^{}"\r\n]*(?:\r?\n[ \t]*(?:als|anders)\b[^{}"\r\n]*)*/.exec(
        text.slice(offset),
    )?.[0];
    return lines === undefined || lines.includes('//')
        ? []
        : [
              {
                  from: offset,
                  to: offset + lines.trimEnd().length,
                  newText: `daarna { ${lines
                      .trim()
                      .split(/\s*\r?\n\s*/)
                      .join('  ')} }`,
              },
          ];
}

/** Braces instead of the bracket at the place and the one that closes it; none where texts keep that from being seen. */
function braces(site: Site, text: string): Mend[] {
    let depth = 0;
    for (const { 0: sign, index } of text
        .slice(site.offset)
        .matchAll(/"""[\s\S]*?"""|"[^"\r\n]*"|\/\/[^\r\n]*|[[\]]/g)) {
        depth += sign === '[' ? 1 : sign === ']' ? -1 : 0;
        if (depth === 0) {
            const close = site.offset + index;
            const title = { nl: 'Maak er `{` en `}` van', en: 'Make them `{` and `}`' };
            return [{ ...whole(site), newText: '{', title, also: { from: close, to: close + 1, newText: '}' } }];
        }
    }
    return [];
}

/** An amount with its sign before it or behind it. */
function amount(right: string, { offset }: Site, text: string): Mend[] {
    const before = /[\d.,]+[ \t\u00A0]*$/.exec(text.slice(lineStartOf(text, offset), offset))?.[0].length;
    const behind = /^.[ \t\u00A0]*[\d.,]*\d/.exec(text.slice(offset, offset + REACH))?.[0].length;
    return before === undefined
        ? behind === undefined
            ? []
            : [{ from: offset, to: offset + behind, newText: right }]
        : [{ from: offset - before, to: offset + 1, newText: right }];
}

/** A brace for each block that is not closed, under the line that opens it; the innermost comes first. */
function closing(blocks: readonly string[], site: Site, text: string): Mend[] {
    const { eol } = layoutOf(site.document);
    const end = endOf(site);
    const lines = blocks.map((block) => eol + indentAt(text, openerOf(block, end, text)) + '}');
    const title = { nl: 'Zet er `}` achter', en: 'Put `}` behind it' };
    const at = lineEndAt(text, end);
    return [{ from: at, to: at, newText: lines.join(''), title }];
}

/** Where the statement that opens a block stands: the last one before an offset that begins with these words. */
function openerOf(block: string, before: number, text: string): number {
    const words = block.split(' ').map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const line = new RegExp(`^[ \\t]*${words.join('\\s+')}(?![\\p{L}\\d])`, 'gmu');
    const match = [...text.slice(0, before).matchAll(line)].at(-1);
    return match ? match.index + match[0].length : 0;
}
