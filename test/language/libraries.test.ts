/** The libraries that the language carries itself: `gebruik "draaiboek:NAAM"`. */
import { AstUtils, isReference, URI } from 'langium';
import { describe, expect, test } from 'vitest';
import { createDraaiboekServices } from '../../language/draaiboek-module.js';
import { queriesOn } from '../../language/analysis/queries.js';
import { formatText } from '../../language/format/format.js';
import type { ProtocolFile } from '../../language/generated/ast.js';
import type { LangiumDocument } from 'langium';
import { LIBRARIES, libraryUri, pathOfLibrary } from '../../language/names/libraries.js';
import { indicatorsOf, states } from '../../language/model/queries.js';
import { findingsOf } from '../../language/rules/check.js';
import { loadFiles, modelOf, parseText } from '../../language/workspace.js';
import { unindent } from './support/places.js';

const PROTOCOL = unindent(`
    gebruik "draaiboek:i-pass"

    interventie Pad "Pad" {
      toelichting "De overdracht volgt I-PASS." volgens Starmer2014
      rol Werker
      rol Hulpverlener
      overdracht NaarHulp van Werker naar Hulpverlener {
        ernst "Geen gevaar"
        informatie "Wat er speelt"
        actie "Bellen" door Hulpverlener
        BEVESTIGING
      }
    }
    beoordeling Papier van Pad aan de hand van VijfOnderdelen {
      bevinding 1 beschreven
    }
    `);

async function read(text: string) {
    const services = createDraaiboekServices().Draaiboek;
    const document = await parseText(services, text, 'memory:/map/tekst.draaiboek');
    return { services, document, codes: () => findingsOf(document, services) };
}

describe('gebruik "draaiboek:…"', () => {
    test('makes the names of a library known, without a file system', async () => {
        const { document } = await read(PROTOCOL);
        const found = document.references.map((r) => {
            const target = isReference(r) ? r.ref : undefined;
            return [r.$refText, target && AstUtils.getDocument(target as never).uri.scheme];
        });
        expect(found).toContainEqual(['Starmer2014', 'draaiboek']);
        expect(found).toContainEqual(['VijfOnderdelen', 'draaiboek']);
        expect(found).toContainEqual(['1', 'draaiboek']);
        expect(document.references.filter((r) => r.error).map((r) => r.$refText)).toEqual([]);
    });

    test('a protocol that uses none loads none', async () => {
        const { services } = await read('rol Werker');
        const loaded = services.shared.workspace.LangiumDocuments.all.map((d) => d.uri.toString());
        expect(loaded.toArray()).toEqual(['memory:/map/tekst.draaiboek']);
    });

    test('what I-PASS asks of a handover is tested live', async () => {
        const outcomes = async (text: string) => {
            const { services, document } = await read(text);
            const [protocol] = modelOf(services, document).interventions;
            const library = services.shared.workspace.LangiumDocuments.getDocument(
                URI.parse('draaiboek:/i-pass.draaiboek'),
            );
            const [framework] = modelOf(services, library as LangiumDocument<ProtocolFile>).frameworks;
            const evaluate = protocol && queriesOn(protocol);
            return framework?.themes.flatMap((t) =>
                t.indicators.map((i) => [i.name, ...i.queries.map((q) => evaluate?.(q).outcome)]),
            );
        };
        expect(await outcomes(PROTOCOL.replace('BEVESTIGING', 'bevestiging door Hulpverlener'))).toEqual([
            ['1', 'holds'],
            ['2', 'holds'],
            ['3', 'holds'],
            ['4', 'fails'],
            ['5', 'holds'],
        ]);
        expect(await outcomes(PROTOCOL.replace('BEVESTIGING', 'wat als "niemand komt" "Bellen"'))).toEqual([
            ['1', 'holds'],
            ['2', 'holds'],
            ['3', 'holds'],
            ['4', 'holds'],
            ['5', 'fails'],
        ]);
    });

    test.each([
        ['draaiboek:i-pas', 'Bedoelde u "draaiboek:i-pass"?', ['"draaiboek:i-pass"']],
        ['draaiboek:I-PASS', 'Bedoelde u "draaiboek:i-pass"?', ['"draaiboek:i-pass"']],
        ['i-pass', 'Bedoelde u "draaiboek:i-pass"?', ['"draaiboek:i-pass"']],
        ['draaiboek:vragenlijsten', 'Kies "draaiboek:i-pass", "draaiboek:tidier" of "draaiboek:erkenning".', []],
        ['draaiboek:', 'Kies "draaiboek:i-pass", "draaiboek:tidier" of "draaiboek:erkenning".', []],
        ['draaiboek:../i-pass', 'Bedoelde u "draaiboek:i-pass"?', ['"draaiboek:i-pass"']],
        ['draaiboek://i-pass', 'Bedoelde u "draaiboek:i-pass"?', ['"draaiboek:i-pass"']],
    ])('%s: no such library, and which there are', async (path, told, mends) => {
        const [finding, ...others] = (await read(`gebruik "${path}"\n`)).codes();
        expect(finding).toMatchObject({ code: 'meta/verwijzing', at: { range: { start: { character: 8 } } } });
        expect(finding?.message.nl).toContain(told);
        // `i-pass` asks for a file
        expect(finding?.message.nl.includes('bestand')).toBe(path === 'i-pass');
        expect(finding?.fixes.map((f) => f.edits[0]?.newText)).toEqual(mends);
        expect(others).toEqual([]);
    });

    test('a name of a library that is loaded and not used: the line that is missing', async () => {
        const services = createDraaiboekServices().Draaiboek;
        await parseText(services, 'gebruik "draaiboek:i-pass"', 'memory:/map/ander.draaiboek');
        const text = 'interventie Pad "Pad" { toelichting "x" volgens Starmer2014 }';
        const document = await parseText(services, text, 'memory:/map/tekst.draaiboek');
        const [finding] = findingsOf(document, services).filter((f) => f.code === 'meta/verwijzing');
        expect(finding?.fixes[0]?.edits[0]?.newText).toBe('gebruik "draaiboek:i-pass"\n\n');
    });
});

test('all libraries together: each review reads the indicators of its own framework', async () => {
    const uses = LIBRARIES.map((l) => `gebruik "${pathOfLibrary(l)}"`).join('\n');
    const { document, codes } = await read(`${uses}
interventie Pad "Pad" { doel onbekend }
beoordeling A van Pad aan de hand van VijfOnderdelen { bevinding 1 beschreven }
beoordeling B van Pad aan de hand van TwaalfOnderdelen { bevinding 1 beschreven  bevinding 12 ontbreekt }
beoordeling C van Pad aan de hand van Erkenningscriteria { bevinding 0.1 voldoet }
`);
    expect(document.references.filter((r) => r.error).map((r) => r.$refText)).toEqual([]);
    expect(codes().filter((f) => f.severity === 'error' || f.code === 'meta/dubbel')).toEqual([]);
    const owners = document.references
        .filter((r) => /^(?:1|12|0\.1)$/.test(r.$refText))
        .map((r) => (isReference(r) && r.ref ? AstUtils.getDocument(r.ref).uri.path : ''))
        .sort();
    expect(owners).toEqual(['/erkenning.draaiboek', '/i-pass.draaiboek', '/tidier.draaiboek', '/tidier.draaiboek']);
});

describe.each(LIBRARIES.map((library) => [library.name, library] as const))('the library %s', (name, library) => {
    test('is a text without findings of its own, in the layout of the formatter', async () => {
        const services = createDraaiboekServices().Draaiboek;
        const uri = libraryUri(pathOfLibrary(library));
        const [document] = await loadFiles(services, uri ? [uri] : []);
        expect(document?.textDocument.getText()).toBe(library.text);
        // what it does not know of its sources it says
        expect(document && findingsOf(document, services).filter((f) => f.code !== 'meta/onbekend')).toEqual([]);
        expect(formatText(library.text, services).text).toBe(library.text);
    });

    test('asks only what the language knows, and says of each indicator why nothing is asked', async () => {
        const { services, document } = await read(`${library.text}\ninterventie Leeg "Leeg"\n`);
        const model = modelOf(services, document);
        const [protocol] = model.interventions;
        const indicators = model.frameworks.flatMap(indicatorsOf);
        const evaluate = protocol && queriesOn(protocol);
        const open = indicators.flatMap((i) => i.queries.flatMap((q) => evaluate?.(q).open ?? []));
        expect(open.filter((o) => o.why === 'no-kind' || o.why === 'no-word')).toEqual([]);
        expect(
            indicators.filter((i) => i.queries.length === 0 && !states(i, 'toelichting')).map((i) => i.name),
        ).toEqual([]);
        // a description that says nothing passes nothing, but for its title
        const passed = indicators.filter((i) => i.queries.some((q) => evaluate?.(q).outcome === 'holds'));
        expect(passed.map((i) => i.name)).toEqual(name === 'tidier' ? ['1'] : []);
    });

    test('says in its text what it is from', async () => {
        const { document } = await read(library.text);
        const claims = AstUtils.streamAst(document.parseResult.value).filter((n) => n.$type === 'Provenance');
        expect(claims.count(), name).toBeGreaterThan(0);
    });
});
