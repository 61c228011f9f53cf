/** The page of the preview in a document of its own, with the messages that it gets from the extension and sends to it. */
import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { Window } from 'happy-dom';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { FromPage, ToPage } from '../../client/preview/messages.js';
import type { Preview } from '../../server/requests.js';
import { picturesOf } from '../../language/generate/svg/pictures.js';
import { pictureTrace } from '../../language/generate/svg/generator.js';
import { caseFrom } from '../language/generate/support.js';

const URI = pathToFileURL('/mappen/van/mij/a.draaiboek').toString();
const { protocol, options } = await caseFrom(`interventie X "Pad" { rol R doel D "Rust"
  aanpak {
    stap A "Kennismaken" { door R duur 1 week werkt aan D }
    stap B "Oefenen" { door R duur 2 weken werkt aan D }
    einde E "Klaar" } }`);
const pictures = picturesOf(protocol, { ...options, pathOf: () => URI }, 'both');

/** The drawings as the server sends them. */
function drawings(edit = (html: string) => html): Preview {
    return {
        kind: 'diagram',
        name: 'X',
        title: 'Pad',
        html: edit(pictures.map(({ svg }) => svg).join('\n')),
        places: pictureTrace(pictures, () => '').map(({ id, at: { range } }) => ({
            id,
            uri: URI,
            line: range.start.line,
            character: range.start.character,
            endLine: range.end.line,
        })),
    };
}

const GLOBALS = ['window', 'document', 'DOMParser', 'XMLSerializer', 'MutationObserver', 'SVGElement', 'matchMedia'];
const before = Object.fromEntries([...GLOBALS, 'acquireVsCodeApi'].map((name) => [name, (globalThis as Loose)[name]]));
type Loose = Record<string, unknown>;

let page: Window;
let sent: FromPage[];
let state: unknown;

/** Opens the page: what stands in the shell before anything is shown. */
async function open(): Promise<void> {
    page = new Window({ url: 'https://voorbeeld.test/' });
    page.document.body.innerHTML = `<div role="tablist">${(['document', 'diagram', 'review'] as const)
        .map((kind) => `<button role="tab" id="tab-${kind}" data-kind="${kind}"></button>`)
        .join('')}</div>
        <div class="tools">${['out', 'in', 'fit', 'svg', 'png'].map((to) => `<button data-do="${to}"></button>`).join('')}</div>
        <div id="shown" data-none="Niets."></div>`;
    sent = [];
    for (const name of GLOBALS) {
        (globalThis as Loose)[name] = name === 'window' ? page : (page as unknown as Loose)[name];
    }
    (globalThis as Loose)['DOMParser'] = Parser;
    (globalThis as Loose)['acquireVsCodeApi'] = () => ({
        postMessage: (message: FromPage) => sent.push(message),
        getState: () => state,
        setState: (kept: unknown) => (state = kept),
    });
    // a name of its own, for the page runs where it is read; `vi.resetModules` would read all else anew for the tests behind it
    await import(/* @vite-ignore */ `../../client/page/page.js?opened=${randomUUID()}`);
}

/** As a browser reads it: happy-dom reads nothing of an SVG behind a style in it, so that comes in afterwards. */
class Parser {
    parseFromString(html: string): Document {
        const css: string[] = [];
        const rest = html.replace(
            /<style>([^<]*)<\/style>/g,
            (_, own: string) => `<g data-css="${String(css.push(own) - 1)}"></g>`,
        );
        const parsed = new page.DOMParser().parseFromString(rest, 'text/html');
        for (const hole of parsed.querySelectorAll('[data-css]')) {
            const style = parsed.createElement('style');
            style.textContent = css[Number(hole.getAttribute('data-css'))] ?? '';
            hole.replaceWith(style);
        }
        return parsed as unknown as Document;
    }
}

const tell = (data: ToPage) => page.dispatchEvent(new page.MessageEvent('message', { data }));
const show = (preview: Preview | undefined) => tell({ type: 'show', preview, uri: URI });
const all = (selector: string) => [...page.document.querySelectorAll(selector)];
const one = (selector: string) => {
    const [found] = all(selector);
    if (!found) {
        throw new Error(`nothing is ${selector}`);
    }
    return found;
};
const press = (selector: string, key: string) =>
    one(selector).dispatchEvent(new page.KeyboardEvent('keydown', { key, bubbles: true }));
const click = (selector: string) => one(selector).dispatchEvent(new page.MouseEvent('click', { bubbles: true }));
const lineOf = (name: string) => protocol.process?.nodes.find((n) => n.name === name)?.at.range.start.line ?? -1;

beforeEach(async () => {
    state = { kind: 'diagram', zoom: 1 };
    await open();
    show(drawings());
});

afterAll(() => {
    Object.assign(globalThis, before);
});

describe('the page of the preview', () => {
    test('asks for what was shown last, and is told of by tabs that the arrow keys choose', () => {
        expect(sent).toEqual([{ type: 'ready', kind: 'diagram' }]);
        press('[role=tablist]', 'ArrowRight');
        press('[role=tablist]', 'ArrowRight');
        expect(sent.slice(1)).toEqual([
            { type: 'choose', kind: 'review' },
            { type: 'choose', kind: 'document' },
        ]);
        const chosen = all('[role=tab]').map((t) => [t.getAttribute('aria-selected'), t.getAttribute('tabindex')]);
        expect(chosen).toEqual([
            ['true', '0'],
            ['false', '-1'],
            ['false', '-1'],
        ]);
        expect(one('#shown').getAttribute('aria-labelledby')).toBe('tab-document');
    });

    test('keeps zoom and scroll when the text changes and when it is opened anew', async () => {
        click('[data-do=in]');
        const shown = one('#shown');
        expect(state).toEqual({ kind: 'diagram', zoom: 1.25 });
        shown.scrollTop = 120;
        shown.scrollLeft = 30;
        shown.dispatchEvent(new page.Event('scroll'));
        shown.scrollTop = 0;
        show(drawings((html) => html.replaceAll('Oefenen', 'Doen')));
        expect([shown.scrollLeft, shown.scrollTop]).toEqual([30, 120]);
        await open();
        show(drawings());
        expect(one('#shown').getAttribute('style')).toContain('--zoom: 1.25');
    });

    test('shows where the cursor is, and where the case is that is walked through', () => {
        tell({ type: 'cursor', uri: URI, line: lineOf('B') });
        expect(all('.here').map((e) => e.getAttribute('data-element'))).toEqual(['B']);
        tell({ type: 'cursor', uri: URI, line: lineOf('A') });
        expect(all('.here').map((e) => e.getAttribute('data-element'))).toEqual(['A']);
        const place = drawings().places.find((p) => p.line === lineOf('A'));
        const at = { uri: URI, line: lineOf('A'), character: place?.character ?? 0, endLine: 0, endCharacter: 0 };
        tell({ type: 'walk', places: [at] });
        expect(all('[aria-current=step]').map((e) => e.getAttribute('data-element'))).toEqual(['A']);
        tell({ type: 'walk', places: [] });
        expect(all('.walked, [aria-current]')).toEqual([]);
    });

    test('marks what changed, and nothing when it is shown first', () => {
        expect(all('.changed')).toEqual([]);
        show(drawings((html) => html.replaceAll('Oefenen', 'Doen')));
        expect(all('.changed').map((e) => e.getAttribute('data-element'))).toEqual(['B']);
    });

    test('goes to the text by a click and by the keyboard', () => {
        const step = '[data-element=B][data-place]';
        expect(one(step).getAttribute('tabindex')).toBe('0');
        click(`${step} rect`);
        press(step, 'Enter');
        const went = sent.filter((m) => m.type === 'go').map(({ uri, line }) => [uri, line]);
        expect(went).toEqual([
            [URI, lineOf('B')],
            [URI, lineOf('B')],
        ]);
    });

    test.each([
        ['vscode-light', false],
        ['vscode-dark', true],
        ['vscode-high-contrast', true],
        ['vscode-high-contrast vscode-high-contrast-light', false],
    ])('has the colours of the theme of the editor, and not of the system: %s', async (theme, isDark) => {
        page.document.body.className = theme;
        await page.happyDOM.waitUntilComplete();
        const styles = all('#shown style').map((s) => s.textContent);
        expect(styles).toHaveLength(pictures.length);
        expect(styles.filter((s) => s.includes('prefers-color-scheme'))).toEqual([]);
        expect(styles.filter((s) => s.includes(isDark ? '@media all' : '@media not all'))).toEqual(styles);
        expect(one('#shown').getAttribute('style')).toContain(`color-scheme: ${isDark ? 'dark' : 'light'}`);
    });

    test('exports a drawing by itself: with its style, and without marks and paths of this machine', async () => {
        tell({ type: 'cursor', uri: URI, line: lineOf('B') });
        click('[data-do=svg]');
        await page.happyDOM.waitUntilComplete();
        const [saved, ...others] = sent.filter((m) => m.type === 'save');
        expect([saved?.name, saved?.format, others]).toEqual(['X', 'svg', []]);
        const content = saved?.content ?? '';
        expect(content).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
        expect(content).toContain('prefers-color-scheme:dark');
        expect(content).toContain('data-element="B"');
        expect(content).not.toMatch(/mappen|tabindex|data-place|--width|class="here"/);
    });

    test('says so where there is nothing to show', () => {
        show(undefined);
        expect(one('#shown').textContent).toBe('Niets.');
    });
});
