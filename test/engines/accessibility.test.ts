/** What is made for readers of the examples has no violations by axe, the accessibility engine, in a real Chromium, light and dark. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generatorById, SITE_GENERATORS } from '../../language/generate/registry.js';
import { makeSite } from '../../language/generate/site/site.js';
import { tool } from '../cli/tool.js';
import { DOCUMENT_KINDS, exampleCases } from '../language/generate/support.js';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((p) =>
    existsSync(p),
);
const AXE = join(process.cwd(), 'node_modules/axe-core/axe.min.js');

/** Blink's numbers for what a reader prefers. */
const SCHEMES = { dark: 0, light: 1 };

const ASK = `<pre id="result" hidden></pre><script src="file://${AXE}"></script><script>
axe.run(document, { exclude: [['#result']] }).then(({ violations, passes }) => {
    document.getElementById('result').textContent = encodeURIComponent(JSON.stringify({
        dark: matchMedia('(prefers-color-scheme: dark)').matches,
        passes: passes.length,
        violations: violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200) + ' ' + n.failureSummary).join(' | ')),
    }));
});
</script>`;

/** A page of its own: an HTML document, which by itself lets no script run; a drawing in one. */
function pageOf(path: string, content: string): string {
    return path.endsWith('.html')
        ? content.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '').replace('</body>', `${ASK}</body>`)
        : `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>tekening</title></head><body><main><h1>Tekening</h1>${content.replace(/^<\?xml[^>]*>/, '')}</main>${ASK}</body></html>`;
}

interface Said {
    readonly dark: boolean;
    readonly passes: number;
    readonly violations: readonly string[];
}

function ask(folder: string, html: string, scheme: keyof typeof SCHEMES): Said {
    if (CHROMIUM === undefined) {
        throw new Error('There is no Chromium to look in.');
    }
    const page = join(folder, 'page.html');
    writeFileSync(page, html);
    const options = [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--allow-file-access-from-files',
        '--window-size=1400,1000',
        '--virtual-time-budget=60000',
        `--blink-settings=preferredColorScheme=${String(SCHEMES[scheme])}`,
        `--user-data-dir=${join(folder, 'profile')}`,
    ];
    const { stdout } = spawnSync(CHROMIUM, [...options, '--dump-dom', `file://${page}`], {
        encoding: 'utf8',
        maxBuffer: 1e8,
    });
    const said = /<pre id="result"[^>]*>([^<]+)<\/pre>/.exec(stdout)?.[1];
    if (said === undefined) {
        throw new Error('axe said nothing.');
    }
    return JSON.parse(decodeURIComponent(said)) as Said;
}

/** Documents are written by the same hand as `html`: one small and one large example are looked at. */
const LOOKED_AT = new Set(['Gezinspad', 'BemoeizorgWestBrabant']);

test.each(['html', 'svg', ...DOCUMENT_KINDS])(
    'axe finds no violation in the %s of any example, light or dark',
    async (output) => {
        const folder = mkdtempSync(join(tmpdir(), 'draaiboek-axe-'));
        const found: string[] = [];
        let looked = 0;
        try {
            const isDocument = DOCUMENT_KINDS.includes(output);
            for (const { protocol, options } of await exampleCases()) {
                const files = generatorById(output)?.generate(protocol, options).files ?? [];
                const pages = isDocument
                    ? files.filter((f) => f.path.endsWith('.html') && LOOKED_AT.has(protocol.name))
                    : files;
                for (const { path, content } of pages) {
                    for (const scheme of ['light', 'dark'] as const) {
                        const { dark, passes, violations } = ask(folder, pageOf(path, String(content)), scheme);
                        expect({ path, dark }).toEqual({ path, dark: scheme === 'dark' });
                        expect(passes).toBeGreaterThan(0);
                        found.push(...violations.map((v) => `${path}, ${scheme}: ${v}`));
                        looked++;
                    }
                }
            }
        } finally {
            rmSync(folder, { recursive: true, force: true });
        }
        expect(found).toEqual([]);
        expect(looked).toBeGreaterThanOrEqual(DOCUMENT_KINDS.includes(output) ? 4 : 12);
    },
);

test('axe finds no violation in a site, light or dark', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'draaiboek-axe-'));
    try {
        const items = (await exampleCases()).map(({ name, protocol, options }) => ({
            protocol,
            options,
            folder: name,
        }));
        const site = makeSite(items, SITE_GENERATORS);
        const paths = ['index.html', 'Gezinspad/index.html', 'Gezinspad/Gezinspad-ouders.html'];
        const pages = site.filter(({ path }) => paths.includes(path));
        expect(pages).toHaveLength(paths.length);
        for (const { path, content } of pages) {
            for (const scheme of ['light', 'dark'] as const) {
                const { dark, passes, violations } = ask(folder, pageOf(path, String(content)), scheme);
                expect({ path, dark, violations }).toEqual({ path, dark: scheme === 'dark', violations: [] });
                expect(passes).toBeGreaterThan(0);
            }
        }
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
});

test.each(['gezinspad', 'bemoeizorg-west-brabant'])(
    'axe finds no violation in the review report on %s, light or dark',
    async (example) => {
        const folder = mkdtempSync(join(tmpdir(), 'draaiboek-axe-'));
        try {
            const args = ['review', `examples/${example}`, '--format', 'html', '--date', '2026-10-01'];
            const { out } = await tool(args, { cwd: process.cwd() });
            for (const scheme of ['light', 'dark'] as const) {
                const { dark, passes, violations } = ask(folder, pageOf('verslag.html', out), scheme);
                expect({ dark, violations }).toEqual({ dark: scheme === 'dark', violations: [] });
                expect(passes).toBeGreaterThan(0);
            }
        } finally {
            rmSync(folder, { recursive: true, force: true });
        }
    },
);
