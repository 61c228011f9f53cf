/** The page of the preview: shows what the extension sends, keeps zoom and scroll, and says where somebody clicks. */
import type { Preview, PreviewKind, PreviewPlace, Spot } from '../../server/requests.js';
import type { FromPage, ToPage } from '../preview/messages.js';
import { asPart, headed } from './parts.js';
import { pngOf } from './png.js';

interface Kept {
    readonly kind: PreviewKind;
    /** 1 for a drawing in its own size; undefined where it fits the width of the page */
    readonly zoom?: number;
}

const OWN_SIZE = 1;

declare function acquireVsCodeApi(): {
    postMessage: (message: FromPage) => void;
    getState: () => Kept | undefined;
    setState: (state: Kept) => void;
};

const nonce = document.currentScript?.nonce ?? '';
const vscode = acquireVsCodeApi();
let { kind, zoom = undefined }: Kept = vscode.getState() ?? { kind: 'document', zoom: OWN_SIZE };
const shown = byId('shown');
const tools = document.querySelector<HTMLElement>('.tools');
const scrolled = new Map<PreviewKind, readonly [number, number]>();
let preview: Preview | undefined;
/** what was shown last of each kind, to see what changed, and what did */
const before = new Map<PreviewKind, { name: string; texts: ReadonlyMap<string, string>; changed: readonly string[] }>();
let walked: readonly Spot[] = [];
let cursor: { readonly uri: string; readonly line: number } | undefined;

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
    if (data.type === 'show') {
        show(data.preview);
    } else if (data.type === 'walk') {
        const moved = JSON.stringify(walked) !== JSON.stringify(data.places);
        walked = data.places;
        showWalk();
        if (moved) {
            shown.querySelector('.walked')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        }
    } else {
        cursor = data;
        follow();
    }
});
for (const tab of tabs()) {
    tab.addEventListener('click', () => {
        choose(tab.dataset['kind'] as PreviewKind);
    });
}
document.querySelector('[role=tablist]')?.addEventListener('keydown', (event) => {
    const { key } = event as KeyboardEvent;
    if (key === 'ArrowLeft' || key === 'ArrowRight') {
        const all = tabs();
        const at = all.findIndex((t) => t.dataset['kind'] === kind);
        const next = all.at((at + (key === 'ArrowLeft' ? -1 : 1)) % all.length);
        choose(next?.dataset['kind'] as PreviewKind);
        next?.focus();
    }
});
tools?.addEventListener('click', ({ target }) => {
    const what = (target as HTMLElement).closest<HTMLElement>('button')?.dataset['do'];
    if (what === 'fit') {
        zoom = undefined;
        keep();
    } else if (what === 'in' || what === 'out') {
        const now = zoom ?? scaleOf(shown.querySelector('svg'));
        zoom = Math.min(8, Math.max(0.1, what === 'in' ? now * 1.25 : now / 1.25));
        keep();
    } else if (what === 'svg' || what === 'png') {
        void save(what);
    }
});
shown.addEventListener('click', (event) => {
    const target = event.target as Element;
    const link = target.closest('a[href^="#"]');
    if (link) {
        event.preventDefault();
        document.getElementById(link.getAttribute('href')?.slice(1) ?? '')?.scrollIntoView({ block: 'start' });
        return;
    }
    goTo(target);
});
shown.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target !== shown && !(event.target as Element).closest('a')) {
        goTo(event.target as Element);
    }
});
shown.addEventListener('scroll', () => scrolled.set(kind, [shown.scrollLeft, shown.scrollTop]));
new MutationObserver(applyTheme).observe(document.body, { attributes: true, attributeFilter: ['class'] });

mark();
vscode.postMessage({ type: 'ready', kind });

function choose(next: PreviewKind): void {
    kind = next;
    keep();
    mark();
    vscode.postMessage({ type: 'choose', kind });
}

/** Shows which tab is chosen. */
function mark(): void {
    for (const tab of tabs()) {
        const chosen = tab.dataset['kind'] === kind;
        tab.setAttribute('aria-selected', String(chosen));
        tab.tabIndex = chosen ? 0 : -1;
        if (chosen) {
            shown.setAttribute('aria-labelledby', tab.id);
        }
    }
    if (tools) {
        tools.hidden = kind !== 'diagram';
    }
}

function keep(): void {
    vscode.setState(zoom === undefined ? { kind } : { kind, zoom });
    shown.querySelector('.drawings')?.classList.toggle('fitting', zoom === undefined);
    shown.style.setProperty('--zoom', String(zoom));
}

/** How large a drawing is beside its own size. */
function scaleOf(svg: SVGSVGElement | null): number {
    return svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : OWN_SIZE;
}

function show(next: Preview | undefined): void {
    preview = next;
    if (!next) {
        const none = document.createElement('p');
        none.className = 'empty';
        none.textContent = shown.dataset['none'] ?? '';
        shown.replaceChildren(none);
        return;
    }
    // what the extension sends holds no script; and none would run: a parsed document is not executed
    const parsed = new DOMParser().parseFromString(next.html, 'text/html');
    const holder = document.createElement('div');
    holder.className = { document: 'paper', diagram: 'drawings', review: 'paper own' }[next.kind];
    // what a page by itself has before its text
    parsed.querySelector('.skip')?.remove();
    parsed.querySelectorAll('main').forEach(asPart);
    const styles = [...parsed.querySelectorAll('style')];
    styles.forEach((style) => {
        style.remove();
    });
    holder.append(
        ...styles.map(allowed),
        ...(next.kind === 'diagram' ? headed(next.title) : []),
        ...parsed.body.childNodes,
    );
    shown.replaceChildren(holder);
    for (const svg of shown.querySelectorAll('svg')) {
        svg.style.setProperty('--width', String(svg.viewBox.baseVal.width));
    }
    keep();
    applyTheme();
    const texts = new Map<string, string>();
    for (const place of next.places) {
        const element = document.getElementById(place.id);
        if (element) {
            element.dataset['place'] = '';
            if (element instanceof SVGElement) {
                element.setAttribute('tabindex', '0');
            }
            texts.set(place.id, element.textContent);
        }
    }
    const [left, top] = scrolled.get(next.kind) ?? [0, 0];
    shown.scrollTo(left, top);
    markChanges(next, texts);
    showWalk();
    follow();
}

/** A style that the content security policy of this page lets through. */
function allowed({ textContent }: HTMLStyleElement | SVGStyleElement): HTMLStyleElement {
    const style = document.createElement('style');
    style.nonce = nonce;
    style.textContent = textContent;
    style.dataset['text'] = textContent;
    return style;
}

/** Marks what changed since the same was shown last, until something else does: the innermost of the elements. */
function markChanges({ name, kind: of }: Preview, texts: ReadonlyMap<string, string>): void {
    const last = before.get(of);
    const known = last?.name === name ? last : undefined;
    const now = known ? [...texts].filter(([id, text]) => known.texts.get(id) !== text).map(([id]) => id) : [];
    const isSame = now.length === 0 && known?.texts.size === texts.size;
    const changed = isSame ? known.changed : now;
    before.set(of, { name, texts, changed });
    const elements = changed.flatMap((id) => document.getElementById(id) ?? []);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    for (const element of elements.filter((e) => !elements.some((other) => other !== e && e.contains(other)))) {
        element.classList.add('changed');
        if (!isSame && !still) {
            element.animate([{ opacity: 0.3 }, { opacity: 1 }], { duration: 800 });
        }
    }
}

/** Shows the element in which the cursor is: the innermost one. */
function follow(): void {
    shown.querySelectorAll('.here').forEach((e) => {
        e.classList.remove('here');
    });
    const place = preview?.places
        .filter((p) => p.uri === cursor?.uri && p.line <= cursor.line && cursor.line <= p.endLine)
        .sort((a, b) => a.endLine - a.line - (b.endLine - b.line))
        .find(({ id }) => document.getElementById(id) !== null);
    const element = place && document.getElementById(place.id);
    if (element) {
        element.classList.add('here');
        const { top, bottom } = element.getBoundingClientRect();
        const frame = shown.getBoundingClientRect();
        if (top < frame.top || bottom > frame.bottom) {
            element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        }
    }
}

/** Shows the elements where the case is that is walked through. */
function showWalk(): void {
    shown.querySelectorAll('.walked').forEach((e) => {
        e.classList.remove('walked');
        e.removeAttribute('aria-current');
    });
    for (const { id, uri, line, character } of preview?.places ?? []) {
        if (walked.some((at) => at.uri === uri && at.line === line && at.character === character)) {
            const element = document.getElementById(id);
            element?.classList.add('walked');
            element?.setAttribute('aria-current', 'step');
        }
    }
}

function goTo(target: Element): void {
    const id = target.closest('[data-place]')?.id;
    const place: PreviewPlace | undefined = preview?.places.find((p) => p.id === id);
    if (place) {
        vscode.postMessage({ type: 'go', uri: place.uri, line: place.line, character: place.character });
    }
}

/** Documents and drawings know light and dark by the system; here the theme of the editor says. */
function applyTheme(): void {
    const { classList } = document.body;
    const dark = classList.contains('vscode-dark') || classList.contains('vscode-high-contrast');
    const isDark = dark && !classList.contains('vscode-high-contrast-light');
    for (const style of shown.querySelectorAll('style')) {
        style.textContent = inScheme(style.dataset['text'] ?? '', isDark);
    }
    shown.style.colorScheme = isDark ? 'dark' : 'light';
}

/** A style in one colour scheme, whatever the system prefers. */
function inScheme(style: string, isDark: boolean): string {
    return style.replaceAll(/@media\s*(?:screen\s+and\s*)?\(prefers-color-scheme:\s*(dark|light)\)/g, (_, scheme) =>
        (scheme === 'dark') === isDark ? '@media all' : '@media not all',
    );
}

/** Gives the drawing that is in sight to the extension to keep. */
async function save(format: 'svg' | 'png'): Promise<void> {
    const { top, bottom } = shown.getBoundingClientRect();
    const middle = (top + bottom) / 2;
    const drawings = [...shown.querySelectorAll<SVGSVGElement>('.drawings > svg')];
    const svg = drawings.find((drawing) => drawing.getBoundingClientRect().bottom > middle) ?? drawings.at(-1);
    if (!svg || !preview) {
        return;
    }
    const { name, html } = preview;
    const text = alone(html, drawings.indexOf(svg), format);
    const content = format === 'svg' ? text : await pngOf(text, svg);
    vscode.postMessage({ type: 'save', name, format, content });
}

/** A drawing as it came, by itself: with its own style, and without where its elements stand on this machine; as PNG in light. */
function alone(html: string, index: number, format: 'svg' | 'png'): string {
    const svg = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('body > svg')[index];
    for (const element of svg?.querySelectorAll('[data-file]') ?? []) {
        for (const place of ['data-file', 'data-line', 'data-column']) {
            element.removeAttribute(place);
        }
    }
    for (const style of format === 'png' ? (svg?.querySelectorAll('style') ?? []) : []) {
        style.textContent = inScheme(style.textContent, false);
    }
    return svg ? new XMLSerializer().serializeToString(svg) : '';
}

function tabs(): HTMLElement[] {
    return [...document.querySelectorAll<HTMLElement>('[role=tab]')];
}

function byId(id: string): HTMLElement {
    const element = document.getElementById(id);
    if (!element) {
        throw new Error(`The page has no ${id}.`);
    }
    return element;
}
