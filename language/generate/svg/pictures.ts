import type { Diagram } from '../../diagram/geometry.js';
import { layOut } from '../../diagram/layout.js';
import type { Protocol } from '../../model/protocol.js';
import { stepsOf } from '../../model/queries.js';
import { buildGraph } from '../../workflow/build-graph.js';
import type { WorkflowGraph } from '../../workflow/graph.js';
import type { GenerateOptions } from '../generator.js';
import type { DrawingOptions } from './document.js';
import { drawProcess } from './draw.js';
import { factsInWords } from './facts-in-words.js';
import { forReaders } from './for-readers.js';
import { drawGoals } from './goals.js';
import { partsOf } from './parts.js';
import { scheduleOf } from './schedule.js';
import { withWords } from './task-words.js';
import { drawTimeline } from './timeline.js';
import { SAID } from './words.js';

/** A picture of an interventie. */
export interface Picture {
    readonly kind: 'process' | 'timeline' | 'goals';
    /** behind the name of the interventie, in the name of a file; empty for the process */
    readonly suffix: string;
    /** what it shows, for below it */
    readonly caption: string;
    readonly svg: string;
    /** the process that it shows */
    readonly graph?: WorkflowGraph;
    /** heights, from its top, at which it may be cut to fit on pages */
    readonly cuts?: readonly number[];
}

/** Draws everything that can be drawn of an interventie: of one without steps or goals nothing. */
export function picturesOf(
    protocol: Protocol,
    { language, pathOf, forced }: Pick<GenerateOptions, 'language' | 'pathOf' | 'forced'>,
    style: DrawingOptions['style'],
): Picture[] {
    const options = (prefix: string): DrawingOptions => ({ language, pathOf, forced, prefix, style });
    const built = buildGraph(protocol, language);
    const graph = built && withWords(factsInWords(forReaders(built, language)), protocol, language);
    const parts = graph && partsOf(protocol, graph);
    const diagram = graph && layOut(graph, parts?.fold);
    const schedule = graph && scheduleOf(protocol, graph);
    const pictures: (Picture | false)[] = [
        graph?.nodes.some((n) => n.kind === 'task') === true &&
            diagram !== undefined && {
                kind: 'process',
                suffix: '',
                caption: SAID.process[language],
                graph,
                cuts: betweenStrips(diagram),
                svg: drawProcess(graph, diagram, {
                    ...options('verloop:'),
                    parts: parts?.titles ?? [],
                    partOf: parts?.fold.parts ?? new Map<string, number>(),
                }),
            },
        schedule?.rows.some((r) => r.kind === 'work') === true && {
            kind: 'timeline',
            suffix: '-tijdlijn',
            caption: SAID.timeline[language],
            svg: drawTimeline(protocol, schedule, options('tijd:')),
        },
        protocol.goals.length > 0 &&
            stepsOf(protocol.process).length > 0 &&
            protocol.process !== undefined && {
                kind: 'goals',
                suffix: '-doelen',
                caption: SAID.goals[language],
                svg: drawGoals(protocol, protocol.process, options('doel:')),
            },
    ];
    return pictures.filter((p) => p !== false);
}

/** Halfway between one strip of a drawing and the next. */
function betweenStrips({ strips }: Diagram): readonly number[] {
    return strips.slice(1).map(({ y }, i) => (y + (strips[i]?.y ?? 0) + (strips[i]?.height ?? 0)) / 2);
}
