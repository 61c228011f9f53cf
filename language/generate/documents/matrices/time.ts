import { buildGraph } from '../../../workflow/build-graph.js';
import { scheduleOf, type Row, type Schedule } from '../../svg/schedule.js';
import { reference } from '../../document/claims.js';
import type { Context } from '../../document/context.js';
import { text, type Block, type Inline } from '../../document/document.js';
import { statementBlocks } from '../../document/values.js';
import { line, table } from '../blocks.js';
import { refTo } from './goals.js';

/** Periods of which there may be about this many beside each other. */
const MOST_PERIODS = 12;
const UNITS = [
    { days: 7, nl: 'Week', en: 'Week' },
    { days: 14, nl: 'Weken', en: 'Weeks' },
    { days: 28, nl: 'Weken', en: 'Weeks' },
    { days: 91.3125, nl: 'Kwartaal', en: 'Quarter' },
    { days: 365.25, nl: 'Jaar', en: 'Year' },
] as const;

/**
 * What happens when, as SPIRIT asks of a study: activities against time. Each step begins as soon as all before it is done
 * and takes as long as it may at most. Where that is not stated in figures there is only the order. Source: Chan e.a.,
 * SPIRIT 2013 statement (Annals of Internal Medicine, 2013).
 */
export function activitiesInTime(context: Context): Block[] {
    const { protocol, language } = context;
    const graph = buildGraph(protocol, language);
    const schedule = graph && scheduleOf(protocol, graph);
    if (!schedule) {
        return [];
    }
    const work = schedule.rows.filter((r): r is WorkRow => r.kind === 'work');
    const onTheWay = work.filter((r) => r.span !== undefined);
    const aside = work.filter((r) => r.span === undefined);
    const caption = { nl: 'Activiteiten in de tijd', en: 'Activities in time' };
    const periods = schedule.days === undefined ? orders(onTheWay) : spans(schedule.days, context);
    const rows = onTheWay.map((r) => [
        [reference(context, refTo(r.node), 'node')],
        contactsOf(context, r),
        ...periods.map(({ from, to }): Inline[] => (touches(r.span, from, to) ? [text('●')] : [])),
    ]);
    return [
        ...table(context, caption, [{ nl: 'Stap', en: 'Step' }, { nl: 'Contacten', en: 'Contacts' }, ...periods.map((p) => [text(p.title)])], rows),
        ...explained(context, schedule),
        ...table(
            context,
            { nl: 'Zonder vaste plaats in de tijd', en: 'Without a fixed place in time' },
            [{ nl: 'Stap', en: 'Step' }, { nl: 'Contacten', en: 'Contacts' }, { nl: 'Wanneer', en: 'When' }],
            aside.map((r) => [[reference(context, refTo(r.node), 'node')], contactsOf(context, r), [text(context.say(WHEN[r.when]))]]),
        ),
        ...measurements(context),
    ];
} // prettier-ignore

type WorkRow = Extract<Row, { kind: 'work' }>;

interface Period {
    readonly title: string;
    readonly from: number;
    readonly to: number;
}

const WHEN = {
    'on-the-way': { nl: 'op de weg', en: 'on the way' },
    term: { nl: 'als een termijn verstrijkt', en: 'where a term runs out' },
    aside: { nl: 'na opschaling of een andere uitzondering', en: 'after escalation or another exception' },
    always: { nl: 'op elk moment', en: 'at any moment' },
    nowhere: { nl: 'er leidt geen weg naartoe', en: 'no way leads there' },
} as const;

function spans(days: number, { say }: Context): readonly Period[] {
    const unit = UNITS.find((u) => days / u.days <= MOST_PERIODS) ?? UNITS[UNITS.length - 1];
    if (!unit) {
        return [];
    }
    const weeks = unit.days / 7;
    return Array.from({ length: Math.max(1, Math.ceil(days / unit.days)) }, (_, i) => {
        const number = unit.nl === 'Weken' ? `${String(i * weeks + 1)}–${String((i + 1) * weeks)}` : String(i + 1);
        return { title: `${say(unit)} ${number}`, from: i * unit.days, to: (i + 1) * unit.days };
    });
}

/** One behind the other, where it is not known how long they take. */
function orders(rows: readonly WorkRow[]): readonly Period[] {
    const last = Math.max(0, ...rows.map((r) => r.span?.to ?? 0));
    return Array.from({ length: Math.min(last, 2 * MOST_PERIODS) }, (_, i) => ({
        title: String(i + 1),
        from: i,
        to: i + 1,
    }));
}

function touches(span: WorkRow['span'], from: number, to: number): boolean {
    return span !== undefined && span.from < to && (span.to > from || (span.from === span.to && span.from >= from));
}

function contactsOf(context: Context, { node }: WorkRow): Inline[] {
    const said = node.statements.filter((s) => s.kind === 'contacten');
    const stated = said.flatMap((s) =>
        statementBlocks(context, s).flatMap((b) => (b.type === 'paragraph' ? b.content : [])),
    );
    const again = context.say({ nl: '; bij elke herhaling opnieuw', en: '; again at each repetition' });
    return stated.length > 0 && node.repeats.length > 0 ? [...stated, text(again)] : stated;
}

function explained(context: Context, { days, open }: Schedule): Block[] {
    const titles = open.map((name) => context.anchors.find(name, 'node')?.title ?? name).join('; ');
    return [
        days === undefined
            ? line(context, {
                  nl: `De kolommen zijn een volgorde en geen tijd, want van deze stappen staat niet in cijfers hoe lang zij hoogstens duren: ${titles}.`,
                  en: `The columns are an order and no time, since it is not stated in figures how long these steps take at most: ${titles}.`,
              })
            : line(context, {
                  nl: 'Elke stap begint zodra alles ervoor klaar is en duurt zo lang als hij hoogstens mag duren. Herhaling, wachten en opschaling nemen hier geen tijd.',
                  en: 'Each step begins as soon as all before it is done and takes as long as it may at most. Repetition, waiting and escalation take no time here.',
              }),
    ];
}

/** When what is measured, as the indicators say. */
function measurements(context: Context): Block[] {
    const { protocol } = context;
    const indicators = [
        ...protocol.goals.flatMap((g) => [...g.indicators, ...g.subgoals.flatMap((s) => s.indicators)]),
        ...protocol.indicators,
    ];
    const rows = indicators.flatMap((i) => {
        const moments = i.statements.filter((s) => s.kind === 'moment');
        return moments.length === 0
            ? []
            : [
                  [
                      [reference(context, refTo(i), 'indicator')],
                      moments.flatMap((s) =>
                          statementBlocks(context, s).flatMap((b) => (b.type === 'paragraph' ? b.content : [])),
                      ),
                  ],
              ];
    });
    return table(
        context,
        { nl: 'Wanneer wat gemeten wordt', en: 'When what is measured' },
        [
            { nl: 'Indicator', en: 'Indicator' },
            { nl: 'Moment', en: 'Moment' },
        ],
        rows,
    );
}
