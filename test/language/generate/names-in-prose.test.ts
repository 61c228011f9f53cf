import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDraaiboekServices } from '../../../language/draaiboek-module.js';
import type { Output } from '../../../language/generate/generator.js';
import { generatorById, GENERATORS } from '../../../language/generate/registry.js';
import { caseFrom, casesOf, ROOT, type Case } from './support.js';
import { ZGW_SETTINGS } from './zgw-settings.js';

const TEXT = `interventie Pad "Het pad" {
  bron Boek "Het boek [[Nergens]]"
  rol Gezinswerker "de gezinswerker"
  begrip Rust "tijd om te luisteren"
  samenvatting """
    Eerst is er **[[Kennis]]**, dan [[Vervolg]] met [[Gezinswerker]]; \`[[Rust]]\` en [[Pad]] en [[Onzin]].
    Geschreven als \\[[Kennis]], [[ en [[]].
    """
  principe "Na [[ Kennis ]] is er [[Rust]], geen \\[[Kennis]]." volgens Boek "eerst [[Kennis]]"
  aanpak {
    stap Kennis "Kennismaking" { door Gezinswerker toelichting "Voor [[Vervolg]]." }
    stap Vervolg "Na [[Kennis]]" { door Gezinswerker pas als "[[Kennis]] ging goed" }
    einde Klaar
  }
}
`;

/** What an output says, all of its files together. */
function written({ files }: Output): string {
    return files
        .map(({ content }) => (typeof content === 'string' ? content : new TextDecoder().decode(content)))
        .join('\n');
}

describe('a name in running text', () => {
    let one: Case;
    beforeAll(async () => {
        one = await caseFrom(TEXT);
    });
    const output = (id: string) => written(generatorById(id)?.generate(one.protocol, one.options) ?? expect.fail(id));

    it('reads in HTML as the title, and leads to its element', () => {
        const html = output('html');
        const place = /<a href="#(stap-kennis)"[^>]*>Kennismaking<\/a>/;
        expect(html).toMatch(
            new RegExp(`<strong>${place.source}</strong>, dan <a href="#stap-vervolg"[^>]*>Na Kennismaking</a>`),
        );
        expect(html).toContain('id="stap-kennis"');
        expect(html).toMatch(/met <a [^>]*>de gezinswerker<\/a>; <code>Rust<\/code> en Het pad en/);
        expect(html).toMatch(/<span class="[^"]*not-found[^"]*"[^>]*>Onzin/);
        expect(html).toMatch(new RegExp(`Na ${place.source} is er <a [^>]*>Rust</a>, geen \\[\\[Kennis]]\\.`));
    });

    it('in Markdown as well, by the anchor of its heading', () => {
        const markdown = output('markdown');
        const [, place = ''] = /Na \[Kennismaking\]\(#([^)]*)\) is er/.exec(markdown) ?? [];
        const heading = markdown.split('\n').find((l) => /^#+ .*Kennismaking `Kennis`/.test(l)) ?? '';
        // as GitHub does: https://github.com/Flet/github-slugger
        expect(place).toBe(heading.replace(/^#+ /, '').toLowerCase().replace(/[–\`]/g, '').replace(/ /g, '-'));
        expect(markdown).toContain('geen \\[\\[Kennis\\]\\].');
    });

    it('stays as it is in a quotation, and in brackets that are text', () => {
        const html = output('html');
        expect(html).toContain('“eerst [[Kennis]]”');
        expect(html).toContain('Geschreven als [[Kennis]], [[ en');
        expect(html).not.toContain('\\[[');
    });

    it('reads as a title in drawings and for engines; the model keeps it', () => {
        for (const id of ['svg', 'bpmn', 'zeebe', 'operaton', 'mermaid', 'xstate', 'fhir']) {
            const text = output(id);
            expect(text).not.toMatch(/(Na|Voor) \[\[|“\[\[/);
            expect(text.replace(/<\/?tspan[^>]*>|\s+/g, '')).toContain('NaKennismaking');
        }
        expect(output('json')).toContain('Voor [[Vervolg]].');
    });

    it('counts as used where a follow-up inherits names', async () => {
        const cases = await casesOf(
            `interventie A { rol Werker "de werker" }\ninterventie B vervolg op A { samenvatting "Zie [[Werker]]." }\n`,
        );
        const next = cases.find(({ name }) => name === 'B') ?? expect.fail('no B');
        const html = written(generatorById('html')?.generate(next.protocol, next.options) ?? expect.fail('no html'));
        expect(html).toMatch(/Zie <a href="#rol-werker"[^>]*>de werker<\/a>\./);
    });
});

describe('a name in every text of an example', () => {
    const services = createDraaiboekServices().Draaiboek;
    const plain = readFileSync(`${ROOT}examples/gezinspad/gezinspad.draaiboek`, 'utf8').replace(/^gebruik .*$/gm, '');
    const { tokens } = services.parser.Lexer.tokenize(plain);
    // quotations behind `volgens`, places in a source, and paths are no running text
    const inserts = tokens.flatMap(({ tokenType, image, startOffset }, i) => {
        const before = tokens
            .slice(Math.max(0, i - 4), i)
            .map((t) => t.image)
            .join(' ');
        const isLiteral = /\b(volgens \S+( op .*)?|bestand|op)$/.test(before.replace(/"[^"]*"/g, '""'));
        const quotes = image.startsWith('"""') ? 3 : 1;
        return /^(STRING|BLOCK_TEXT)$/.test(tokenType.name) && !isLiteral ? [startOffset + image.length - quotes] : [];
    });
    const text = inserts.reduceRight((all, at) => `${all.slice(0, at)} [[Kennismaking]]${all.slice(at)}`, plain);

    it.each(GENERATORS.filter(({ id }) => id !== 'json' && id !== 'png').map((g) => [g.id, g] as const))(
        '%s leaves none unread',
        async (_, generator) => {
            expect(inserts.length).toBeGreaterThan(100);
            const [one] = await casesOf(text);
            if (!one) {
                expect.fail('no interventie');
            }
            const settings = { ...one.options.settings, zgw: ZGW_SETTINGS } as Case['options']['settings'];
            const output = generator.generate(one.protocol, { ...one.options, settings });
            const left = written(output)
                .split('\n')
                .filter((l) => l.includes('[[Kennismaking') || l.includes('\\[Kennismaking'));
            expect(left).toEqual([]);
            expect(JSON.stringify(output.losses)).not.toContain('[[Kennismaking');
        },
    );
});
