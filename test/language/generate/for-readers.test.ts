import { describe, expect, it } from 'vitest';
import { generatorById } from '../../../language/generate/registry.js';
import { pngGenerator } from '../../../language/generate/png/generator.js';
import { forReaders } from '../../../language/generate/svg/for-readers.js';
import { picturesOf } from '../../../language/generate/svg/pictures.js';
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

describe('a drawing in words', () => {
    it('says a fact in its own words where there is room, and never in a title or a quoted condition', async () => {
        const { protocol, options } = await caseFrom(`interventie X { rol R
            gegeven g: ja/nee "Het gaat goed" gegeven h: ja/nee "Woorden waarvoor in een tekening lang geen plaats is, hoe men ze ook zet"
            aanpak { stap A { door R bepaalt g, h daarna { als niet g: B als h: C als "g zegt" : C anders: G hoogstens 1 keer } }
              een van G { stap B "over g" { door R } stap D "g" { door R } } stap C { door R } einde E } }`);
        const [process] = picturesOf(protocol, options, 'light');
        const labels = process?.graph?.flows.map((f) => f.label) ?? [];
        expect(labels).toEqual(
            expect.arrayContaining(['als niet ‘Het gaat goed’', 'als h', 'als “g zegt”', 'over g', 'g']),
        );
    });

    it('says a fact in its own words at an event on a border, in full for screen readers where there is no room', async () => {
        const { protocol, options } = await caseFrom(`interventie X { rol R
            gegeven g: ja/nee "Het gaat goed" gegeven h: ja/nee "Woorden waarvoor in een tekening lang geen plaats is, hoe men ze ook zet, al was het op vijf regels van de kleinste letters waarin een mens die nog kan lezen"
            aanpak { stap A { door R bepaalt g, h } stap B { door R }
              escalatie V { vanuit A als g en "het lukt niet" daarna: B }
              escalatie W { vanuit A als h of "er is haast" daarna: B } einde E } }`);
        const [process] = picturesOf(protocol, options, 'light');
        const labels = process?.graph?.nodes.flatMap((n) => (n.kind === 'boundary' ? [n.label] : []));
        expect(labels).toEqual(['als ‘Het gaat goed’ en “het lukt niet”', 'als h of “er is haast”']);
        expect(process?.svg).toMatch(/als h of “er is haast”[^<]*; h: Woorden waarvoor in een tekening lang/);
    });

    it('says when a part may begin that somebody chooses, behind that', async () => {
        const { ways } = await read(`gegeven g: ja/nee aanpak {
            stap Z { door R }
            een van K "Kies" { stap A "Dit" { door R pas als g is bekend } stap B "Dat" { door R } }
            naar keuze N "Ook" { stap C { door R pas als "het kan" } stap D { door R bepaalt g } } }`);
        expect(ways.join('\n')).toMatch(/→ A: Dit; pas als g is bekend/);
        expect(ways.join('\n')).toMatch(/→ B: Dat$/m);
        expect(ways.join('\n')).toMatch(/→ C: wel; pas als “het kan”/);
    });

    it.each([
        [
            'below a drawing of one strip',
            'fase P "Eerst" { stap A { door R } } stap B { door R } fase Q "Later" { stap C { door R } }',
            ['Eerst', 'Later'],
        ],
        ['and none where there is none', 'stap A { door R } stap B { door R }', []],
    ])('names phases %s', async (_, steps, expected) => {
        const { protocol, options } = await caseFrom(`interventie X { rol R aanpak { ${steps} } }`);
        const [process] = picturesOf(protocol, options, 'light');
        const bold = [...(process?.svg ?? '').matchAll(/dr-text dr-bold"[^>]*>([^<]*)</g)].map((m) => m[1]);
        expect(bold.filter((t) => t === 'Eerst' || t === 'Later')).toEqual(expected);
    });
});

describe('a workflow graph for readers', () => {
    it('has a bound on the way that it bounds, and no node that counts', async () => {
        const { built, kinds, ways } = await read(`gegeven g: ja/nee aanpak {
            stap A { door R bepaalt g daarna { als g: B anders: A hoogstens 2 keer } }
            stap B { door R } }`);
        expect(built.nodes.map((n) => n.kind)).toContain('set');
        expect(kinds).not.toContain('set');
        expect(ways.join('\n')).toMatch(/→ A: .*hoogstens 2 keer/);
    });

    it('ends each way out of a phase where that way goes, also where several ways go to one place', async () => {
        const { graph } = await read(`gegeven g: een van a, b, c aanpak {
            fase P { termijn 6 weken anders: V
                stap A { door R bepaalt g termijn 1 week anders: V daarna { als g is a: C als g is b: V anders: B } }
                stap B { door R } }
            stap C "Later" { door R } escalatie V "Hulp" { door R daarna: C } }`);
        const labels = new Map(graph.nodes.map((n) => [n.id, n.label]));
        const out = graph.flows.filter((f) =>
            graph.nodes.some((n) => n.id === f.to && n.kind === 'end' && n.scope === 'P'),
        );
        expect(new Set(out.map((f) => f.to)).size).toBe(out.length);
        expect(out.map((f) => `${f.from} ${f.label} → ${labels.get(f.to) ?? ''}`).sort()).toEqual([
            'A_termijn  → Hulp',
            'A_verder als g is a → Later',
            'A_verder als g is b → Hulp',
            'B  → klaar',
        ]);
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

describe('where a handover leads when nobody knows', () => {
    const TEXT = `rol H aanpak {
        stap A { door R daarna { als "x": B anders: C } } stap B { door R daarna: C } stap C { door H } einde E }
        overdracht O van R naar H { vanuit A, B bevestiging door H binnen 1 week bij uitblijven: onbekend }`;

    it('is one end in a drawing, for all the ways of it', async () => {
        const { graph, ways } = await read(TEXT);
        const ends = graph.nodes.filter((n) => n.kind === 'end' && n.label === 'onbekend');
        expect(ends.map((n) => n.id)).toEqual(['onbekend']);
        expect(ways.filter((w) => w.includes(' → onbekend')).length).toBeGreaterThan(2);
    });

    it('and in a flow chart', async () => {
        const { protocol, options } = await caseFrom(`interventie X { rol R ${TEXT} }`);
        const [chart] = generatorById('mermaid')?.generate(protocol, options).files ?? [];
        const text = String(chart?.content);
        expect(text.match(/:::onbekend/g)).toHaveLength(1);
        expect(text.match(/onbekend$/gm)?.length).toBeGreaterThan(2);
    });
});

it('says which characters the font of a picture of points lacks', async () => {
    const lost = async (title: string) => {
        const { protocol, options } = await caseFrom(`interventie P { aanpak { stap A "${title}" } }`);
        return pngGenerator
            .generate(protocol, { ...options, toPng: () => new Uint8Array() })
            .losses.map((l) => l.reason.nl)
            .filter((l) => l.includes('lettertype'));
    };
    expect(await lost('Gezin 👪 en 家')).toEqual([expect.stringContaining('een leeg vak: 👪 家;')]);
    expect(await lost('Één ©-fiche: β, Ж, א — ½ €')).toEqual([]);
});
