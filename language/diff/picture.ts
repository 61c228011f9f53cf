import { layOut } from '../diagram/layout.js';
import type { Diagram } from '../diagram/geometry.js';
import type { DrawingOptions } from '../generate/svg/document.js';
import { drawProcess } from '../generate/svg/draw.js';
import { factsInWords } from '../generate/svg/facts-in-words.js';
import { forReaders } from '../generate/svg/for-readers.js';
import { legendOf } from '../generate/svg/legend.js';
import { drawMark, markEntry, MARKS, type Mark } from '../generate/svg/marks.js';
import { partsOf } from '../generate/svg/parts.js';
import { withWords } from '../generate/svg/task-words.js';
import type { Place, Protocol } from '../model/protocol.js';
import type { Language } from '../text/bilingual.js';
import { buildGraph } from '../workflow/build-graph.js';
import type { WorkflowGraph } from '../workflow/graph.js';
import type { Change } from './change.js';
import type { Difference } from './difference.js';
import { unionOf } from './graph-union.js';

/** The drawing of the difference in one interventie. */
export interface DifferencePicture {
    readonly interventie: string;
    /** of the interventie in the new text */
    readonly at: Place;
    readonly svg: string;
}

/** How the drawings look. */
export interface DifferencePictureOptions extends Omit<DrawingOptions, 'pathOf'> {
    /** how the file of a place is written in the drawing of an interventie that stands in the file `home` */
    readonly pathOf: (fileUri: string, home: string) => string;
}

/**
 * Draws the process of each interventie of which it changed: the new one, with what is gone in its old place, and a sign
 * and a colour at what was added, removed, changed or moved. One that stayed the same, or has no process, is not drawn.
 */
export function differencePictures(
    difference: Difference,
    options: DifferencePictureOptions,
): readonly DifferencePicture[] {
    const { pairs, newTree, oldTree } = difference;
    return newTree.children.flatMap((now): DifferencePicture[] => {
        const old = pairs.oldOf.get(now);
        if (now.list !== 'interventions' || !oldTree.children.some((c) => c === old)) {
            return [];
        }
        const protocol = now.block as Protocol;
        const svg = pictureOf(old?.block as Protocol, protocol, difference, {
            ...options,
            pathOf: (uri) => options.pathOf(uri, protocol.at.file),
        });
        return svg === undefined ? [] : [{ interventie: protocol.name, at: protocol.at, svg }];
    });
}

function pictureOf(
    old: Protocol,
    now: Protocol,
    { meaning, pairs }: Difference,
    options: DrawingOptions,
): string | undefined {
    const { language } = options;
    const [before, after] = [graphOf(old, language), graphOf(now, language)];
    if (!before || !after) {
        return undefined;
    }
    const { graph, marks, behind } = unionOf(before, after, pairs.names, marksOf(meaning, now.name));
    if (marks.size === 0) {
        return undefined;
    }
    const parts = partsOf(now, graph);
    const partOf = new Map(parts.fold.parts);
    for (const [gone, at] of behind) {
        const part = partOf.get(at);
        if (part !== undefined) {
            partOf.set(gone, part);
        }
    }
    return drawProcess(graph, layOut(graph, { ...parts.fold, parts: partOf }), {
        ...options,
        parts: parts.titles,
        partOf,
        over: (diagram, top) => over(diagram, marks, top, language),
    });
}

function graphOf(protocol: Protocol, language: Language): WorkflowGraph | undefined {
    const built = buildGraph(protocol, language);
    return built && withWords(factsInWords(forReaders(built, language)), protocol, language);
}

/** What became of each element of an interventie. */
function marksOf(changes: readonly Change[], interventie: string): (element: string) => Mark | undefined {
    const marks = new Map<string, Mark>();
    for (const { kind, element } of changes) {
        if (element.within === interventie && element.name !== '' && kind !== 'order' && kind !== 'renamed') {
            const known = marks.get(element.name);
            marks.set(element.name, kind === 'moved' && known !== 'changed' ? 'moved' : 'changed');
        }
    }
    return (element) => marks.get(element);
}

/** The signs and colours over a drawing, and what they mean below it. */
function over(
    diagram: Diagram,
    marks: ReadonlyMap<string, Mark>,
    top: number,
    language: Language,
): { readonly svg: readonly string[]; readonly height: number } {
    const drawn = [
        ...diagram.edges.flatMap(({ flow, points }) => markAt(marks.get(flow), { points }, language)),
        ...diagram.shapes.flatMap((shape) => markAt(marks.get(shape.node), { box: shape }, language)),
    ];
    const used = MARKS.filter((m) => [...marks.values()].includes(m));
    const legend = legendOf(
        used.map((m) => markEntry(m)),
        { x: 0, y: top, width: diagram.width },
        language,
    );
    return { svg: [...drawn, legend.svg], height: legend.height };
}

function markAt(mark: Mark | undefined, at: Parameters<typeof drawMark>[1], language: Language): string[] {
    return mark === undefined ? [] : [drawMark(mark, at, language)];
}
