import type { Box, Diagram } from '../../diagram/geometry.js';
import { textWidth } from '../../diagram/metrics.js';
import { EVENT, GATEWAY } from '../../diagram/sizes.js';
import type { Bilingual, Language } from '../../text/bilingual.js';
import type { GraphNode, WorkflowGraph } from '../../workflow/graph.js';
import { arrow, num, rect, words } from './elements.js';
import { eventShape, frameShape, gatewayShape, isUnknownEnd, taskShape } from './symbols.js';

const SIZE = 26;
const SPACE = 26;
const LINE = 34;

/** Something that occurs in a drawing, as it looks there, with what it means. */
export interface Entry {
    /** at the origin, as wide and high as this */
    readonly symbol: string;
    readonly width: number;
    readonly height: number;
    readonly meaning: Bilingual;
}

/**
 * Every form that a drawing of a process has, once, with what it means; what looks the same stands together.
 *
 * @param phases how high what names its phases is, below a drawing that is not folded
 */
export function drawLegend(
    graph: WorkflowGraph,
    diagram: Diagram,
    language: Language,
    phases: number,
): { svg: string; height: number } {
    const shown = new Set(diagram.shapes.map((s) => s.node));
    const entries: Entry[] = graph.nodes
        .filter((n) => shown.has(n.id))
        .map((node) => ({ ...lookOf(node), meaning: meaningOf(node) }))
        .sort((a, b) => orderOf(a.meaning) - orderOf(b.meaning));
    if (diagram.edges.length > 0) {
        const points = [
            { x: 0, y: 13 },
            { x: 40, y: 13 },
        ];
        entries.push({ symbol: arrow(points), width: 40, height: SIZE, meaning: MEANINGS.flow });
    }
    const heads = [
        ...(diagram.bands.length > 0 ? [MEANINGS.band] : []),
        ...(isInParts(diagram) ? [MEANINGS.strip] : []),
        ...(phases > 0 ? [MEANINGS.phase] : []),
    ];
    const head = rect({ x: 0, y: 2, width: 34, height: 22 }, 'dr-head');
    entries.push(...heads.map((meaning) => ({ symbol: head, width: 34, height: SIZE, meaning })));
    return legendOf(entries, { x: 0, y: diagram.height + phases + 16, width: diagram.width }, language);
}

const isInParts = ({ strips }: Diagram) => strips.some((s) => s.part !== undefined);

/** A row of forms with their meanings, or more rows where one is too short. */
export function legendOf(
    entries: readonly Entry[],
    { x: left, y: top, width: room }: Omit<Box, 'height'>,
    language: Language,
): { svg: string; height: number } {
    let [x, y] = [left, top];
    const parts: string[] = [];
    for (const same of Map.groupBy(entries, (e) => e.symbol).values()) {
        const [{ symbol, width: wide, height }] = same as [Entry];
        const meaning = [...new Set(same.map((e) => e.meaning[language]))].join(' / ');
        const width = wide + 7 + textWidth(meaning, 11) + SPACE;
        if (x > left && x + width - SPACE > left + room) {
            [x, y] = [left, y + LINE];
        }
        const at = { x: x + wide + 7, y: y + SIZE / 2 + 4 };
        parts.push(
            `<g transform="translate(${num(x)} ${num(y + (SIZE - height) / 2)})">${symbol}</g>`,
            words(meaning, at, 11, 'dr-soft'),
        );
        x += width;
    }
    return parts.length === 0
        ? { svg: '', height: 0 }
        : { svg: `<g aria-hidden="true">${parts.join('')}</g>`, height: y + LINE - top + 16 };
}

/** What a node looks like, smaller than in the drawing. */
function lookOf(node: GraphNode): Omit<Entry, 'meaning'> {
    const wide = { x: 0, y: 0, width: 34, height: 22 };
    switch (node.kind) {
        case 'task':
            return { symbol: taskShape(node, wide, 4), ...wide };
        case 'subprocess':
            return { symbol: frameShape(node, wide, 4), ...wide };
        default: {
            const size = node.kind === 'gateway' ? GATEWAY : EVENT;
            const box = { x: 0, y: 0, width: size, height: size };
            const symbol = node.kind === 'gateway' ? gatewayShape(node, box) : eventShape(node, box);
            const scale = String(Math.round((100 * SIZE) / size) / 100);
            return { symbol: `<g transform="scale(${scale})">${symbol}</g>`, width: SIZE, height: SIZE };
        }
    }
}

/** What a form means to who reads the drawing. */
function meaningOf(node: GraphNode): Bilingual {
    switch (node.kind) {
        case 'task':
            return node.handover
                ? MEANINGS[node.handover.warm ? 'warm' : 'handover']
                : MEANINGS[
                      node.work === 'escalation' || node.work === 'choose' || node.work === 'wait' ? node.work : 'step'
                  ];
        case 'gateway':
            return MEANINGS[node.gateway];
        case 'start':
            return node.trigger
                ? MEANINGS[
                      `${node.trigger.kind === 'message' ? 'told' : 'so'}${node.interrupting === false ? 'Meanwhile' : ''}`
                  ]
                : MEANINGS.start;
        case 'boundary': {
            const kind = node.trigger.kind === 'timer' ? 'term' : node.trigger.kind === 'message' ? 'report' : 'raised';
            return MEANINGS[`${kind}${node.interrupting ? '' : 'GoesOn'}`];
        }
        case 'catch':
            return MEANINGS.until;
        case 'throw':
            return MEANINGS.raised;
        case 'set':
            return MEANINGS.count;
        case 'end':
            return MEANINGS[node.outcome ?? (isUnknownEnd(node) ? 'unknown' : 'stop')];
        case 'subprocess':
            return MEANINGS[node.byEvent ? 'always' : 'whole'];
    }
}

/** In the order in which a legend has them. */
const MEANINGS = {
    start: { nl: 'begin', en: 'start' },
    step: { nl: 'stap', en: 'step' },
    choose: { nl: 'iemand kiest', en: 'somebody chooses' },
    wait: { nl: 'wachten', en: 'wait' },
    escalation: { nl: 'opschaling', en: 'escalation' },
    handover: { nl: 'overdracht', en: 'handover' },
    warm: { nl: 'warme overdracht', en: 'warm handover' },
    decide: { nl: 'keuze: één van de wegen', en: 'choice: one of the ways' },
    merge: { nl: 'wegen komen samen', en: 'ways come together' },
    split: { nl: 'alles tegelijk', en: 'all at the same time' },
    join: { nl: 'verder als alles klaar is', en: 'on when all is done' },
    term: { nl: 'de termijn is om; het werk stopt', en: 'the term is over; the work stops' },
    termGoesOn: { nl: 'de termijn is om; het werk gaat door', en: 'the term is over; the work goes on' },
    report: { nl: 'iemand zegt dat dit zo is; het werk stopt', en: 'somebody says that this is so; the work stops' },
    reportGoesOn: { nl: 'iemand zegt dat dit zo is; het werk gaat door', en: 'somebody says that this is so; the work goes on' },
    raised: { nl: 'dit blijkt; het werk stopt', en: 'this turns out; the work stops' },
    raisedGoesOn: { nl: 'dit blijkt; het werk gaat door', en: 'this turns out; the work goes on' },
    until: { nl: 'wacht tot dit moment', en: 'waits for this moment' },
    count: { nl: 'telt mee', en: 'counts' },
    always: { nl: 'kan op elk moment', en: 'can happen at any moment' },
    whole: { nl: 'hoort bij elkaar', en: 'belongs together' },
    so: { nl: 'zodra dit zo is; het andere werk stopt', en: 'as soon as this is so; other work stops' },
    soMeanwhile: { nl: 'zodra dit zo is; het andere werk gaat verder', en: 'as soon as this is so; other work goes on' },
    told: { nl: 'zodra iemand dit zegt; het andere werk stopt', en: 'as soon as somebody says this; other work stops' },
    toldMeanwhile: { nl: 'zodra iemand dit zegt; het andere werk gaat verder', en: 'as soon as somebody says this; other work goes on' },
    successful: { nl: 'einde: geslaagd', en: 'end: successful' },
    refusal: { nl: 'einde: bij weigering', en: 'end: on refusal' },
    other: { nl: 'ander einde', en: 'other end' },
    stop: { nl: 'deze weg houdt op', en: 'this way ends' },
    unknown: { nl: 'niet gezegd hoe het verder gaat', en: 'not said how it goes on' },
    flow: { nl: 'daarna; erboven staat wanneer', en: 'next; above it stands when' },
    band: { nl: 'wie het doet', en: 'who does it' },
    strip: { nl: 'uiterst links: welke fase', en: 'far left: which phase' },
    phase: { nl: 'onderaan: van waar tot waar een fase is', en: 'below: from where to where a phase is' },
} as const satisfies Readonly<Record<string, Bilingual>>; // prettier-ignore

const ORDER: readonly Bilingual[] = Object.values(MEANINGS);
const orderOf = (meaning: Bilingual) => ORDER.indexOf(meaning);
