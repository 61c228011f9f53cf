/** What the page of the preview is allowed, and what it is called, before anything is shown in it. */
import { Window } from 'happy-dom';
import { expect, test, vi } from 'vitest';

/** Of VS Code only what the text of the page is made with. */
const file = (path: string) => ({ path, toString: () => `https://bestand.test${path}` });
vi.doMock('vscode', () => ({
    Uri: { joinPath: (root: { path: string }, name: string) => file(`${root.path}/${name}`) },
    // nothing here listens
    EventEmitter: Object,
}));

async function shellIn(language: 'nl' | 'en') {
    const { shell } = await import('../../client/preview/shell.js');
    const webview = { cspSource: 'https://bestand.test', asWebviewUri: (uri: unknown) => uri };
    const html = shell(webview as never, file('/dist/client') as never, language);
    const { document } = new Window({ settings: { disableJavaScriptFileLoading: true, disableCSSFileLoading: true } });
    document.write(html);
    return { html, document };
}

test('a page runs its own script and nothing else, and asks for nothing from elsewhere', async () => {
    const { html, document } = await shellIn('nl');
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
    const [nonce = ''] = /(?<=script-src 'nonce-)[\w-]{36}(?=')/.exec(policy) ?? [];
    expect(policy.split('; ')).toEqual([
        "default-src 'none'",
        `script-src 'nonce-${nonce}'`,
        `style-src https://bestand.test 'nonce-${nonce}'`,
        'img-src data: blob:',
    ]);
    const scripts = [...document.querySelectorAll('script')];
    expect(scripts.map((s) => [s.getAttribute('nonce'), s.getAttribute('src'), s.textContent])).toEqual([
        [nonce, 'https://bestand.test/dist/client/preview.js', ''],
    ]);
    expect(html).not.toMatch(/\son\w+=|\sstyle=|javascript:/);
    // nobody can guess it
    expect((await shellIn('nl')).html).not.toContain(nonce);
});

test.each([
    ['nl', ['Document', 'Tekening', 'Beoordeling']],
    ['en', ['Document', 'Drawing', 'Review']],
] as const)('its tabs and buttons have names in the language of the user: %s', async (language, names) => {
    const { document } = await shellIn(language);
    expect(document.documentElement.getAttribute('lang')).toBe(language);
    const tabs = [...document.querySelectorAll('[role=tab]')];
    expect(tabs.map((t) => t.textContent)).toEqual(names);
    const panel = document.querySelector('[role=tabpanel]');
    expect(tabs.map((t) => t.getAttribute('aria-controls'))).toEqual(tabs.map(() => panel?.id));
    const named = [...document.querySelectorAll('button')].map((b) => b.getAttribute('aria-label') ?? b.textContent);
    expect(named.filter((name) => !/\p{L}/u.test(name))).toEqual([]);
});
