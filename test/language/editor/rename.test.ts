import { describe, expect, test } from 'vitest';
import { applied, open, type Editor } from './editor.js';

async function rename(editor: Editor, newName: string): Promise<Record<string, string>> {
    const edit = await editor.services.lsp.RenameProvider?.rename(editor.document, { ...editor.params, newName });
    return applied(editor, edit);
}

const PROTOCOL = `interventie Gezinspad {
    rol Gezinswerker
    aanpak {
        stap Begin { door Gezins<|>werker }
        stap Vervolg { door Gezinswerker termijn 2 weken na Begin }
    }
}
`;

describe('rename', () => {
    test('changes the declaration and all uses', async () => {
        const texts = await rename(await open(PROTOCOL), 'Vertrouwenspersoon');
        expect(texts).toEqual({
            'protocol.draaiboek': PROTOCOL.replace('<|>', '').replaceAll('Gezinswerker', 'Vertrouwenspersoon'),
        });
    });

    test('begins with the name at the cursor, and does not begin at a word of the language or in a text', async () => {
        const editor = await open(PROTOCOL);
        const range = await editor.services.lsp.RenameProvider?.prepareRename(editor.document, editor.params);
        expect(range).toEqual({ start: { line: 3, character: 26 }, end: { line: 3, character: 38 } });
        for (const marked of ['interventie X { r<|>ol A }', 'interventie X { samenvatting "een r<|>ol" }']) {
            const { services, document, params } = await open(marked);
            expect(await services.lsp.RenameProvider?.prepareRename(document, params)).toBeUndefined();
        }
    });

    test('reaches other files: scenarios, local working-outs, and what they write anew', async () => {
        const editor = await open(
            'interventie Gezinspad {\n rol A\n aanpak {\n stap Be<|>gin { door A }\n stap Eind\n }\n}\n',
            {
                'breda.draaiboek':
                    'gebruik "protocol.draaiboek"\ninterventie Breda uitwerking van Gezinspad {\n aanpak { stap Begin { duur 1 dag } }\n afwijking stap Begin omdat "korter"\n}\n',
                'verder.draaiboek':
                    'gebruik "breda.draaiboek"\ngebruik "protocol.draaiboek"\ninterventie Etten uitwerking van Breda {\n vervalt stap Begin omdat "niet nodig"\n}\n',
                'zaken.draaiboek':
                    'gebruik "protocol.draaiboek"\nscenario "Een" voor Gezinspad {\n verwacht pad Begin, Eind\n}\n',
                'ander.draaiboek': 'interventie Anders { aanpak { stap Begin } }\n',
            },
        );
        expect(await rename(editor, 'Start')).toEqual({
            'protocol.draaiboek':
                'interventie Gezinspad {\n rol A\n aanpak {\n stap Start { door A }\n stap Eind\n }\n}\n',
            'breda.draaiboek':
                'gebruik "protocol.draaiboek"\ninterventie Breda uitwerking van Gezinspad {\n aanpak { stap Start { duur 1 dag } }\n afwijking stap Start omdat "korter"\n}\n',
            'verder.draaiboek':
                'gebruik "breda.draaiboek"\ngebruik "protocol.draaiboek"\ninterventie Etten uitwerking van Breda {\n vervalt stap Start omdat "niet nodig"\n}\n',
            'zaken.draaiboek':
                'gebruik "protocol.draaiboek"\nscenario "Een" voor Gezinspad {\n verwacht pad Start, Eind\n}\n',
        });
    });

    test('a name that is a word of the language gets its mark where it would be read as that word', async () => {
        const editor = await open('interventie X {\n rol A<|>1\n aanpak { stap B { door A1 } }\n}\n');
        expect((await rename(editor, 'als'))['protocol.draaiboek']).toBe(
            'interventie X {\n rol ^als\n aanpak { stap B { door ^als } }\n}\n',
        );
        expect((await rename(editor, 'doel'))['protocol.draaiboek']).toContain('rol doel');
    });

    test('refuses, in Dutch, what is no name and what is taken', async () => {
        const editor = await open(PROTOCOL);
        await expect(rename(editor, 'twee woorden')).rejects.toThrow('kan geen naam zijn');
        await expect(rename(editor, '1e')).rejects.toThrow('kan geen naam zijn');
        await expect(rename(editor, 'Begin')).rejects.toThrow('Er is al een stap met de naam `Begin`');
    });

    test('refuses a name by which a use, in whatever file, would be about another element', async () => {
        const used = 'organisatie Huisarts\nrol Arts\n';
        const using =
            'gebruik "netwerk.draaiboek"\ninterventie X {\n rol Coa<|>ch\n partner Huisarts\n samenvatting "Zie [[Arts]]."\n}\n';
        const local = await open(using, { 'netwerk.draaiboek': used });
        await expect(rename(local, 'Huisarts')).rejects.toThrow(
            'Er is al een organisatie met de naam `Huisarts` (netwerk.draaiboek, regel 1). Wat nu `Huisarts` heet (regel 4), zou dan iets anders betekenen.',
        );
        await expect(rename(local, 'Arts')).rejects.toThrow('Er is al een rol met de naam `Arts`');
        expect((await rename(local, 'Vriend'))['protocol.draaiboek']).toContain('rol Vriend');

        // what is used is renamed to what another file has of its own
        const far = await open('organisatie Huis<|>arts\nrol Arts\n', {
            'een.draaiboek': 'gebruik "protocol.draaiboek"\ninterventie X {\n rol Coach\n partner Huisarts\n}\n',
        });
        await expect(rename(far, 'Coach')).rejects.toThrow(
            'Er is al een rol met de naam `Coach` (een.draaiboek, regel 3). Wat nu `Huisarts` heet (een.draaiboek, regel 4)',
        );
    });

    test('refuses what would make one element of two: a name that a working-out has of its own', async () => {
        const editor = await open('interventie Basis {\n aanpak { stap Be<|>gin }\n}\n', {
            'breda.draaiboek':
                'gebruik "protocol.draaiboek"\ninterventie Breda uitwerking van Basis {\n aanpak { stap Start }\n}\n',
        });
        await expect(rename(editor, 'Start')).rejects.toThrow('Er is al een stap met de naam `Start`');
    });

    test('refuses for a value what its fact has already, and nothing else', async () => {
        const editor = await open(
            'interventie X {\n gegeven kleur: een van ro<|>od, groen\n aanpak { stap A { pas als kleur is rood } }\n}\n',
        );
        await expect(rename(editor, 'groen')).rejects.toThrow('Er is al een waarde met de naam `groen` (regel 2).');
        expect((await rename(editor, 'A'))['protocol.draaiboek']).toContain('een van A, groen');
    });

    test('composes diacritics, as names are compared', async () => {
        const editor = await open(PROTOCOL);
        expect((await rename(editor, 'Coo\u0308rdinator'))['protocol.draaiboek']).toContain('rol Co\u00F6rdinator');
    });

    test('an indicator of a framework is renamed with its code', async () => {
        const editor = await open(
            'toetsingskader K {\n oordeel voldoet\n indicator <|>3.1 "Een"\n}\ninterventie X\nbeoordeling B van X aan de hand van K {\n bevinding 3.1 voldoet\n}\n'.replace(
                ' indicator <|>3.1 "Een"',
                ' thema T { indicator <|>3.1 "Een" }',
            ),
        );
        expect((await rename(editor, '3.2'))['protocol.draaiboek']).toContain('bevinding 3.2 voldoet');
    });
});
