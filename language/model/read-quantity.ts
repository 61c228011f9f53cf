import type * as ast from '../generated/ast.js';
import { isTimeUnit, together, type Part } from './units.js';
import { parseDate, parseMonth, parseNumber, type Bound, type Per, type Quantity } from './values.js';

/** The words for how a figure stands to the truth. */
export const BOUNDS: Readonly<Record<string, Bound>> = {
    ongeveer: 'about',
    circa: 'about',
    ruim: 'over',
    bijna: 'almost',
    minstens: 'at-least',
    hoogstens: 'at-most',
    precies: 'exactly',
    'meer dan': 'more-than',
    'minder dan': 'less-than',
};

export function boundOf(word: string | undefined): Bound | undefined {
    return word === undefined ? undefined : BOUNDS[word];
}

const NUMERALS: Readonly<Record<string, Quantity['numeral']>> = { diverse: 'several', enkele: 'some', geen: 'none' };

/** A quantity whose optional parts may also be undefined. */
type Loose = { [K in keyof Quantity]: Quantity[K] | undefined };

/** One end of an amount: its figure, from the least to the most that it may be, and its unit. */
interface End {
    readonly low?: number | undefined;
    readonly high?: number | undefined;
    readonly unit?: string | undefined;
}

/** Reads a quantity of the syntax tree that was read to its end. */
export function readQuantity(node: ast.Quantity): Quantity {
    const { low, high } = endsOf(node);
    const isFrom = node.from === 'van' || node.from === 'vanaf';
    const hasEnd = (node.high ?? node.highEvent ?? node.highDate ?? node.highValue) !== undefined;
    const isUntil = hasEnd && (node.low ?? node.lowEvent ?? node.lowDate ?? node.lowValue) === undefined;
    const unit = node.percent || node.lowPercent ? '%' : (high.unit ?? low.unit);
    const parts = hasEnd || isFrom ? [] : partsOf(node.low, node.unit, node.rest, node.restUnit);
    const { size, total, totalBound, population } = wholeOf(node);
    const quantity: Loose = {
        type: 'quantity',
        bound: boundOf(node.bound ?? node.lowBound ?? node.highBound),
        low: node.every ? 1 : low.low,
        // `vanaf 18 jaar` has no high; `5` is from 5 to 5
        high: node.every ? 1 : hasEnd ? high.high : isFrom ? undefined : low.high,
        highIncluded: !hasEnd || node.inclusive || node.dash || !(isFrom || isUntil) || !endsBefore(node, unit),
        lowDate: dateOf(node.lowDate),
        highDate: dateOf(node.highDate),
        lowEvent: node.lowEvent,
        highEvent: node.highEvent,
        numeral: node.numeral === undefined ? undefined : NUMERALS[node.numeral],
        unit,
        lowUnit: low.low === undefined || high.unit === undefined || low.unit === high.unit ? undefined : low.unit,
        parts: parts.length > 1 ? parts : undefined,
        size,
        total,
        totalBound,
        population,
        totalValue: undefined,
        lowValue: undefined,
        highValue: undefined,
        per: node.per === undefined ? undefined : perOf(node, node.per),
        period: node.period,
        within: node.within && readQuantity(node.within),
        withinValue: undefined,
        reason: node.reason,
        text: textOf(node),
    };
    return quantity as Quantity;
}

/** A period from one day to another. */
export function readDateRange(node: ast.DateValue): Quantity {
    const range: Pick<Loose, 'lowDate' | 'highDate'> & Omit<Quantity, 'lowDate' | 'highDate'> = {
        type: 'quantity',
        lowDate: dateOf(node.date),
        highDate: dateOf(node.until),
        highIncluded: node.inclusive,
        text: node.$cstNode?.text.replace(/\s+/g, ' ') ?? '',
    };
    return range as Quantity;
}

/**
 * What it is a part of, or how large each is: of `10 bijeenkomsten van 1,5 uur` and `20 groepen van 8 kinderen` each, where
 * `5 van 78 gezinnen` and `5 gezinnen van de 78 trajecten` have a whole.
 */
function wholeOf(node: ast.Quantity): Pick<Loose, 'total' | 'totalBound' | 'population' | 'size'> {
    const { total, population, populationText, unit, percent, isPart } = node;
    const isSize =
        !isPart &&
        !percent &&
        total !== undefined &&
        unit !== undefined &&
        population !== undefined &&
        !isOfOneKind(unit, population);
    const bound = boundOf(node.totalBound);
    const figure = numberOf(total);
    return isSize
        ? {
              size: {
                  type: 'quantity',
                  ...(bound && { bound }),
                  ...(figure !== undefined && { low: figure, high: figure }),
                  highIncluded: true,
                  unit: population,
                  text: [node.totalBound, total, population].filter((w) => w !== undefined).join(' '),
              },
              total: undefined,
              totalBound: undefined,
              population: undefined,
          }
        : { size: undefined, total: figure, totalBound: bound, population: population ?? populationText };
}

/** Whether two units count the same: `gezin` and `gezinnen`, `nieuwe gezinnen` and `gezinnen`. */
function isOfOneKind(a: string, b: string): boolean {
    return stemOf(a) === stemOf(b);
}

function stemOf(unit: string): string {
    const noun = unit.split(' ').at(-1) ?? '';
    return noun.replace(/(?:deren|eren|en|s)$/, '').replace(/(.)\1$/, '$1');
}

function dateOf(text: string | undefined): string | undefined {
    return text === undefined ? undefined : (parseDate(text) ?? parseMonth(text) ?? text);
}

/** A quantity that could not be read to its end: what it says in the text, and no figure that anyone could judge. */
export function unreadQuantity(node: ast.Quantity): Quantity {
    return { type: 'quantity', highIncluded: true, unread: true, text: textOf(node) };
}

/** An amount as it is read out: on one line, and without the marks that quote whom it is a part of. */
function textOf(node: ast.Quantity): string {
    const words = node.$cstNode?.text.replace(/\s+/g, ' ') ?? '';
    if (node.reason !== undefined) {
        return words.replace(/ omdat .*$/, '');
    }
    return node.populationText === undefined ? words : words.replace(/["“”„]/g, '');
}

/** `tot 6 jaar` ends before 6; of `tot 6 gesprekken` and `tot 5 %` the last one counts. */
function endsBefore(node: ast.Quantity, unit: string | undefined): boolean {
    return (node.highEvent ?? node.highDate) !== undefined || unit === undefined || isTimeUnit(unit);
}

/** The two ends of a quantity. In an amount the one unit belongs to both, unless the second end has one of its own. */
function endsOf(node: ast.Quantity): { readonly low: End; readonly high: End } {
    const { low, high, unit, rest, restUnit } = node;
    if (node.from !== undefined) {
        return {
            low: endOf(low, node.lowUnit, node.lowRest, node.lowRestUnit),
            high: high === undefined ? {} : endOf(high, unit, rest, restUnit),
        };
    }
    if (high === undefined) {
        return { low: endOf(low, unit, rest, restUnit), high: {} };
    }
    return node.highUnit === undefined
        ? { low: endOf(low, unit), high: endOf(high, unit, rest, restUnit) }
        : { low: endOf(low, unit), high: endOf(high, node.highUnit) };
}

function endOf(figure: string | undefined, unit: string | undefined, rest?: string, restUnit?: string): End {
    const [first, second] = partsOf(figure, unit, rest, restUnit);
    if (first && second) {
        // what cannot be added up has no figure
        return together(first, second) ?? {};
    }
    const number = numberOf(figure);
    return { low: number, high: number, unit: unit === 'procent' ? '%' : unit };
}

function partsOf(
    figure: string | undefined,
    unit: string | undefined,
    rest: string | undefined,
    restUnit: string | undefined,
): readonly Part[] {
    const [a, b] = [numberOf(figure), numberOf(rest)];
    return a !== undefined && unit !== undefined && b !== undefined && restUnit !== undefined
        ? [
              { number: a, unit },
              { number: b, unit: restUnit },
          ]
        : [];
}

function perOf({ perCount, perHigh, each }: ast.Quantity, unit: string): Per {
    const high = numberOf(perHigh);
    return {
        count: numberOf(perCount) ?? 1,
        ...(high === undefined ? {} : { high }),
        unit,
        ...(each === undefined ? {} : { each }),
    };
}

function numberOf(text: string | undefined): number | undefined {
    return text === undefined ? undefined : parseNumber(text);
}
