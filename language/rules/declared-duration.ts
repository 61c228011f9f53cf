import type { DaysOff } from '../execution/calendar.js';
import { A_LITTLE, type Days, type Measure, type Size } from '../execution/days.js';
import { lengthOf } from '../execution/timed-work.js';
import type { Block, Protocol, Statement } from '../model/protocol.js';
import { statementsOf } from '../model/queries.js';
import type { Quantity } from '../model/values.js';

/** Where a figure without further words is a most, as in a budget of contacts. */
export function isPlainMost({ bound, low, high }: Quantity): boolean {
    return bound === undefined && low === high;
}

/** How long the text says that it takes. */
export interface Declared {
    readonly statement: Statement;
    readonly quantity: Quantity;
    readonly days: Days;
    /** false where it is vague, or one of several */
    readonly isFirm: boolean;
}

/** How long the interventie and its aanpak say to take, each by all that it says of that. */
export function declaredIn(protocol: Protocol, off?: DaysOff): Declared[] {
    return blocksOf(protocol).flatMap((block) => declaredBy(statementsOf(block, 'duur'), off));
}

/** Each length that statements give; where they give more than one, none of them binds. */
export function declaredBy(statements: readonly Statement[], off?: DaysOff): Declared[] {
    const isOne = lengthOf(statements, '', off)?.several === undefined;
    return statements.flatMap((statement) =>
        statement.values.flatMap((value): Declared[] => {
            const length = lengthOf([{ ...statement, values: [value] }], '', off);
            return length
                ? [{ statement, quantity: length.quantity, days: length.days, isFirm: isOne && !length.vague }]
                : [];
        }),
    );
}

/** Where the interventie and its aanpak say how long they take. */
export function durationsStated(protocol: Protocol): Statement[] {
    return blocksOf(protocol).flatMap((block) => statementsOf(block, 'duur'));
}

function blocksOf(protocol: Protocol): Block[] {
    return [protocol, ...(protocol.process ? [protocol.process] : [])];
}

/** The bounds of a declared duration in each measure; of a vague one its figures. */
export function limitsOf({ bound }: Quantity, days: Days) {
    const isFigure = bound === 'over' || bound === 'almost';
    const [from, to] = isFigure ? [days.figures.low, days.figures.high] : [days.lowest, days.highest];
    const shift = ({ least, most, reach }: Size, by: number) => ({
        least: least + by,
        most: most + by,
        reach: reach + by,
    });
    return {
        most: (m: Measure) => shift(to[m], days.isLess ? -A_LITTLE : 0),
        least: (m: Measure) => shift(from[m], days.isMore ? A_LITTLE : 0),
    };
}
