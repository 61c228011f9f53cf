import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GENERATORS } from '../../../language/generate/registry.js';
import { casesOf, ROOT } from './support.js';
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
                    for (const generator of GENERATORS.filter((g) => ['html', 'markdown', 'json', 'mermaid'].includes(g.id))) {
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
    }, 60_000);

    it('hold what was written before the text stops', async () => {
        const [text = ''] = texts;
        const stop = text.indexOf('stap Kennismaking');
        const [one] = await casesOf(text.slice(0, stop + 40));
        expect(one).toBeDefined();
        if (one) {
            const html = GENERATORS.find((g) => g.id === 'html')?.generate(one.protocol, one.options).files[0]?.content;
            expect(textOfHtml(String(html))).toContain(bare('Vertel de melder wat u gaat doen, en het gezin wie er belde.'));
        }
    });
});
