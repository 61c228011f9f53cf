import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { URI, type LangiumDocument } from 'langium';
import { describe, expect, test } from 'vitest';
import { proofsOf } from '../../../language/analysis/proofs.js';
import { createDraaiboekServices } from '../../../language/draaiboek-module.js';
import type { ProtocolFile } from '../../../language/generated/ast.js';
import { findingsOf } from '../../../language/rules/check.js';
import { modelOf } from '../../../language/workspace.js';
import { generateProtocol } from '../../bench/generate-protocol.js';
import { inMemory, uriOf } from './editor.js';

// What was proved of a text is kept while somebody changes what no proof reads.

const NAME = 'protocol.draaiboek';
const EXAMPLES = join(import.meta.dirname, '../../../examples');
const example = (path: string) => readFileSync(join(EXAMPLES, path), 'utf8');

function desk(first: string) {
    const files = new Map([[NAME, first]]);
    const { shared, Draaiboek } = createDraaiboekServices({ fileSystemProvider: () => inMemory(files) });
    const uri = URI.parse(uriOf(NAME));
    let document: LangiumDocument<ProtocolFile> | undefined;
    return async (text: string) => {
        files.set(NAME, text);
        if (document) {
            await shared.workspace.DocumentBuilder.update([uri], []);
        } else {
            const opened = await shared.workspace.LangiumDocuments.getOrCreateDocument(uri);
            document = opened as LangiumDocument<ProtocolFile>;
            await shared.workspace.DocumentBuilder.build([opened], {});
        }
        const read = document;
        const model = modelOf(Draaiboek, read);
        return {
            findings: findingsOf(read, Draaiboek),
            model,
            proofs: model.interventions.map((p) => proofsOf(p, [])),
        };
    };
}

const withBroken = (text: string) => text.replace(/daarna: (\S+)/, 'daarna: onbekend');

describe.each([
    ['gezinspad', example('gezinspad/gezinspad.draaiboek')],
    ['gezinspad, with what is open', withBroken(example('gezinspad/gezinspad.draaiboek'))],
    ['bemoeizorg', example('bemoeizorg/bemoeizorg.draaiboek')],
    ['a generated protocol', generateProtocol(300)],
])('of %s', (_, text) => {
    const titles = [...text.matchAll(/^ *(?:stap|doel|subdoel|rol|document|einde) \S+ "[^"\n]+"/gm)];
    const inTitle = (i: number) => {
        const { index, 0: match } = titles[i] ?? { index: 0, 0: '' };
        return text.slice(0, index + match.length - 1) + ' ook' + text.slice(index + match.length - 1);
    };
    const prose: Readonly<Record<string, string>> = {
        'a line above': `// iets\n${text}`,
        'words in the summary': text.replace(/(samenvatting\s+"+\s*)/, '$1Nieuw: '),
        'a space in a line': text.replace(/^( *(?:stap|doel))/m, ' $1'),
        ...Object.fromEntries(titles.slice(0, 6).map((_, i) => [`a title, number ${String(i)}`, inTitle(i)])),
    };

    test('the same is found as by a fresh start, in the new places, and the proofs stay', async () => {
        expect(titles.length).toBeGreaterThan(5);
        const read = desk(text);
        const { proofs } = await read(text);
        for (const [what, edited] of Object.entries(prose)) {
            const now = await read(edited);
            expect(edited, what).not.toBe(text);
            expect(
                now.proofs.map((p, i) => p === proofs[i]),
                what,
            ).toEqual(proofs.map(() => true));
            const fresh = await desk(edited)(edited);
            expect(now.findings, what).toEqual(fresh.findings);
            expect(now.model, what).toEqual(fresh.model);
            await read(text);
        }
    });

    test('what reasons reads anew what it reads', async () => {
        const read = desk(text);
        const { proofs } = await read(text);
        for (const edited of [
            text.replace(/hoogstens \d+/, 'hoogstens 1'),
            text.replace(/^( *)(einde \S+)/m, '$1einde Nieuw\n$1$2'),
            text,
        ]) {
            const now = await read(edited);
            const fresh = await desk(edited)(edited);
            expect(now.findings).toEqual(fresh.findings);
            expect(now.model).toEqual(fresh.model);
        }
        const { proofs: last } = await read(text);
        expect(last.some((p, i) => p !== undefined && p === proofs[i])).toBe(false);
    });
});

test('of two of one name each keeps its own places', async () => {
    const one = (title: string) =>
        `interventie X "${title}" {\n  aanpak {\n    stap A "Een stap" { door onbekend }\n  }\n}\n`;
    const read = desk(one('Een') + one('Een'));
    await read(one('Een') + one('Een'));
    for (const text of [one('Eén') + one('Een'), `\n${one('Een')}${one('Twee')}`, one('Een') + one('Een')]) {
        expect(await read(text).then((r) => r.model)).toEqual((await desk(text)(text)).model);
    }
});
