/** What is made of the examples is drawn by bpmn-js, as in every modeler of the BPMN world, in a real Chromium, without a remark. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildGraph } from '../../language/workflow/build-graph.js';
import { examples } from './corpus.js';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((p) =>
    existsSync(p),
);
const VIEWER = join(process.cwd(), 'node_modules/bpmn-js/dist/bpmn-viewer.production.min.js');

/** A page that draws a file, and says in its body what bpmn-js remarked and which elements it drew. */
function pageOf(xml: string): string {
    return `<!doctype html><meta charset="utf-8"><style>html,body{margin:0}#canvas{width:2400px;height:1400px}pre{display:none}</style>
<div id="canvas"></div><pre id="result"></pre>
<script src="file://${VIEWER}"></script>
<script>
const viewer = new BpmnJS({ container: '#canvas' });
const say = (result) => { document.getElementById('result').textContent = JSON.stringify(result); };
viewer.importXML(${JSON.stringify(xml).replaceAll('<', '\\u003c')}).then(({ warnings }) => {
    viewer.get('canvas').zoom('fit-viewport');
    say({ warnings: warnings.map((w) => w.message), drawn: viewer.get('elementRegistry').getAll().map((e) => e.id) });
}, (error) => say({ warnings: [error.message], drawn: [] }));
</script>`;
}

test.each(['bpmn', 'operaton', 'zeebe'])('bpmn-js draws what %s makes of each example', async (output) => {
    if (CHROMIUM === undefined) {
        throw new Error('There is no Chromium to draw in.');
    }
    const corpus = await examples();
    const folder = mkdtempSync(join(tmpdir(), 'draaiboek-bpmn-js-'));
    const shots = join(process.cwd(), 'build/engines/bpmn-js');
    mkdirSync(shots, { recursive: true });
    try {
        for (const [id, xml] of corpus.sourcesOf(output)) {
            const page = join(folder, `${id}.html`);
            writeFileSync(page, pageOf(xml));
            const options = [
                '--headless',
                '--no-sandbox',
                '--disable-gpu',
                '--allow-file-access-from-files',
                '--window-size=2400,1400',
                '--virtual-time-budget=20000',
                `--user-data-dir=${join(folder, 'profile')}`,
            ];
            const { stdout } = spawnSync(CHROMIUM, [...options, '--dump-dom', `file://${page}`], { encoding: 'utf8' });
            const said = /<pre id="result">([^<]*)<\/pre>/.exec(stdout)?.[1] ?? '';
            const { warnings, drawn } = JSON.parse(
                said.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
            ) as {
                warnings: string[];
                drawn: string[];
            };
            expect({ id, warnings }).toEqual({ id, warnings: [] });
            const graph = corpus.cases.map((c) => buildGraph(c.of.protocol)).find((g) => g?.id === id);
            const parts = [...(graph?.nodes ?? []), ...(graph?.flows ?? []), ...(graph?.lanes ?? [])].map((x) => x.id);
            expect(parts.length).toBeGreaterThan(3);
            expect(parts.filter((part) => !drawn.includes(part))).toEqual([]);
            spawnSync(CHROMIUM, [...options, `--screenshot=${join(shots, `${id}.${output}.png`)}`, `file://${page}`]);
            expect(readFileSync(join(shots, `${id}.${output}.png`)).length).toBeGreaterThan(1000);
        }
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
});
