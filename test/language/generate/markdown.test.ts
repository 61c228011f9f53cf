import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import type { Block, DocumentModel, Inline } from '../../../language/generate/document/document.js';
import { prose } from '../../../language/generate/document/prose.js';
import { markdownGenerator } from '../../../language/generate/markdown/generator.js';
import { toMarkdown } from '../../../language/generate/markdown/markdown.js';
import { HOSTILE, hostileProtocol } from './hostile.js';
import { textOf } from './support.js';
import { bare, textOfHtml, textOfMarkdown } from './texts.js';

/** As GitHub reads it: with HTML, so that HTML which was not escaped would show. */
const github = new MarkdownIt({ html: true, linkify: false });

function documentOf(blocks: readonly Block[]): DocumentModel {
    return {
        language: 'nl',
        title: 'Titel',
        kicker: '',
        subtitle: [],
        sections: [{ id: 'deel', look: 'section', title: [{ type: 'text', text: 'Deel' }], blocks, sections: [] }],
    };
}

/** The tags that a piece of Markdown becomes, without the title and the heading around it. */
function tagsOf(blocks: readonly Block[]): string {
    const html = github.render(toMarkdown(documentOf(blocks)).replace(/^[\s\S]*## Deel\n/, ''));
    return [...html.matchAll(/<\/?[a-z0-9]+/g)].map((m) => m[0]).join('');
}

const text = (value: string): Inline => ({ type: 'text', text: value });
const anyText = fc.oneof(
    fc.constantFrom(...HOSTILE),
    fc.string({ unit: fc.constantFrom(...'*_`[]()<>&!#+-=.|~$\\:"\'1 9aé\n\t^{}@/') }),
);

describe('text in Markdown', () => {
    it('reads as itself and as nothing else, in a line, a list, a table and a heading', () => {
        fc.assert(
            fc.property(anyText, (value) => {
                fc.pre(value.trim() !== '');
                const line: Block = { type: 'paragraph', content: [text(value)] };
                expect(tagsOf([line])).toBe('<p</p');
                expect(tagsOf([{ type: 'list', ordered: false, items: [[line]] }])).toBe('<ul<li</li</ul');
                const rows: Block = { type: 'definitions', rows: [{ term: [text(value)], details: [[line]] }] };
                expect(tagsOf([rows])).toBe('<ul<li<strong</strong</li</ul');
                const table: Block = {
                    type: 'table',
                    caption: 'C',
                    columns: [[text('k')]],
                    rowHeadings: false,
                    rows: [{ cells: [[text(value)]] }],
                };
                expect(tagsOf([table])).toBe(
                    '<p<strong</strong</p<table<thead<tr<th</th</tr</thead<tbody<tr<td</td</tr</tbody</table',
                );
                expect(textOfHtml(github.render(toMarkdown(documentOf([line]))))).toContain(bare(value));
            }),
            { numRuns: 500 },
        );
    });

    it('keeps code as it is', () => {
        fc.assert(
            fc.property(anyText, (value) => {
                fc.pre(value.trim() !== '');
                const markdown = toMarkdown(
                    documentOf([
                        { type: 'paragraph', content: [text('a '), { type: 'code', text: value }] },
                        { type: 'code', text: value },
                    ]),
                );
                const html = github.render(markdown);
                expect(html.match(/<code/g)).toHaveLength(2);
                expect(textOfHtml(html)).toBe(bare(`TitelDeela ${value}${value}`));
            }),
        );
    });

    it('does not escape what needs no escaping, so that it reads well as it is', () => {
        const line = (value: string) =>
            toMarkdown(documentOf([{ type: 'paragraph', content: [text(value)] }]))
                .split('\n')
                .at(-2);
        expect(line('Een gezin (2 ouders), 6,4 % – “samen”: eerdere_contacten.')).toBe(
            'Een gezin (2 ouders), 6,4 % – “samen”: eerdere_contacten.',
        );
        expect(line('1. eerste')).toBe('1\\. eerste');
        expect(line('a * b')).toBe('a \\* b');
    });
});

describe('Markdown of hostile text', () => {
    it('shows every text, and makes no HTML of it', async () => {
        const markdown = textOf(markdownGenerator, await hostileProtocol());
        const html = github.render(markdown);
        expect(html).not.toMatch(/<(?:script|img|style|b|a)\b/);
        expect(html).not.toContain('<!--');
        const shown = textOfMarkdown(markdown);
        for (const value of HOSTILE) {
            expect(shown).toContain(bare(value));
        }
    });
});

describe('prose in triple quotes', () => {
    it('comes out as the same Markdown', () => {
        const source = [
            'Tekst met **nadruk**, *schuin* en `code`.',
            '- een\n- twee\n  - twee punt een',
            '3. derde\n4. vierde',
            '> citaat',
            '[adres](https://example.org/)',
            '```\ncode\n```',
            '| a | b |\n| --- | --- |\n| 1 | 2 |',
        ].join('\n\n');
        const again = toMarkdown(documentOf(prose(source, true))).replace(/^[\s\S]*## Deel\n\n/, '');
        expect(github.render(again)).toBe(github.render(source));
    });
});
