import type { IToken } from 'chevrotain';
import type { LexingDiagnostic } from 'langium';
import type { CutReport } from '../model/unread.js';
import { pack, type Bilingual } from '../text/bilingual.js';
import type { PlacedToken } from './lexer.js';

/**
 * How deep blocks, brackets and words that take what follows (`niet`, `binnen`) may be nested. The parser and the readers
 * of its tree work with a stack: at this depth three quarters of what Node gives is enough for each of them
 * (test/cli/nesting.test.ts), and no reader of the text follows more.
 */
export const MOST_DEPTH = 50;
/** How many words that join or negate a condition may have: each makes the tree deeper. */
export const MOST_JOINED = 250;

/** Measures a text, token by token, against the limits of what anyone can follow. */
export class Measure {
    private depth = 0;
    /** how deep the statement goes by words without brackets */
    private chained = 0;
    private joined = 0;
    private previous = '';
    /** Whether something lies outside the limits. */
    exceeded = false;

    /** @returns what is exceeded at the token, if anything */
    add(token: PlacedToken): Bilingual | undefined {
        const { image } = token;
        if (token.firstOnLine === true && image !== 'en' && image !== 'of') {
            this.joined = 0;
            this.chained = 0;
        }
        let depth = this.depth;
        switch (image) {
            case '{':
            case '(':
                depth = ++this.depth;
                break;
            case ')':
                this.depth = Math.max(0, depth - 1);
                break;
            case '}':
                // the statement ends with its block
                this.joined = 0;
                this.chained = 0;
                this.depth = Math.max(0, depth - 1);
                break;
            case 'en':
            case 'of':
                this.joined++;
                break;
            case 'niet':
                this.joined++;
                this.chained += this.previous === 'niet' ? 1 : 0;
                break;
            case 'binnen':
                this.chained++;
                break;
        }
        this.previous = image;
        const wrong = depth + this.chained > MOST_DEPTH ? TOO_DEEP : this.joined > MOST_JOINED ? TOO_LONG : undefined;
        this.exceeded ||= wrong !== undefined;
        return wrong;
    }
}

/**
 * Leaves out what is nested deeper, or joined longer, than anyone follows, and reports where each such piece begins. The
 * tokens on both sides of such a piece are marked: what is wrong between them is wrong because of it.
 *
 * @param tokens the tokens of the whole text, in order
 * @param report gets one entry for each piece that is left out, and where it lies
 */
export function withinLimits(tokens: readonly IToken[], { diagnostics, cut }: CutReport): IToken[] {
    const measure = new Measure();
    let before: PlacedToken | undefined;
    let wasWithin = true;
    return tokens.filter((token: PlacedToken) => {
        const wrong = measure.add(token);
        const end = token.startOffset + token.image.length;
        if (wasWithin && wrong) {
            diagnostics.push(at(token, wrong));
            cut.push({ offset: token.startOffset, end });
        } else if (wrong) {
            cut.push({ offset: cut.pop()?.offset ?? token.startOffset, end });
        }
        if (!wrong && !wasWithin) {
            token.besideCut = true;
            if (before) {
                before.besideCut = true;
            }
        }
        before = wrong ? before : token;
        wasWithin = wrong === undefined;
        return wasWithin;
    });
}

/** What is told where more is opened than anyone follows. */
export const TOO_DEEP: Bilingual = {
    nl: `Hier zijn meer dan ${String(MOST_DEPTH)} blokken of haakjes in elkaar geopend; wat dieper ligt, wordt niet gelezen. Splits het op.`,
    en: `More than ${String(MOST_DEPTH)} blocks or brackets are open inside each other here; what lies deeper is not read. Split it up.`,
};
const TOO_LONG: Bilingual = {
    nl: `Hier staan meer dan ${String(MOST_JOINED)} voorwaarden achter elkaar; wat volgt, wordt niet gelezen. Splits het op.`,
    en: `More than ${String(MOST_JOINED)} conditions stand in a row here; what follows is not read. Split it up.`,
};

function at(token: IToken, message: Bilingual): LexingDiagnostic {
    return {
        severity: 'error',
        offset: token.startOffset,
        length: token.image.length,
        line: token.startLine ?? 1,
        column: token.startColumn ?? 1,
        message: pack(message),
    };
}
