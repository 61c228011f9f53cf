import type { IToken } from 'chevrotain';
import type { LexingDiagnostic } from 'langium';
import { pack, type Bilingual } from '../text/bilingual.js';
import type { PlacedToken } from './lexer.js';

/** How deep blocks and brackets may be nested; a parser works with a stack, and no reader follows more. */
const MOST_DEPTH = 100;
/** How many words that join or negate a condition may have: each makes the tree deeper. */
const MOST_JOINED = 250;

/** Measures a text, token by token, against the limits of what anyone can follow. */
export class Measure {
    private depth = 0;
    private joined = 0;
    /** Whether something lies outside the limits. */
    exceeded = false;

    /** @returns whether the token lies within the limits */
    add(token: PlacedToken): boolean {
        const { image } = token;
        if (token.firstOnLine === true && image !== 'en' && image !== 'of') {
            this.joined = 0;
        }
        let depth = this.depth;
        switch (image) {
            case '{':
            case '(':
                depth = ++this.depth;
                break;
            case '}':
            case ')':
                this.depth = Math.max(0, depth - 1);
                break;
            case 'en':
            case 'of':
            case 'niet':
                this.joined++;
                break;
        }
        const within = depth <= MOST_DEPTH && this.joined <= MOST_JOINED;
        this.exceeded ||= !within;
        return within;
    }
}

/**
 * Leaves out what is nested deeper, or joined longer, than anyone follows, and reports where each such piece begins.
 *
 * @param tokens the tokens of the whole text, in order
 * @param diagnostics gets one entry for each piece that is left out
 */
export function withinLimits(tokens: readonly IToken[], diagnostics: LexingDiagnostic[]): IToken[] {
    const measure = new Measure();
    let wasWithin = true;
    return tokens.filter((token) => {
        const isWithin = measure.add(token);
        if (wasWithin && !isWithin) {
            diagnostics.push(at(token, /^[{(]$/.test(token.image) ? TOO_DEEP : TOO_LONG));
        }
        wasWithin = isWithin;
        return isWithin;
    });
}

const TOO_DEEP: Bilingual = {
    nl: `Hier zijn meer dan ${String(MOST_DEPTH)} haakjes in elkaar geopend; wat dieper ligt, wordt niet gelezen. Splits het op.`,
    en: `More than ${String(MOST_DEPTH)} brackets are open inside each other here; what lies deeper is not read. Split it up.`,
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
