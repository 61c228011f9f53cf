import { createHash } from 'node:crypto';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { htmlGenerator } from '../../../language/generate/html/generator.js';
import { generatorById } from '../../../language/generate/registry.js';
import { COLOURS } from '../../../language/generate/html/style.js';
import { caseFrom, exampleCases, textOf } from './support.js';
import { HOSTILE, hostileProtocol } from './hostile.js';
import { bare, textOfHtml } from './texts.js';

const cases = await exampleCases();

function parse(html: string) {
    const window = new Window({ settings: { disableCSSFileLoading: true, disableJavaScriptFileLoading: true } });
    window.document.write(html);
    return window.document;
}

describe.each(cases)('the page of $name', (one) => {
    const html = textOf(htmlGenerator, one);
    const page = parse(html);
    const all = (selector: string) => [...page.querySelectorAll(selector)];

    it('has one main heading, and no heading skips a level', () => {
        const levels = all('h1,h2,h3,h4,h5,h6').map((h) => Number(h.tagName.slice(1)));
        expect(levels.filter((l) => l === 1)).toHaveLength(1);
        expect(levels[0]).toBe(1);
        const skips = levels.filter((level, i) => i > 0 && level > (levels[i - 1] ?? 0) + 1);
        expect(skips).toEqual([]);
        expect(all('h1,h2,h3,h4,h5,h6').filter((h) => h.textContent.trim() === '')).toEqual([]);
    });

    it('has its landmarks, a language, and a link that skips to the text', () => {
        expect(page.documentElement.getAttribute('lang')).toBe('nl');
        expect(all('header,nav,main,footer').map((e) => e.tagName)).toEqual(['HEADER', 'NAV', 'MAIN', 'FOOTER']);
        expect(page.body.firstElementChild?.getAttribute('href')).toBe('#tekst');
        expect(page.getElementById('tekst')?.tagName).toBe('MAIN');
    });

    it('has distinct ids, and every link inside it leads somewhere', () => {
        const ids = all('[id]').map((e) => e.id);
        expect(new Set(ids).size).toBe(ids.length);
        const known = new Set(ids);
        const lost = all('a[href^="#"]')
            .map((a) => a.getAttribute('href')?.slice(1) ?? '')
            .filter((id) => !known.has(id));
        expect(lost).toEqual([]);
    });

    it('says of each table what it is and what its headings are about', () => {
        expect(all('table').filter((t) => !t.querySelector('caption'))).toEqual([]);
        expect(all('th').filter((h) => !['col', 'row'].includes(h.getAttribute('scope') ?? ''))).toEqual([]);
        expect(
            all('table').filter((t) => new Set([...t.querySelectorAll('tr')].map((r) => r.children.length)).size > 1),
        ).toEqual([]);
    });

    it('has definition lists of terms with what they mean', () => {
        const wrong = all('dl').filter((dl) =>
            [...dl.children].some(
                (row) => row.tagName !== 'DIV' || row.firstElementChild?.tagName !== 'DT' || row.children.length < 2,
            ),
        );
        expect(wrong.map((dl) => dl.outerHTML)).toEqual([]);
        expect(all('dt').filter((t) => t.textContent.trim() === '')).toEqual([]);
    });

    it('runs nothing and asks nothing of the outside', () => {
        expect(all('script,link,img,iframe,object,embed,form,base,image,foreignObject,video,audio')).toEqual([]);
        expect(all('use').filter((u) => !u.getAttribute('href')?.startsWith('#'))).toEqual([]);
        expect(
            all('*')
                .flatMap((e) => [...e.attributes].map((a) => a.name))
                .filter((n) => n.startsWith('on') || n === 'style' || n === 'src'),
        ).toEqual([]);
        const outside = all('a')
            .map((a) => a.getAttribute('href') ?? '')
            .filter((h) => !h.startsWith('#'));
        expect(outside.filter((h) => !/^https?:\/\//.test(h))).toEqual([]);
        expect(all('a[href^="http"]').filter((a) => !a.getAttribute('rel')?.includes('noopener'))).toEqual([]);
        const style = all('style')[0]?.textContent ?? '';
        expect(style).not.toMatch(/url\(|@import/);
        const hash = createHash('sha256').update(style).digest('base64');
        const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
        expect(policy).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
    });

    it('keeps a heading on paper whole and with what it is the heading of', () => {
        const print = /@media print\{([\s\S]*)\}/.exec(page.querySelector('style')?.textContent ?? '')?.[1] ?? '';
        const [, headings = ''] = /:is\(([^)]*)\)[^{]*\{break-inside:avoid;break-after:avoid\}/.exec(print) ?? [];
        const used = new Set([...page.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((h) => h.tagName.toLowerCase()));
        expect(headings.split(',')).toEqual(expect.arrayContaining([...used]));
    });

    it('has each element of the trace at its id', () => {
        const { trace } = htmlGenerator.generate(one.protocol, one.options);
        expect(trace.length).toBeGreaterThan(3);
        expect(trace.filter((t) => !page.getElementById(t.id)).map((t) => t.id)).toEqual([]);
        const shown = trace.filter((t) => bare(page.getElementById(t.id)?.textContent ?? '').includes(bare(t.element)));
        // a place without text of its own is the beginning of a line
        const empty = trace.filter((t) => page.getElementById(t.id)?.textContent === '');
        expect(shown.length + empty.length).toBe(trace.length);
    });
});

describe('a page of hostile text', () => {
    it('shows the text and is otherwise the same page', async () => {
        const one = await hostileProtocol();
        const html = textOf(htmlGenerator, one);
        const page = parse(html);
        expect(page.querySelectorAll('script,img,iframe,style')).toHaveLength(1);
        expect(
            [...page.querySelectorAll('*')].flatMap((e) => [...e.attributes]).filter((a) => a.name.startsWith('on')),
        ).toEqual([]);
        expect(page.querySelectorAll('a[href^="javascript"],a[href^="data"]')).toHaveLength(0);
        const shown = textOfHtml(html);
        for (const text of HOSTILE) {
            expect(shown).toContain(bare(text));
        }
        expect(html).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/);
    });

    it('reads Markdown between triple quotes, without what could do harm', async () => {
        const one = await caseFrom(`interventie X "X" {
            samenvatting """
                # Kop

                Tekst met **nadruk**, *schuin* en \`code\`.

                - een [veilige link](https://example.org/a?b=1&c="2")
                - een [onveilige link](javascript:alert(1)) en <b onclick="x()">HTML</b>

                1. eerst ![plaatje](https://example.org/x.png)

                | a | b |
                | - | - |
                | 1 | 2 |
                """
        }`);
        const html = textOf(htmlGenerator, one);
        expect(html).toContain('<p class="minor">Kop</p>');
        expect(html).toContain('<strong>nadruk</strong>, <em>schuin</em> en <code>code</code>');
        expect(html).toContain(
            '<a href="https://example.org/a?b=1&amp;c=%222%22" rel="noopener noreferrer">veilige link</a>',
        );
        expect(html).not.toContain('href="javascript');
        expect(html).toContain('&lt;b onclick=&quot;x()&quot;&gt;HTML&lt;/b&gt;');
        expect(html).not.toContain('<img');
        expect(html).toContain('eerst plaatje');
        expect(html).toContain('<td>2</td>');
    });

    it('takes a text on one line as it stands', async () => {
        const html = textOf(htmlGenerator, await caseFrom('interventie X "X" { principe "5 * 3 * 2 _is_ # 30 <b>" }'));
        expect(html).toContain('5 * 3 * 2 _is_ # 30 &lt;b&gt;');
    });
});

describe('the colours of a page', () => {
    const pairs = [
        ['ink', 'paper'], ['ink', 'card'], ['ink', 'wash'], ['soft', 'paper'], ['soft', 'card'], ['soft', 'wash'], ['accent', 'paper'],
        ['accent', 'card'], ['accent', 'wash'], ['ink', 'accent-wash'], ['accent', 'accent-wash'], ['open', 'open-wash'],
        ['local', 'local-wash'], ['clash', 'clash-wash'], ['ink', 'clash-wash'], ['ink', 'remark-wash'], ['ink', 'open-wash'],
        ['soft', 'clash-wash'], ['soft', 'remark-wash'], ['soft', 'open-wash'], ['accent', 'clash-wash'], ['accent', 'remark-wash'],
    ] as const; // prettier-ignore

    it.each(['light', 'dark'] as const)('can be told apart in %s (WCAG 2.2, 1.4.3)', (mode) => {
        const low = pairs
            .map(([ink, paper]) => ({ ink, paper, ratio: contrast(COLOURS[mode][ink], COLOURS[mode][paper]) }))
            .filter((p) => p.ratio < 4.5);
        expect(low).toEqual([]);
    });
});

/** Contrast ratio of two colours. Source: WCAG 2.2, "contrast ratio" and "relative luminance". */
function contrast(a: string, b: string): number {
    const luminance = (hex: string) => {
        const [r = 0, g = 0, blue = 0] = [1, 3, 5].map((i) => {
            const c = parseInt(hex.slice(i, i + 2), 16) / 255;
            return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
    };
    const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
}

describe('a drawing on paper', () => {
    const { protocol, options } = cases.find((c) => c.name === 'Gezinspad') ?? expect.fail();
    const files = generatorById('handleiding')?.generate(protocol, options).files ?? [];
    const page = parse(String(files.find((f) => f.path.endsWith('.html'))?.content));
    const figures = [...page.querySelectorAll('figure.drawing')];

    it('comes in pieces that together show all of it once, where it is higher than a page', () => {
        const [process, timeline] = figures;
        const boxes = [...(process?.querySelectorAll('.pieces svg') ?? [])].map(
            (s) => s.getAttribute('viewBox')?.split(' ').map(Number) ?? [],
        );
        expect(boxes.length).toBeGreaterThan(2);
        const whole = process?.querySelector('.scroll svg')?.getAttribute('viewBox')?.split(' ').map(Number) ?? [];
        expect(boxes[0]?.[1]).toBe(whole[1]);
        boxes.slice(1).forEach((box, i) => {
            expect(box[1]).toBeCloseTo((boxes[i]?.[1] ?? 0) + (boxes[i]?.[3] ?? 0), 3);
        });
        expect((boxes.at(-1)?.[1] ?? 0) + (boxes.at(-1)?.[3] ?? 0)).toBeCloseTo((whole[1] ?? 0) + (whole[3] ?? 0), 3);
        expect(process?.querySelector('.pieces')?.getAttribute('aria-hidden')).toBe('true');
        const shown = process?.querySelector('use')?.getAttribute('href')?.slice(1) ?? '';
        expect(process?.querySelector('.scroll')?.querySelector(`[id="${shown}"]`)).not.toBeNull();
        // what has no place to be cut comes whole, on one page
        expect(timeline?.querySelector('.pieces')).toBeNull();
    });
});
