import type { Escalation, Performers, Step } from '../../../model/process.js';
import type { Block as StatedBlock } from '../../../model/protocol.js';
import { modalityInlines, plainText, reference, references } from '../claims.js';
import type { Context } from '../context.js';
import { joined, text, type Block, type Inline } from '../document.js';
import type { FlowTree } from '../flow-tree.js';
import { openLines, valueInlines } from '../values.js';
import { deadlineInlines, repeatInlines } from './flow.js';
import { performersLine } from './work.js';
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
    const columns = [
        { nl: 'Stap', en: 'Step' }, { nl: 'Door', en: 'By' }, { nl: 'Duur', en: 'Duration' }, { nl: 'Termijn', en: 'Deadline' }, { nl: 'Contacten', en: 'Contacts' }, { nl: 'Frequentie', en: 'Frequency' }, { nl: 'Herhaling', en: 'Repetition' }, { nl: 'Levert', en: 'Delivers' },
    ]; // prettier-ignore
    const rows = steps.map((step): Inline[][] => [
        [
            text(step.kind === 'step' ? `${String(tree.numberOf(step))}. ` : stuck),
            reference(context, { name: step.name, at: step.nameAt }, 'node'),
        ],
        step.performers.flatMap((p, i) => [...(i === 0 ? [] : [text(', ')]), ...performersLine(context, briefly(p))]),
        said(step, 'duur'),
        joined(
            step.deadlines.map((d) => deadlineInlines(context, { ...d, value: withoutReason(d.value) })),
            '; ',
        ),
        often(step, 'contacten'),
        often(step, 'frequentie'),
        joined(
            step.repeats.map((repeat) =>
                repeatInlines(context, repeat.bound ? { ...repeat, bound: withoutReason(repeat.bound) } : repeat),
            ),
            '; ',
        ),
        joined(
            [
                references(context, step.delivers, 'document'),
                ...openLines(
                    context,
                    step.open.map((s) => ({ ...s, values: s.values.map(withoutReason), provenance: [] })),
                    'levert',
                ),
            ].filter((line) => line.length > 0),
            ', ',
        ),
    ]);
    const kept = columns.map((_, i) => i === 0 || rows.some((cells) => plainText(cells[i] ?? []) !== ''));
    return [
        {
            type: 'table',
            caption: context.say({ nl: 'De stappen in het kort', en: 'The steps in short' }),
            columns: columns.filter((_, i) => kept[i]).map((c) => [text(context.say(c))]),
            rowHeadings: true,
            rows: rows.map((cells) => ({ cells: cells.filter((_, i) => kept[i]) })),
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
