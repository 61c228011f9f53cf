import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { URI } from 'langium';
import { NodeFileSystem } from 'langium/node';
import { readPart } from '../../cli/files/parts.js';
import { loadPoints } from '../../cli/generate/points.js';
import { layOut } from '../../language/diagram/layout.js';
import { createDraaiboekServices } from '../../language/draaiboek-module.js';
import { DOCUMENTS, GENERATORS } from '../../language/generate/registry.js';
import { relatedTo } from '../../language/generate/related.js';
import { DEFAULT_SETTINGS } from '../../language/settings/settings.js';
import { buildGraph } from '../../language/workflow/build-graph.js';
import { loadFiles, modelOf, parseText } from '../../language/workspace.js';
import { generateProcess } from './generate-process.js';
import { median } from './measure.js';

/** How long drawings and outputs take. */
export interface OutputMeasurement {
    /** the layout of a process of 500 steps: milliseconds, median of the runs */
    readonly layout: number;
    /** shapes in that */
    readonly shapes: number;
    /** drawings, workflow definitions and web pages of all examples together, warm: milliseconds, the best of the runs */
    readonly outputs: number;
    /** the documents of all examples, those with a Word file, likewise */
    readonly papers: number;
    readonly files: number;
}

/** @param folder of the examples; `tool` is the folder of the tool's program */
export async function measureOutputs(folder: URL, tool: URL, runs: number): Promise<OutputMeasurement> {
    const { layout, shapes } = await measureLayout(runs);
    const { Draaiboek } = createDraaiboekServices(NodeFileSystem);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.draaiboek'));
    const documents = await loadFiles(
        Draaiboek,
        files.map((file) => URI.parse(new URL(file, folder).toString())),
    );
    const models = documents.map((d) => modelOf(Draaiboek, d));
    const parts = (part: Parameters<typeof readPart>[1]) => readPart(fileURLToPath(tool), part);
    const papersOf = new Set(DOCUMENTS.map(({ id }) => id));
    let outputs = Number.POSITIVE_INFINITY;
    let papers = Number.POSITIVE_INFINITY;
    let made = 0;
    // the first run warms
    for (let i = 0; i <= runs; i++) {
        const spent = { outputs: 0, papers: 0 };
        // it remembers what it drew, within one run of the tool
        const toPng = await loadPoints({ readPart: parts });
        made = 0;
        for (const file of models) {
            for (const protocol of file.interventions) {
                const options = {
                    settings: DEFAULT_SETTINGS,
                    language: 'nl' as const,
                    file,
                    related: relatedTo(protocol, models),
                    forced: false,
                    toPng,
                    pathOf: (uri: string) => uri,
                };
                for (const generator of GENERATORS) {
                    const start = performance.now();
                    made += generator.generate(protocol, options).files.length;
                    spent[papersOf.has(generator.id) ? 'papers' : 'outputs'] += performance.now() - start;
                }
            }
        }
        outputs = i === 0 ? outputs : Math.min(outputs, spent.outputs);
        papers = i === 0 ? papers : Math.min(papers, spent.papers);
    }
    return { layout, shapes, outputs, papers, files: made };
}

async function measureLayout(runs: number): Promise<{ layout: number; shapes: number }> {
    const { Draaiboek } = createDraaiboekServices();
    const document = await parseText(Draaiboek, generateProcess({ steps: 500, decisions: 100, blocks: 20 }));
    const [protocol] = modelOf(Draaiboek, document).interventions;
    const graph = protocol && buildGraph(protocol);
    if (!graph) {
        throw new Error('The generated process has no graph.');
    }
    const times: number[] = [];
    let shapes = 0;
    for (let i = 0; i < Math.max(3, runs); i++) {
        const start = performance.now();
        shapes = layOut(graph).shapes.length;
        times.push(performance.now() - start);
    }
    return { layout: median(times) ?? Number.NaN, shapes };
}
