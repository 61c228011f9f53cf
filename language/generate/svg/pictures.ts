import { layOut } from '../../diagram/layout.js';
import type { Protocol } from '../../model/protocol.js';
import { stepsOf } from '../../model/queries.js';
import { buildGraph } from '../../workflow/build-graph.js';
import type { WorkflowGraph } from '../../workflow/graph.js';
import type { GenerateOptions } from '../generator.js';
import type { DrawingOptions } from './document.js';
import { drawProcess } from './draw.js';
import { forReaders } from './for-readers.js';
import { drawGoals } from './goals.js';
import { scheduleOf } from './schedule.js';
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
}

/** Draws everything that can be drawn of an interventie: of one without steps or goals nothing. */
export function picturesOf(
    protocol: Protocol,
    { language, pathOf, forced }: Pick<GenerateOptions, 'language' | 'pathOf' | 'forced'>,
    style: DrawingOptions['style'],
): Picture[] {
    const options = (prefix: string): DrawingOptions => ({ language, pathOf, forced, prefix, style });
    const built = buildGraph(protocol, language);
    const graph = built && forReaders(built, language);
    const schedule = graph && scheduleOf(protocol, graph);
    const titleOf = (role: string) => protocol.roles.find((r) => r.name === role)?.title ?? role;
    const pictures: (Picture | false)[] = [
        graph?.nodes.some((n) => n.kind === 'task') === true && {
            kind: 'process',
            suffix: '',
            caption: SAID.process[language],
            graph,
            svg: drawProcess(graph, layOut(graph), { ...options('verloop:'), titleOf }),
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
