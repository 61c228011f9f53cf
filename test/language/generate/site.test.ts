import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { runInNewContext } from 'node:vm';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { folderNames } from '../../../language/generate/folders.js';
import type { OutputFile } from '../../../language/generate/generator.js';
import { SITE_GENERATORS } from '../../../language/generate/registry.js';
import { SCRIPT } from '../../../language/generate/site/script.js';
import { makeSite } from '../../../language/generate/site/site.js';
import { casesOf, exampleCases, type Case } from './support.js';

const cases = await exampleCases();

function siteOf(some: readonly Case[], language: 'nl' | 'en' = 'nl'): readonly OutputFile[] {
    const folders = folderNames(some.map(({ name }) => ({ name, path: 'x.draaiboek' })));
    const items = some.map(({ protocol, options }, i) => ({
        protocol,
        folder: folders[i] ?? '',
        options: { ...options, language, date: '2026-03-03' },
    }));
    return makeSite(items, SITE_GENERATORS);
}

const site = siteOf(cases);
const byPath = new Map(site.map((f) => [f.path, f.content]));
const overview = String(byPath.get('index.html'));

function opened(html: string) {
    const window = new Window({ settings: { disableCSSFileLoading: true, disableJavaScriptFileLoading: true } });
    window.document.write(html);
    return window;
}

/** The overview with its script running, and what a reader does in it. */
function running() {
    const window = opened(overview);
    runInNewContext(SCRIPT, { document: window.document, setTimeout: (f: () => void) => { f(); } }); // prettier-ignore
    const { document } = window;
    const form = document.getElementById('zoeken') ?? expect.fail();
    const change = () => form.dispatchEvent(new window.Event('input', { bubbles: true }));
    return {
        document,
        search(words: string) {
            const field = document.getElementById('woorden') as unknown as { value: string };
            field.value = words;
            change();
        },
        choose(name: string, value: string) {
            const box = [...document.querySelectorAll(`input[name="${name}"]`)].find(
                (b) => b.getAttribute('value') === value,
            );
            (box as unknown as { checked: boolean }).checked = true;
            change();
        },
        age(value: string) {
            (document.getElementById('leeftijd') as unknown as { value: string }).value = value;
            change();
        },
        shown: () =>
            [...document.querySelectorAll('.intervention')]
                .filter((a) => !a.hasAttribute('hidden'))
                .map((a) => a.querySelector('h2')?.textContent),
    };
}

describe('a site', () => {
    it('has an overview, a page for each interventie, and all its documents and drawings', () => {
        for (const { name } of cases) {
            expect(byPath.has(`${name}/index.html`)).toBe(true);
            expect(byPath.has(`${name}/${name}.html`)).toBe(true);
            expect([...byPath.keys()].filter((p) => p.startsWith(`${name}/`) && p.endsWith('.docx'))).toHaveLength(10);
        }
        expect(byPath.has('Gezinspad/Gezinspad-tijdlijn.svg')).toBe(true);
        expect(new Set(site.map((f) => f.path.toLowerCase())).size).toBe(site.length);
    });

    it('calls each drawing by what it shows', () => {
        const { document } = opened(String(byPath.get('Gezinspad/index.html')));
        const links = [...document.querySelectorAll('a[href$=".svg"]')].map((a) => a.textContent);
        expect(links).toEqual(['Verloop', 'Tijdlijn', 'Doelen']);
    });

    it('has no link that leads nowhere, and asks nothing of the outside', () => {
        const places = new Map<string, ReadonlySet<string>>();
        const pages = site.filter((f) => f.path.endsWith('.html'));
        const read = pages.map(({ path, content }) => {
            const { document } = opened(String(content));
            places.set(path, new Set([...document.querySelectorAll('[id]')].map((e) => e.id)));
            return { path, document };
        });
        const lost: string[] = [];
        for (const { path, document } of read) {
            for (const link of document.querySelectorAll('a[href]')) {
                const href = link.getAttribute('href') ?? '';
                if (/^https?:/.test(href)) {
                    continue;
                }
                const [file = '', place] = href.split('#');
                const target = file === '' ? path : posix.join(posix.dirname(path), decodeURI(file));
                if (!byPath.has(target) || (place !== undefined && places.get(target)?.has(place) === false)) {
                    lost.push(`${path}: ${href}`);
                }
            }
            expect([...document.querySelectorAll('img,link,iframe,object,embed,script[src]')]).toEqual([]);
        }
        expect(lost).toEqual([]);
    });

    it('finds its places by anchors that are there', () => {
        const data = JSON.parse(
            /<script type="application\/json" id="gegevens">(.*?)<\/script>/s.exec(overview)?.[1] ?? '',
        ) as {
            items: { places: { href: string }[] }[];
        };
        const hrefs = data.items.flatMap((i) => i.places.map((p) => p.href));
        expect(hrefs.length).toBeGreaterThan(500);
        const lost = hrefs.filter((href) => {
            const [file = '', place = ''] = href.split('#');
            return !String(byPath.get(decodeURI(file))).includes(`id="${place}"`);
        });
        expect(lost).toEqual([]);
    });

    it('lets no script run but its own, by its hash', () => {
        const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(overview)?.[1] ?? '';
        const hash = createHash('sha256').update(SCRIPT).digest('base64');
        expect(policy).toContain(`script-src &#39;sha256-${hash}&#39;`);
        expect(policy).toMatch(/^default-src &#39;none&#39;/);
        expect(overview).toContain(`<script>${SCRIPT}</script>`);
        for (const { path, content } of site.filter((f) => f.path.endsWith('.html') && f.path !== 'index.html')) {
            expect({ path, script: /<script/.test(String(content)) }).toEqual({ path, script: false });
        }
    });

    it('is a list of all interventions where no script runs', () => {
        const { document } = opened(overview);
        expect(document.querySelectorAll('.intervention h2 a')).toHaveLength(cases.length);
        expect(document.getElementById('zoeken')?.hasAttribute('hidden')).toBe(true);
    });

    it('is the same, byte for byte, when made again', async () => {
        const again = siteOf(await exampleCases());
        const bytes = (files: readonly OutputFile[]) =>
            files.map(({ path, content }) => [path, Buffer.from(content).toString('base64')]);
        expect(bytes(again)).toEqual(bytes(site));
    });

    it('speaks English around Dutch texts', () => {
        const english = siteOf(cases.slice(0, 2), 'en');
        const html = String(english[0]?.content);
        expect(html).toContain('<html lang="en">');
        expect(html).toContain('Search in all texts');
        expect(html).toContain('<h2 lang="nl">');
    });

    it('holds any text as text', async () => {
        const some = await casesOf(
            'interventie Kwaad "</script><script>alert(1)</script>" { samenvatting "<img src=x> </script>" }',
        );
        const html = String(siteOf(some)[0]?.content);
        expect(html.match(/<script/g)).toHaveLength(2);
        expect(html).not.toContain('<img');
    });
});

describe('searching in it', () => {
    it('shows the interventions in which all words occur, with the places', () => {
        const page = running();
        expect(page.shown()).toHaveLength(cases.length);
        page.search('kennismaken thuis');
        expect(page.shown()).toContain('Gezinspad');
        expect(page.shown().length).toBeLessThan(cases.length);
        expect(page.document.getElementById('aantal')?.textContent).toMatch(/^\d+ van \d+ interventies$/);
        expect(page.document.querySelector('#i-gezinspad .found a')?.getAttribute('href')).toMatch(
            /^Gezinspad\/Gezinspad\.html#/,
        );
        page.search('ZWÓLLE');
        expect(page.shown()).toHaveLength(1);
        page.search('xyzzy');
        expect(page.shown()).toEqual([]);
        expect(page.document.getElementById('niets')?.hasAttribute('hidden')).toBe(false);
    });

    it('filters by what a database of interventions filters by', () => {
        const page = running();
        page.choose('gericht-op', 'Kindermishandeling');
        expect(page.shown()).toEqual(['Bemoeizorg in de jeugdgezondheidszorg']);
        const other = running();
        other.age('15');
        expect(other.shown()).toContain('Bemoeizorg in de jeugdgezondheidszorg');
        expect(other.shown()).not.toContain('Gezinspad');
    });
});
