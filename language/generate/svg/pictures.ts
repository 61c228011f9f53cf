import { layOut } from '../../diagram/layout.js';
import type { Protocol } from '../../model/protocol.js';
import { buildGraph } from '../../workflow/build-graph.js';
import type { WorkflowGraph } from '../../workflow/graph.js';
import type { GenerateOptions } from '../generator.js';
import type { DrawingOptions } from './document.js';
import { drawProcess } from './draw.js';
import { forReaders } from './for-readers.js';

/** A picture of an interventie. */
export interface Picture {
    readonly kind: 'process' | 'timeline' | 'goals';
    /** behind the name of the interventie, in the name of a file; empty for the process */
    readonly suffix: string;
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
    return [
        ...(graph?.nodes.some((n) => n.kind === 'task')
            ? [
                  {
                      kind: 'process' as const,
                      suffix: '',
                      graph,
                      svg: drawProcess(graph, layOut(graph), options('verloop-')),
                  },
              ]
            : []),
    ];
}
