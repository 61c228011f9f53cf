import type { LangiumDocument } from 'langium';
import * as ast from '../../generated/ast.js';
import type { Place } from '../../model/protocol.js';
import type { Fix } from '../finding.js';
import { placeOfCst } from '../places.js';
import { nodeAt } from './nodes.js';

/**
 * A fix by which one branch holds only where another one does not, so that the other one goes first.
 *
 * @param later the place of the branch that is to hold less often; @param first that of the other one
 * @returns no fix where the later one would never hold, or where they stand in another file
 */
export function butNot(document: LangiumDocument, later: Place, first: Place): readonly Fix[] {
    const [narrowed, other] = [conditionAt(document, later), conditionAt(document, first)];
    if (!narrowed?.$cstNode || !other) {
        return [];
    }
    const own = conjuncts(narrowed);
    const said = new Set(own.map(textOf));
    const rest = conjuncts(other).filter((c) => !said.has(textOf(c)));
    const [only, ...more] = rest;
    if (!only) {
        return [];
    }
    const not = more.length > 0 ? `niet (${rest.map(textOf).join(' en ')})` : negated(only);
    const text = withBound(own.map(textOf), not).join(' en ');
    return [
        {
            title: { nl: `Schrijf \`als ${text}\``, en: `Write \`als ${text}\`` },
            edits: [{ at: placeOfCst(document, narrowed.$cstNode), newText: text }],
            safe: false,
        },
    ];
}

function conditionAt(document: LangiumDocument, place: Place): ast.Condition | undefined {
    return nodeAt(document, place, ast.isBranch)?.condition;
}

/** What a condition asks for, each of which has to hold. */
function conjuncts(condition: ast.Condition): ast.Condition[] {
    return ast.isAnd(condition) ? [...conjuncts(condition.left), ...conjuncts(condition.right)] : [condition];
}

/** A part of a condition as it may stand beside `en`. */
function textOf(condition: ast.Condition): string {
    const text = condition.$cstNode?.text.replace(/\s+/g, ' ') ?? '';
    return ast.isOr(condition) && !text.startsWith('(') ? `(${text})` : text;
}

const LOWER: readonly string[] = ['minstens', 'meer dan'];
const STRICT: readonly string[] = ['meer dan', 'minder dan'];

/** A bound on one fact by a figure. */
interface Bound {
    readonly fact: string;
    readonly isLower: boolean;
    readonly isStrict: boolean;
    readonly figure: number;
}

function boundIn(text: string): Bound | undefined {
    const [, fact, word, figure] = /^(\S+) (minstens|meer dan|hoogstens|minder dan) (\d+)$/.exec(text) ?? [];
    return fact === undefined || word === undefined
        ? undefined
        : { fact, isLower: LOWER.includes(word), isStrict: STRICT.includes(word), figure: Number(figure) };
}

/** Conditions with one more; of two bounds on the same side of one fact only the narrower one is written. */
function withBound(own: readonly string[], added: string): string[] {
    const bound = boundIn(added);
    const same = own.findIndex((text) => {
        const other = boundIn(text);
        return bound !== undefined && other?.fact === bound.fact && other.isLower === bound.isLower;
    });
    const other = boundIn(own[same] ?? '');
    if (!bound || !other) {
        return [...own, added];
    }
    const more = bound.isLower ? bound.figure - other.figure : other.figure - bound.figure;
    const isNarrower = more > 0 || (more === 0 && bound.isStrict);
    return isNarrower ? own.with(same, added) : [...own];
}

const OPPOSITES: Readonly<Record<string, string>> = {
    minstens: 'minder dan',
    'minder dan': 'minstens',
    hoogstens: 'meer dan',
    'meer dan': 'hoogstens',
};

function negated(condition: ast.Condition): string {
    if (ast.isNot(condition)) {
        return textOf(condition.operand);
    }
    const text = textOf(condition);
    const [bound] = ast.isComparison(condition) ? Object.keys(OPPOSITES).filter((b) => text.includes(` ${b} `)) : [];
    return bound === undefined ? `niet ${text}` : text.replace(` ${bound} `, ` ${OPPOSITES[bound] ?? ''} `);
}
