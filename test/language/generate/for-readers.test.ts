import { describe, expect, it } from 'vitest';
import { pngGenerator } from '../../../language/generate/png/generator.js';
import { forReaders } from '../../../language/generate/svg/for-readers.js';
import { buildGraph } from '../../../language/workflow/build-graph.js';
import { caseFrom, exampleCases } from './support.js';

async function read(text: string) {
    const { protocol } = await caseFrom(`interventie X { rol R ${text} }`);
    const built = buildGraph(protocol);
    if (!built) {
        throw new Error('no graph');
    }
    const graph = forReaders(built, 'nl');
    const ways = graph.flows.map((f) => `${f.from} → ${f.to}${f.label === '' ? '' : `: ${f.label}`}`);
    return { built, graph, ways, kinds: graph.nodes.map((n) => n.kind) };
}

describe('a workflow graph for readers', () => {
    it('has a bound on the way that it bounds, and no node that counts', async () => {
        const { built, kinds, ways } = await read(`gegeven g: ja/nee aanpak {
            stap A { door R bepaalt g daarna { als g: B anders: A hoogstens 2 keer } }
            stap B { door R } }`);
        expect(built.nodes.map((n) => n.kind)).toContain('set');
        expect(kinds).not.toContain('set');
        expect(ways.join('\n')).toMatch(/→ A: .*hoogstens 2 keer/);
    });

    it('says pas als on the way to the step, in place of waiting', async () => {
        const { built, graph, ways } = await read(`gegeven g: ja/nee aanpak {
            stap A { door R bepaalt g } stap B { door R pas als g } }`);
        const waits = (nodes: typeof graph.nodes) => nodes.filter((n) => n.kind === 'task' && n.work === 'wait');
        expect(waits(built.nodes)).toHaveLength(1);
        expect(waits(graph.nodes)).toEqual([]);
        expect(ways).toContain('A → B: pas als g');
    });

    it('has an end of its own for each way of which it is not said where it leads', async () => {
        const { graph } = await read(`gegeven g: ja/nee gegeven h: ja/nee aanpak {
            stap A { door R bepaalt g daarna { als g: B anders: onbekend } }
            stap B { door R bepaalt h daarna { als h: C anders: onbekend } }
            stap C { door R } }`);
        const unknown = graph.nodes.filter((n) => n.kind === 'end' && n.label === 'onbekend').map((n) => n.id);
        expect(unknown).toHaveLength(2);
        expect(unknown.map((id) => graph.flows.filter((f) => f.to === id).length)).toEqual([1, 1]);
    });

    it('has no band in which nothing stands', async () => {
        const { built, graph } = await read(
            'gegeven g: ja/nee aanpak { stap A { door R bepaalt g daarna { als g: E anders: onbekend } } einde E }',
        );
        expect(built.lanes).toHaveLength(2);
        expect(graph.lanes.map((l) => l.role)).toEqual(['R']);
        expect(graph.nodes.filter((n) => graph.lanes[n.lane] === undefined)).toEqual([]);
    });

    it('shows where a part leaves a group while the others go on', async () => {
        const { graph, ways } = await read(`aanpak {
            gelijktijdig G { termijn 2 weken anders: E  stap A { door R } stap B { door R } }
            einde E
            escalatie O door R { vanuit A  als "vast"  daarna: E } }`);
        const out = graph.nodes.find((n) => n.kind === 'end' && n.trigger?.kind === 'escalation');
        expect(out?.label).toBe('O');
        expect(ways.some((w) => w.endsWith(`→ ${out?.id ?? ''}`))).toBe(true);
        expect(ways.some((w) => w.endsWith('→ O'))).toBe(true);
    });

    it('keeps every element of every example', async () => {
        for (const { protocol } of await exampleCases()) {
            const built = buildGraph(protocol);
            const elements = (nodes: readonly { readonly element?: string }[] = []) =>
                [...new Set(nodes.flatMap((n) => n.element ?? []))].sort();
            expect(elements(built && forReaders(built, 'nl').nodes)).toEqual(elements(built?.nodes));
        }
    });

    it('has only flows between nodes that are there, and leaves nothing that a case could come to without a way to it', async () => {
        for (const { protocol } of await exampleCases()) {
            const built = buildGraph(protocol);
            const graph = built && forReaders(built, 'nl');
            const ids = new Set(graph?.nodes.map((n) => n.id));
            expect(graph?.flows.filter((f) => !ids.has(f.from) || !ids.has(f.to)) ?? []).toEqual([]);
            const reached = new Set(graph?.flows.map((f) => f.to));
            const alone = graph?.nodes.filter(
                (n) =>
                    !reached.has(n.id) &&
                    n.kind !== 'start' &&
                    n.kind !== 'boundary' &&
                    !(n.kind === 'subprocess' && n.byEvent),
            );
            expect(alone?.map((n) => n.id) ?? []).toEqual([]);
        }
    });
});

describe('pictures of points', () => {
    it('are not made where nothing makes them, and that is said', async () => {
        const { protocol, options } = await caseFrom('interventie X { rol R aanpak { stap A { door R } } }');
        const { files, losses } = pngGenerator.generate(protocol, options);
        expect(files).toEqual([]);
        expect(losses).toEqual([
            {
                element: 'X',
                reason: expect.objectContaining({ en: expect.stringContaining('use svg') as string }) as object,
            },
        ]);
    });
});
