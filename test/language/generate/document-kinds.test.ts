import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { GenerateOptions, Output } from '../../../language/generate/generator.js';
import { generatorById } from '../../../language/generate/registry.js';
import { caseFrom, DOCUMENT_KINDS as KINDS, exampleCases, type Case } from './support.js';
import { HOSTILE, hostileProtocol } from './hostile.js';
import { bare, textOfHtml, textOfMarkdown } from './texts.js';
import { partsOfWord, textOfWord } from './word-text.js';

const cases = await exampleCases();
const points = () => new Uint8Array([137, 80, 78, 71]);

function made(id: string, { protocol, options }: Case, more: Partial<GenerateOptions> = {}): Output {
    const generator = generatorById(id);
    if (!generator) {
        throw new Error(`no output ${id}`);
    }
    return generator.generate(protocol, { ...options, date: '2026-03-03', toPng: points, ...more });
}

function fileOf(output: Output, end: string): string {
    return String(output.files.find((f) => f.path.endsWith(end))?.content ?? '');
}

function wordOf({ files }: Output): Uint8Array {
    return files.find((f) => f.path.endsWith('.docx'))?.content as Uint8Array;
}

/** Words of a text that every format has to hold, without the marks of Markdown and the numbers of notes and captions. */
function wordsOf(text: string): ReadonlySet<string> {
    return new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
}

describe.each(KINDS)('the document %s', (id) => {
    it('is there in Word, HTML and Markdown of every example, with its version, its date and its sources', () => {
        for (const one of cases) {
            const output = made(id, one);
            const ends = output.files.map((f) => f.path.replace(/^.*\./, ''));
            expect(ends.slice(0, 3)).toEqual(['docx', 'html', 'md']);
            for (const text of [
                textOfHtml(fileOf(output, '.html')),
                textOfMarkdown(fileOf(output, '.md')),
                textOfWord(wordOf(output)),
            ]) {
                expect(text).toContain('gemaaktop3maart2026');
                expect(text.includes('Versie') || text.includes('Geenversievermeld')).toBe(true);
                const [source] = one.protocol.sources;
                expect(source === undefined || text.includes(bare(source.title ?? source.name))).toBe(true);
            }
        }
    });

    it('says the same in each format', () => {
        for (const one of cases.slice(0, 5)) {
            const output = made(id, one);
            const html =
                /<main[\s\S]*<\/main>/.exec(fileOf(output, '.html').replace(/<svg[\s\S]*?<\/svg>/g, ''))?.[0] ?? '';
            const said = wordsOf(html.replace(/<label class="whole">.*?<\/label>/g, '').replace(/<[^>]+>/g, ' '));
            const word = textOfWord(wordOf(output)).toLowerCase();
            const missing = [...said].filter((w) => !word.includes(w) && w !== 'noten');
            expect({ name: one.name, missing }).toEqual({ name: one.name, missing: [] });
        }
    });

    it('is a page with one main heading, distinct ids, links that lead somewhere, and nothing from elsewhere', () => {
        for (const one of cases) {
            const window = new Window({
                settings: { disableCSSFileLoading: true, disableJavaScriptFileLoading: true },
            });
            const { document } = window;
            document.write(fileOf(made(id, one), '.html'));
            const all = (selector: string) => [...document.querySelectorAll(selector)];
            const levels = all('h1,h2,h3,h4,h5,h6').map((h) => Number(h.tagName.slice(1)));
            expect(levels.filter((l) => l === 1)).toHaveLength(1);
            expect(levels.filter((level, i) => i > 0 && level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
            const ids = all('[id]').map((e) => e.id);
            expect(new Set(ids).size).toBe(ids.length);
            const known = new Set(ids);
            const lost = all('a[href^="#"]').map((a) => a.getAttribute('href')?.slice(1) ?? '');
            expect(lost.filter((place) => !known.has(place))).toEqual([]);
            expect(all('script,link,img,iframe,object,embed,form,base')).toEqual([]);
            expect(all('table').filter((t) => !t.querySelector('caption'))).toEqual([]);
            expect(all('dt').filter((t) => t.textContent.trim() === '')).toEqual([]);
        }
    });

    it('is a Word file of well-formed parts, whose links lead to bookmarks that it has', async () => {
        const [one] = cases.filter((c) => c.name === 'Gezinspad');
        const parts = partsOfWord(wordOf(made(id, one ?? expect.fail())));
        for (const [path, contents] of Object.entries(parts).filter(([p]) => p.endsWith('.xml'))) {
            const { valid } = await validateXML({ xml: { fileName: path, contents }, normalization: 'format' });
            expect({ path, valid }).toEqual({ path, valid: true });
        }
        const body = parts['word/document.xml'] ?? '';
        const names = [...body.matchAll(/<w:bookmarkStart w:id="\d+" w:name="([^"]+)"/g)].map((m) => m[1] ?? '');
        expect(new Set(names).size).toBe(names.length);
        const led = [...body.matchAll(/w:anchor="([^"]+)"/g)].map((m) => m[1] ?? '');
        expect(led.filter((name) => !names.includes(name))).toEqual([]);
        const styles = [...body.matchAll(/<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"/g)].map((m) => m[1] ?? '');
        expect(styles.filter((style) => !parts['word/styles.xml']?.includes(`w:styleId="${style}"`))).toEqual([]);
        expect((body.match(/<w:tbl>/g) ?? []).length).toBe((body.match(/<w:tblHeader\/>/g) ?? []).length);
    });

    it('is the same, byte for byte, when made again', async () => {
        const again = await exampleCases();
        for (const [i, one] of cases.entries()) {
            const other = again[i];
            const bytes = (output: Output) =>
                output.files.map(({ path, content }) => [path, Buffer.from(content).toString('base64')]);
            expect(other && bytes(made(id, other))).toEqual(bytes(made(id, one)));
        }
    });

    it('has English headings around the Dutch text', () => {
        const [one] = cases.filter((c) => c.name === 'Gezinspad');
        const html = fileOf(made(id, one ?? expect.fail(), { language: 'en' }), '.html');
        expect(html).toContain('<html lang="en">');
        expect(html).toMatch(/<main [^>]*lang="nl"/);
        expect(html).toContain('made on ');
        expect(html.match(/<h2 lang="en">[^<]*(?:Wat|Wie|Bronnen|Rollen|Hoe) /g)).toBeNull();
    });

    it('is made of any protocol, and holds its texts as text', async () => {
        const empty = await caseFrom('interventie Leeg { }');
        expect(fileOf(made(id, empty), '.md').length).toBeGreaterThan(40);
        for (const one of [await hostileProtocol()]) {
            const output = made(id, one);
            expect(fileOf(output, '.html')).not.toMatch(/<script|<img/i);
            const body = partsOfWord(wordOf(output))['word/document.xml'] ?? '';
            const { valid } = await validateXML({
                xml: { fileName: 'x.xml', contents: body },
                normalization: 'format',
            });
            expect(valid).toBe(true);
        }
        expect(HOSTILE.length).toBeGreaterThan(0);
    });
});
