import type { IToken } from 'chevrotain';
import type { LangiumCoreServices } from 'langium';
import type { Bilingual } from '../text/bilingual.js';
import { toText } from '../syntax/values.js';
import { layout, pieces } from './layout.js';

export interface FormatOptions {
    /** columns at which prose in triple quotes is filled anew; without it prose keeps its lines */
    readonly wrap?: number;
}

export interface FormatResult {
    /** the formatted text; the text itself where formatting was refused */
    readonly text: string;
    readonly changed: boolean;
    /** why nothing was done */
    readonly refused?: Bilingual;
}

/**
 * Lays a text out: two spaces for each block, one statement a line unless a block stands on one line, at most one empty
 * line, one space between words. It aligns nothing, keeps every comment where it was, and never changes what a text
 * says; a text with syntax errors is left as it is, since nobody knows what it says.
 */
export function formatText(text: string, services: LangiumCoreServices, options: FormatOptions = {}): FormatResult {
    const parsed = services.parser.LangiumParser.parse(text);
    const reported = parsed.lexerReport?.diagnostics.length ?? 0;
    if (parsed.parserErrors.length + parsed.lexerErrors.length + reported > 0) {
        return {
            text,
            changed: false,
            refused: {
                nl: 'Er staan fouten in de tekst; zolang die er zijn, wordt hij niet opgemaakt. Herstel ze eerst.',
                en: 'The text has errors; as long as they are there it is not formatted. Mend them first.',
            },
        };
    }
    const before = lex(text, services);
    const bom = text.startsWith('\uFEFF') ? '\uFEFF' : '';
    const eol = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
    const formatted = bom + layout(pieces(text, before.tokens, before.comments, parsed.value), eol, options.wrap);
    const again = services.parser.LangiumParser.parse(formatted);
    if (again.parserErrors.length > 0 || !saysTheSame(before, lex(formatted, services), options.wrap !== undefined)) {
        return {
            text,
            changed: false,
            refused: {
                nl: 'Opmaken zou de betekenis van deze tekst veranderen en is daarom niet gedaan. Meld dit met de tekst erbij.',
                en: 'Formatting would change what this text means, so it was not done. Please report this with the text.',
            },
        };
    }
    return { text: formatted, changed: formatted !== text };
}

interface Lexed {
    readonly tokens: readonly IToken[];
    readonly comments: readonly IToken[];
}

function lex(text: string, services: LangiumCoreServices): Lexed {
    const result = services.parser.Lexer.tokenize(text);
    return { tokens: result.tokens, comments: result.hidden };
}

/**
 * Whether two texts have the same tokens and comments. A keyword may come to stand first on its line; filling prose may
 * change the white space in it, and blanks at the end of a line of a comment go.
 */
function saysTheSame(a: Lexed, b: Lexed, wrapped: boolean): boolean {
    const value = (t: IToken) => {
        const content = t.image.startsWith('"""') ? toText(t.image) : t.image.replace(/\r\n|\r/g, '\n');
        return `${t.tokenType.name.replace(/~inline$/, '')} ${wrapped ? content.replace(/\s+/g, ' ') : content}`;
    };
    const comment = (t: IToken) => value(t).replace(/[^\S\n]+$/gm, '');
    const same = (x: readonly IToken[], y: readonly IToken[], of: (t: IToken) => string) =>
        x.length === y.length && x.every((t, i) => of(t) === of(y[i] as IToken));
    return same(a.tokens, b.tokens, value) && same(a.comments, b.comments, comment);
}
