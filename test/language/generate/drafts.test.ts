import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlGenerator } from '../../../language/generate/html/generator.js';
import { mermaidGenerator } from '../../../language/generate/mermaid/generator.js';
import { flowTree } from '../../../language/generate/document/flow-tree.js';
import { GENERATORS, SITE_GENERATORS } from '../../../language/generate/registry.js';
import type { FlowNode } from '../../../language/model/process.js';
import { casesOf, ROOT, textOf } from './support.js';
import { bare, textOfHtml } from './texts.js';

const texts = ['gezinspad/gezinspad', 'bemoeizorg/bemoeizorg', 'gezinspad/beoordeling'].map((name) =>
    readFileSync(`${ROOT}examples/${name}.draaiboek`, 'utf8'),
);

/** Ways in which a text is half finished: it stops, a piece is missing, braces or quotation marks are lost or doubled. */
const damage = fc.record({
    text: fc.constantFrom(...texts),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 0, max: 400 }),
    with: fc.constantFrom('', '{', '}', '"', '"""', '\n', 'stap ', 'onbekend ', 'daarna: ', 'als ', '// '),
    stops: fc.boolean(),
});

describe('outputs that never refuse', () => {
    it('are made of any half-finished text', async () => {
        await fc.assert(
            fc.asyncProperty(damage, async ({ text, from, length, with: inserted, stops }) => {
                const at = Math.floor(from * text.length);
                const broken = text.slice(0, at) + inserted + (stops ? '' : text.slice(at + length));
                for (const { protocol, options } of await casesOf(broken)) {
                    for (const generator of GENERATORS.filter((g) =>
                        ['html', 'markdown', 'json', 'mermaid'].includes(g.id),
                    )) {
                        const { files } = generator.generate(protocol, options);
                        const [file] = files;
                        if (generator.id === 'mermaid' && !file) {
                            continue;
                        }
                        expect(typeof file?.content === 'string' && file.content.length > 20).toBe(true);
                    }
                }
            }),
            { numRuns: 60 },
        );
    });

    it('are documents of any half-finished text', async () => {
        const kinds = SITE_GENERATORS.filter((g) => g.id !== 'html' && g.id !== 'svg');
        expect(kinds.length).toBeGreaterThanOrEqual(10);
        await fc.assert(
            fc.asyncProperty(damage, async ({ text, from, length, with: inserted, stops }) => {
                const at = Math.floor(from * text.length);
                const broken = text.slice(0, at) + inserted + (stops ? '' : text.slice(at + length));
                for (const { protocol, options } of await casesOf(broken)) {
                    for (const generator of kinds) {
                        const { files } = generator.generate(protocol, options);
                        expect(files.every((f) => f.content.length > 20)).toBe(true);
                    }
                }
            }),
            { numRuns: 25 },
        );
    });

    it('hold what was written before the text stops', async () => {
        const [text = ''] = texts;
        const stop = text.indexOf('stap Kennismaking');
        const [one] = await casesOf(text.slice(0, stop + 40));
        expect(one).toBeDefined();
        if (one) {
            const html = GENERATORS.find((g) => g.id === 'html')?.generate(one.protocol, one.options).files[0]?.content;
            expect(textOfHtml(String(html))).toContain(
                bare('Vertel de melder wat u gaat doen, en het gezin wie er belde.'),
            );
        }
    });

    it('show each step once where names are given twice, or to what is not there', async () => {
        const texts = [
            'gelijktijdig G { gelijktijdig G { gelijktijdig G { stap A } } }',
            'fase F { stap A stap B stap A } fase F { stap C }',
            'stap A { daarna: A } stap A { daarna: B } einde B einde B',
            'gelijktijdig { gelijktijdig { } } een van { stap A }',
        ];
        for (const text of texts) {
            for (const one of await casesOf(`interventie X "X" { aanpak { ${text} } }`)) {
                const steps = one.protocol.process?.nodes.filter((n) => n.kind === 'step').length;
                const html = textOf(htmlGenerator, one);
                expect(html.match(/class="step"/g)).toHaveLength(steps ?? 0);
                const labels = [...html.matchAll(/<span class="label">stap (\d+) /g)].map((m) => Number(m[1]));
                expect(labels).toEqual(labels.map((_, i) => i + 1));
                expect(textOf(mermaidGenerator, one)).toContain('flowchart TD');
            }
        }
    });

    it('show a step whose phase is not there at the top', () => {
        const node = (name: string, kind: FlowNode['kind'], parent?: string) => ({ name, kind, parent }) as FlowNode;
        const [lost, loop, phase, step] = [
            node('A', 'step', 'Weg'),
            node('L', 'phase', 'P'),
            node('P', 'phase', 'L'),
            node('B', 'step', 'P'),
        ];
        const tree = flowTree([lost, loop, phase, step]);
        expect(tree.top).toEqual([lost, phase]);
        expect(tree.childrenOf(phase)).toEqual([loop, step]);
    });
});
