import type { Machine, Station, Way } from '../../execution/machine.js';
import { isInformal } from '../../execution/truth.js';
import type { Condition } from '../../model/protocol.js';
import type { Language } from '../../text/bilingual.js';
import { conditionText } from '../../messages/wording.js';
import { bothOf, keyOf, rowsOf, type Asked, type Row } from './cells.js';

/** A decision: what comes after a node, or whether a case is admitted. */
export interface Table {
    /** the node; undefined for who is admitted */
    readonly station: Station | undefined;
    readonly question: string;
    /** columns; one asked twice in a row is here twice */
    readonly columns: readonly Asked[];
    readonly rules: readonly Rule[];
    /** what the result may be */
    readonly results: readonly string[];
}

export interface Rule {
    /** for each column its unary tests; undefined for any value */
    readonly tests: readonly (string | undefined)[];
    /** the name of the node that comes next; null where a case waits, and a boolean for who is admitted */
    readonly result: string | boolean | null;
    readonly note: string;
}

/** What stands for a way that leads where nobody says. */
export const NOT_STATED = 'onbekend';

interface Stated {
    readonly rows: readonly Row[];
    readonly result: Rule['result'];
    readonly note: string;
}

/**
 * The decision behind a node: escalations whose facts hold come first, then the ways in the order of the text.
 *
 * @returns undefined where it would have too many rows
 */
export function tableOf(machine: Machine, station: Station, language: Language): Table | undefined {
    const stated: (Stated | undefined)[] = [];
    for (const way of station.escalations) {
        const { condition } = way.arrow;
        if (condition && !isInformal(condition)) {
            stated.push(statedBy(rowsOf(condition), nameOf(machine, way), conditionText(condition, language)));
        }
    }
    for (const way of station.exits) {
        stated.push(...statedByWay(machine, station, way, language));
    }
    const title = station.node.title ?? station.node.name;
    const question = language === 'nl' ? `Wat komt er na ‘${title}’?` : `What comes after ‘${title}’?`;
    return made(station, question, stated);
}

function statedByWay(machine: Machine, station: Station, way: Way, language: Language): (Stated | undefined)[] {
    const { condition } = way.arrow;
    const own: readonly Row[] | undefined = condition ? rowsOf(condition) : [[]];
    const name = nameOf(machine, way);
    const words = condition ? conditionText(condition, language) : language === 'nl' ? 'anders' : 'otherwise';
    const bound = way.counter === undefined ? undefined : machine.bounds[way.counter];
    const isOpen: readonly Row[] =
        bound === undefined || way.counter === undefined
            ? [[]]
            : [
                  [
                      {
                          asked: { kind: 'count', name: `${station.node.name} → ${name}`, counter: way.counter },
                          tests: `< ${String(bound)}`,
                      },
                  ],
              ];
    const open = own && bothOf(isOpen, own);
    const guards = way.handovers.flatMap((h) => h.guards.map((g) => g.condition));
    const guarded = guards.reduce<readonly Row[] | undefined>((rows, guard) => {
        const more = rowsOf(guard, false);
        return rows && more && bothOf(rows, more);
    }, open);
    return [
        statedBy(guarded, name, words),
        // the way holds by facts alone, and what its handover waits for does not: nothing behind it is asked
        ...(guards.length > 0
            ? [
                  statedBy(
                      open?.filter(isFormal),
                      null,
                      language === 'nl' ? `${words}; wacht op de overdracht` : `${words}; waits for the handover`,
                  ),
              ]
            : []),
    ];
}

function isFormal(row: Row): boolean {
    return row.every((cell) => cell.asked.kind !== 'decision');
}

/** Who is admitted: each `toegang als` must hold. */
export function accessTable(access: readonly Condition[], language: Language): Table | undefined {
    const rows = access.reduce<readonly Row[] | undefined>(
        (all, condition) => {
            const more = rowsOf(condition);
            return all && more && bothOf(all, more);
        },
        [[]],
    );
    const note = access.map((c) => conditionText(c, language)).join('; ');
    const question = language === 'nl' ? 'Wordt iemand toegelaten?' : 'Is somebody admitted?';
    const otherwise = { rows: [[]], result: false, note: language === 'nl' ? 'anders' : 'otherwise' };
    return made(undefined, question, [statedBy(rows, true, note), otherwise]);
}

function statedBy(rows: readonly Row[] | undefined, result: Rule['result'], note: string): Stated | undefined {
    return rows && { rows, result, note };
}

function made(station: Station | undefined, question: string, all: readonly (Stated | undefined)[]): Table | undefined {
    const stated = all.filter((s) => s !== undefined);
    if (stated.length < all.length) {
        return undefined;
    }
    const columns = columnsOf(stated.flatMap((s) => s.rows));
    const rules = stated
        .flatMap(({ rows, result, note }) => rows.map((row): Rule => ({ tests: testsOf(row, columns), result, note })))
        .filter((rule, i, list) => !list.slice(0, i).some((before) => takes(before, rule)));
    const results = [...new Set(rules.flatMap((r) => (typeof r.result === 'string' ? [r.result] : [])))];
    return { station, question, columns, rules, results };
}

/** Whether a rule that comes first is met by all that another one would be met by. */
function takes(first: Rule, other: Rule): boolean {
    return first.tests.every((test, i) => test === undefined || test === other.tests[i]);
}

/** What is asked, in the order of the text, as often as one row asks it. */
function columnsOf(rows: readonly Row[]): Asked[] {
    const most = new Map<string, { asked: Asked; times: number }>();
    for (const row of rows) {
        for (const { asked } of row) {
            const times = row.filter((c) => keyOf(c.asked) === keyOf(asked)).length;
            const known = most.get(keyOf(asked));
            most.set(keyOf(asked), { asked, times: Math.max(times, known?.times ?? 0) });
        }
    }
    return [...most.values()].flatMap(({ asked, times }) => Array.from({ length: times }, () => asked));
}

function testsOf(row: Row, columns: readonly Asked[]): (string | undefined)[] {
    const left = [...row];
    return columns.map((column) => {
        const index = left.findIndex((c) => keyOf(c.asked) === keyOf(column));
        return index < 0 ? undefined : left.splice(index, 1)[0]?.tests;
    });
}

function nameOf({ stations }: Machine, { target }: Way): string {
    return target === undefined ? NOT_STATED : (stations[target]?.node.name ?? NOT_STATED);
}
