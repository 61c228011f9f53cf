import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Window } from 'happy-dom';
import { expect, test } from 'vitest';
import { modelOf } from '../../language/workspace.js';
import { previewOf } from '../../server/preview.js';
import type { PreviewKind, TreeNode } from '../../server/requests.js';
import { resultsOf } from '../../server/results.js';
import { structureOf } from '../../server/structure.js';
import { unknownsOf } from '../../server/unknowns.js';
import { FOLDER, open } from '../language/editor/editor.js';

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));
const FILES = Object.fromEntries(
    readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.draaiboek'))
        .map((name) => [name, readFileSync(`${EXAMPLES}/${name}`, 'utf8')]),
);
const KINDS: readonly PreviewKind[] = ['document', 'diagram', 'review'];

test.for(['nl', 'en'] as const)(
    'each example can be seen as a document, a drawing and a review, in %s',
    async (language) => {
        const { other, services } = await open('', FILES);
        services.workspaceSettings.chooseLanguage(language);
        const parser = new new Window().DOMParser();
        for (const name of Object.keys(FILES)) {
            const document = other(name);
            if (modelOf(services, document).interventions.length === 0) {
                continue;
            }
            await services.validation.DocumentValidator.validateDocument(document);
            for (const kind of KINDS) {
                const preview = previewOf(document, { kind, line: 0 }, services);
                const page = parser.parseFromString(preview?.html ?? '', 'text/html');
                const text = page.querySelector('body')?.textContent ?? '';
                expect(text, `${name}: ${kind}`).toMatch(/\p{L}/u);
                expect(text, `${name}: ${kind}`).not.toMatch(/undefined|\[object|NaN/);
                const places = preview?.places ?? [];
                expect(new Set(places.map(({ id }) => id)).size, `${name}: ${kind}`).toBe(places.length);
                // a place in a library is not in the folder
                for (const { id, uri, line } of places.filter((place) => place.uri.startsWith(FOLDER))) {
                    const lines = FILES[uri.slice(FOLDER.length + 1)]?.split('\n') ?? [];
                    expect(lines.length, `${name}: ${kind}: ${id} in ${uri}`).toBeGreaterThan(line);
                }
            }
        }
    },
);

test.for(['nl', 'en'] as const)(
    'the side bar tells the parts of each example, its results and unknowns, in %s',
    async (language) => {
        const { other, services } = await open('', FILES);
        services.workspaceSettings.chooseLanguage(language);
        const labels = (nodes: readonly TreeNode[]): string[] =>
            nodes.flatMap((n) => [n.label, n.description ?? '', n.tooltip ?? '', ...labels(n.children ?? [])]);
        for (const name of Object.keys(FILES)) {
            const document = other(name);
            for (const tree of [structureOf, resultsOf, unknownsOf]) {
                const all = labels(tree(document, services));
                expect(
                    all.filter((label) => /undefined|\[object|NaN/.test(label)),
                    name,
                ).toEqual([]);
            }
            expect(
                structureOf(document, services).filter(({ label }) => label === ''),
                name,
            ).toEqual([]);
        }
    },
);
