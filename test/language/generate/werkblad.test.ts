import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { WERKBLAD } from '../../../language/generate/documents/werkblad/edition.js';
import { werkbladGenerator } from '../../../language/generate/documents/werkblad/generator.js';
import { readTemplate } from '../../../language/generate/documents/werkblad/read-template.js';
import type { GenerateOptions } from '../../../language/generate/generator.js';
import { namesRead } from '../../../language/generate/names-in-prose.js';
import type { Protocol } from '../../../language/model/protocol.js';
import { forEachBlock } from '../../../language/model/blocks-within.js';
import { withNamesUsed } from '../../../language/model/names-used.js';
import { caseFrom, exampleCases, ROOT, type Case } from './support.js';
import { asShown, bare, textOfHtml, textOfMarkdown, textsIn } from './texts.js';
import { textOfWord } from './word-text.js';

const cases = await exampleCases();

function made({ protocol, options }: Case, more: Partial<GenerateOptions> = {}) {
    const { files, losses } = werkbladGenerator.generate(protocol, { ...options, ...more });
    const file = (end: string) => files.find((f) => f.path.endsWith(end))?.content ?? '';
    return { word: file('.docx') as Uint8Array, html: String(file('.html')), markdown: String(file('.md')), losses };
}

/** Every text of a part of the model, but not the names of elements that have a title. */
function written(part: unknown): string[] {
    const named = new Set<string>();
    const look = (value: unknown) => {
        if (typeof value === 'object' && value !== null) {
            if ('name' in value && 'title' in value && value.title !== undefined) {
                named.add(String(value.name));
            }
            Object.values(value).forEach(look);
        }
    };
    look(part);
    return [...textsIn(part, '')].map(({ text }) => text).filter((text) => !named.has(text));
}

/** What texts of the model are by themselves: names that others refer to, days, and what a colleague remarked. */
const NOT_MARKED = /\/(name|source|date)$|\/remarks\//;

/** The model with a mark behind each text, so that what stands in one place is not taken for what stands in another. */
function marked(protocol: Protocol): { readonly protocol: Protocol; readonly marks: ReadonlyMap<string, string> } {
    const texts = new Set([...textsIn(protocol)].map(({ path }) => path).filter((path) => !NOT_MARKED.test(path)));
    const marks = new Map<string, string>();
    const mark = (value: unknown, path: string): unknown => {
        if (typeof value === 'string') {
            if (!texts.has(path) || /^\d{4}-\d{2}/.test(value)) {
                return value;
            }
            const own = `q${String(marks.size)}q`;
            marks.set(own, `${path}: ${value}`);
            return value.includes('\n') ? `${value}\n\n${own}` : `${value} ${own}`;
        }
        if (Array.isArray(value)) {
            return value.map((one, i) => mark(one, `${path}/${String(i)}`));
        }
        return typeof value === 'object' && value !== null
            ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mark(one, `${path}/${key}`)]))
            : value;
    };
    return { protocol: mark(protocol, '') as Protocol, marks };
}

describe.each(cases)('the form for recognition of $name', (one) => {
    const { word, html, markdown } = made(one);
    const shown = { word: textOfWord(word), html: textOfHtml(html), markdown: textOfMarkdown(markdown) };
    const { predecessors: _, ...about } = one.options.related;
    const [protocol, { related }] = namesRead(withNamesUsed(one.protocol, about), { ...one.options, related: about });
    const remarks: unknown[] = [];
    forEachBlock([protocol], (block) => remarks.push(...block.remarks));
    const leftOut = new Set(remarks.flatMap((r) => written(r)));
    const texts = written(protocol).filter((text) => !leftOut.has(text));

    it.each(['word', 'html', 'markdown'] as const)('holds every fact of the protocol: %s', (format) => {
        expect(texts.length).toBeGreaterThan(20);
        expect(texts.filter((text) => !shown[format].includes(asShown(text)))).toEqual([]);
    });

    it('holds each of them at its own place, also where another says the same', () => {
        const { marks, protocol: withMarks } = marked(withNamesUsed(one.protocol, about));
        const text = textOfMarkdown(made({ ...one, protocol: withMarks }).markdown);
        expect(marks.size).toBeGreaterThan(20);
        expect([...marks].filter(([mark]) => !text.includes(mark)).map(([, place]) => place)).toEqual([]);
    });

    it.each(['word', 'html', 'markdown'] as const)('names all that it leaves out, and why: %s', (format) => {
        const { reviews, frameworks, scenarios } = related;
        const named = [
            ...[...reviews, ...frameworks].map((e) => e.title ?? e.name),
            ...scenarios.map((s) => s.title),
            ...remarks.map((r) => (r as { author?: string }).author ?? ''),
        ];
        expect(named.filter((text) => !shown[format].includes(asShown(text)))).toEqual([]);
        expect(shown[format]).toContain(bare('in het draaiboek nodig'));
    });

    it('is the same, byte for byte, when made again', () => {
        const again = made(one);
        expect(Buffer.from(again.word).equals(Buffer.from(word))).toBe(true);
        expect(again.html).toBe(html);
        expect(again.markdown).toBe(markdown);
    });
});

describe('the form', () => {
    const text = `interventie Kort "Kort" {
        samenvatting """
          ${'Zes woorden staan op deze regel. '.repeat(120)}
          """
        werving "Via school."
        uitvoering { materiaal "Het handboek." kosten onbekend omdat "nooit berekend" }
        begrip Rust "tijd"
        vergelijking "Anders dan elders."
    }`;

    it('says which edition it follows, and that nobody laid it beside the form', async () => {
        const { markdown } = made(await caseFrom('interventie Kort "Kort" { versie "1" van 2026-01-02 }'));
        expect(markdown).toContain('NJi en partners');
        expect(markdown).toContain('niet naast het echte formulier gelegd');
        expect(markdown).toContain('Versie 1 van 2 januari 2026 · datum van aanmaak niet opgegeven');
    });

    it('names the day on which it was made as the user says it', async () => {
        const one = await caseFrom('interventie Kort "Kort" { versie "1" }');
        expect(made(one, { date: '2026-03-03' }).markdown).toContain('gemaakt op 3 maart 2026');
        const { word } = made(one, { date: '2026-03-03' });
        expect(textOfWord(word)).toContain('gemaaktop3maart2026');
    });

    it('counts words against the limit of the form, and of the settings', async () => {
        const one = await caseFrom(text);
        expect(made(one).markdown).toContain('**720 woorden; het werkblad laat er hier hoogstens 600 toe.**');
        expect(made(one).markdown).toContain('| Samenvatting | 720 | 600 |');
        const limits = { ...one.options.settings.limits, summaryWords: 800 };
        const more = made(one, { settings: { ...one.options.settings, limits } });
        expect(more.markdown).not.toContain('hoogstens 800 toe');
        expect(more.markdown).toContain('| Samenvatting | 720 | 800 |');
    });

    it('puts what the form asks in its place, and says what it asks where the protocol is silent', async () => {
        const { markdown } = made(await caseFrom(text));
        expect(markdown).toMatch(/### Materialen\n\n- \*\*Materiaal:\*\* Het handboek\./);
        expect(markdown).toMatch(/### Kosten\n\n- \*\*Kosten:\*\* \*\*\[onbekend\]\*\*: nooit berekend/);
        expect(markdown).toMatch(
            /### Oorzaken\n\n\*Hierover zegt het draaiboek niets\. Het werkblad vraagt: welke factoren/,
        );
    });

    it('speaks English around Dutch texts', async () => {
        const { html, markdown } = made(await caseFrom(text), { language: 'en' });
        expect(html).toContain('<html lang="en">');
        expect(markdown).toContain('## 5 Working elements');
        expect(markdown).toContain('The form asks: wat er in ieder geval in moet zitten om te werken.');
    });
});

describe('a form of the user', () => {
    const template = {
        version: 1 as const,
        title: 'Formulier van de stad',
        follows: 'De stad, 2027.',
        verified: true,
        sections: [{ number: 'A', title: 'Waarmee', words: 1, parts: ['uitvoering.materiaal', 'duur'] }],
        leftOut: [{ part: 'begrip', why: 'daar is een lijst van' }],
    };

    it('decides what stands where, and nothing gets lost by it', async () => {
        const one = await caseFrom(`interventie Kort "Kort" {
            duur 2 weken
            werving "Via school."
            uitvoering { materiaal "Het handboek." locatie "thuis" }
            begrip Rust "tijd om te luisteren"
        }`);
        const { markdown } = made(one, { template });
        expect(markdown).toContain('Formulier van de stad');
        expect(markdown).not.toContain('niet naast het echte formulier');
        expect(markdown).toMatch(
            /## A Waarmee[\s\S]*Het handboek\.[\s\S]*2 weken[\s\S]*## Wat het werkblad niet vraagt/,
        );
        expect(markdown).toMatch(/Wat het werkblad niet vraagt[\s\S]*Via school\.[\s\S]*thuis/);
        expect(markdown).toContain('| Begrippen | Rust | daar is een lijst van |');
    });

    it('is read from JSON, like the one that comes with the tool', () => {
        expect(readTemplate(JSON.stringify(template))).toEqual({ template, problems: [] });
        const { template: own } = readTemplate(readFileSync(`${ROOT}docs/werkblad.json`, 'utf8'));
        expect(own).toEqual(JSON.parse(JSON.stringify(WERKBLAD)));
    });

    it.each([
        ['{', 'dit is geen geldige JSON'],
        ['[]', 'schrijf een object tussen { en }.'],
        ['{"version":2,"title":"a","follows":"b","verified":true,"sections":[]}', 'version: schrijf 1.'],
        ['{"version":1,"title":"a","verified":true,"sections":[]}', 'follows: schrijf een tekst'],
        [JSON.stringify({ ...template, sections: [{ title: 'x', parts: ['materiaaal'] }] }), 'Bedoelde u materiaal?'],
        [
            JSON.stringify({ ...template, sections: [{ title: 'x', parts: ['duur', 'duur'] }] }),
            '`duur` staat er twee keer',
        ],
        [
            JSON.stringify({ ...template, sections: [{ title: 'x', word: 3 }] }),
            'sections › 1 › word: dit kent Draaiboek niet',
        ],
        [
            JSON.stringify({ ...template, sections: [{ title: 'x', words: 0 }] }),
            'sections › 1 › words: schrijf een heel getal',
        ],
        [JSON.stringify({ ...template, leftOut: [{ part: 'doel', why: 'x' }] }), '`doel` kan niet worden weggelaten'],
    ])('that cannot be used is told where and why: %s', (json, said) => {
        const { template: none, problems } = readTemplate(json);
        expect(none).toBeUndefined();
        expect(problems.map((p) => p.nl).join('\n')).toContain(said);
    });

    it('calls where a colleague remarked something by its title', async () => {
        const step = 'aanpak { stap A "Kennismaken" { opmerking van "Els" "Klopt dit?" } }';
        const { markdown } = made(await caseFrom(`interventie X "X" { ${step} opmerking van "Noor" "Mooi." }`));
        expect(markdown).toContain('| Opmerkingen van collega’s | Noor; Els, bij Kennismaken |');
    });

    it('cites what is said of the protocol itself', async () => {
        const { markdown } = made(
            await caseFrom('bron B "Boek"\ninterventie X "X" volgens B "Dit is X." { versie "1" }'),
        );
        expect(markdown).toContain('- **Naam in het draaiboek:** X [B, “Dit is X.”]');
    });
});
