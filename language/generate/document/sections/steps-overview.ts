import type { Escalation, Performers, Step } from '../../../model/process.js';
import type { Block as StatedBlock } from '../../../model/protocol.js';
import { modalityInlines, plainText, reference, references } from '../claims.js';
import type { Context } from '../context.js';
import { joined, text, type Block, type Inline } from '../document.js';
import type { FlowTree } from '../flow-tree.js';
import { openLines, valueInlines } from '../values.js';
import { deadlineInlines, repeatInlines } from './flow.js';
import { performersLine } from './work.js';
import type { Bilingual, Language } from '../../../text/bilingual.js';
import { enumerate } from '../../../text/numbers.js';
import { oneLine } from '../../../text/one-line.js';
import type { Value } from '../../../model/values.js';

/** All steps, and behind them the escalations, in one table: who, how long, by when, how many contacts, how often. */
export function overview(context: Context, work: readonly (Step | Escalation)[], tree: FlowTree): Block[] {
    const steps = [...work.filter((n) => n.kind === 'step'), ...work.filter((n) => n.kind === 'escalation')];
    if (work.filter((n) => n.kind === 'step').length < 2) {
        return [];
    }
    const said = ({ statements }: Pick<StatedBlock, 'statements'>, ...kinds: readonly string[]): Inline[] =>
        statements
            .filter((s) => kinds.includes(s.kind))
            .flatMap((s, i) => [
                ...(i === 0 ? [] : [text(', ')]),
                ...modalityInlines(context, s.modality),
                ...s.values.flatMap((v, j) => [
                    ...(j === 0 ? [] : [text(', ')]),
                    ...valueInlines(context, withoutReason(v)),
                ]),
            ]);
    const often = (step: Step | Escalation, kind: string): Inline[] =>
        joined(
            [
                said(step, kind),
                ...step.activities.map((a): Inline[] => {
                    const line = said(a, kind);
                    return line.length > 0 ? [text(`${oneLine(a.title)}: `), ...line] : [];
                }),
            ].filter((line) => line.length > 0),
            '; ',
        );
    const stuck = context.say({ nl: 'Loopt het vast: ', en: 'When stuck: ' });
    const columns: Column[] = [
        {
            title: { nl: 'Stap', en: 'Step' },
            cells: steps.map((step) => [
                text(step.kind === 'step' ? `${String(tree.numberOf(step))}. ` : stuck),
                reference(context, { name: step.name, at: step.nameAt }, 'node'),
            ]),
        },
        {
            title: { nl: 'Door', en: 'By' },
            cells: steps.map((step) => joined(step.performers.map((p) => performersLine(context, briefly(p))), ', ')),
        },
        ...together(context, [
            { title: { nl: 'Duur', en: 'Duration' }, cells: steps.map((step) => said(step, 'duur')) },
            {
                title: { nl: 'Termijn', en: 'Deadline' },
                cells: steps.map((step) =>
                    joined(step.deadlines.map((d) => deadlineInlines(context, { ...d, value: withoutReason(d.value) })), '; '),
                ),
            },
        ]),
        ...together(context, [
            { title: { nl: 'Contacten', en: 'Contacts' }, cells: steps.map((step) => often(step, 'contacten')) },
            { title: { nl: 'Frequentie', en: 'Frequency' }, cells: steps.map((step) => often(step, 'frequentie')) },
            {
                title: { nl: 'Herhaling', en: 'Repetition' },
                cells: steps.map((step) =>
                    joined(
                        step.repeats.map((r) => repeatInlines(context, r.bound ? { ...r, bound: withoutReason(r.bound) } : r)),
                        '; ',
                    ),
                ),
            },
        ]),
        ...kept([
            {
                title: { nl: 'Levert', en: 'Delivers' },
                cells: steps.map((step) =>
                    joined(
                        [
                            references(context, step.delivers, 'document'),
                            ...openLines(context, step.open.map((s) => ({ ...s, values: s.values.map(withoutReason), provenance: [] })), 'levert'),
                        ].filter((line) => line.length > 0),
                        ', ',
                    ),
                ),
            },
        ]),
    ]; // prettier-ignore
    return [
        {
            type: 'table',
            caption: context.say({ nl: 'De stappen in het kort', en: 'The steps in short' }),
            columns: columns.map((c) => [text(context.say(c.title))]),
            rowHeadings: true,
            rows: steps.map((_, i) => ({ cells: columns.map((c) => c.cells[i] ?? []) })),
        },
    ];
}

interface Column {
    readonly title: Bilingual;
    /** one for each step */
    readonly cells: readonly (readonly Inline[])[];
}

function kept(columns: readonly Column[]): Column[] {
    return columns.filter((c) => c.cells.some((cell) => plainText(cell) !== ''));
}

/** Columns in one, so that the table fits an upright page: what is not of the first has its name before it. */
function together({ say }: Context, columns: readonly Column[]): Column[] {
    const [first, ...others] = kept(columns);
    if (!first || others.length === 0) {
        return first ? [first] : [];
    }
    const named = (column: Column, i: number): readonly Inline[] => {
        const cell = column.cells[i] ?? [];
        return column === first || cell.length === 0 ? cell : [text(`${say(column.title).toLowerCase()}: `), ...cell];
    };
    const titles = (of: Language) => enumerate([first.title[of], ...others.map((c) => c.title[of].toLowerCase())])[of];
    return [
        {
            title: { nl: titles('nl'), en: titles('en') },
            cells: first.cells.map((_, i) =>
                joined(
                    [first, ...others].map((c) => named(c, i)).filter((cell) => cell.length > 0),
                    '; ',
                ),
            ),
        },
    ];
}

/** Without sources and reasons, which stand with the step. */
export function briefly(performers: Performers): Performers {
    const { value, withValue } = performers;
    return {
        ...performers,
        provenance: [],
        ...(value ? { value: withoutReason(value) } : {}),
        ...(withValue ? { withValue: withoutReason(withValue) } : {}),
    };
}

/** What is open without why: that it is unknown, or differs from place to place. */
export function withoutReason(value: Value): Value {
    if (value.type !== 'unknown' && value.type !== 'local') {
        return value;
    }
    const { type, bound, unit } = value;
    return { type, ...(bound ? { bound } : {}), ...(unit === undefined ? {} : { unit }) };
}
