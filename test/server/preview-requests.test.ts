import type { Connection } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { answerPreviewRequests, previewOf } from '../../server/preview.js';
import { PREVIEW, type Preview, type PreviewRequest } from '../../server/requests.js';
import { open, uriOf } from '../language/editor/editor.js';

const TEXT = `interventie Eerste "Een" {
  samenvatting "Kort."
}
interventie Tweede "Twee" {
  rol Werker "Werker"
  aanpak {
    stap Begin "Beginnen" { door Werker }
    einde Klaar
  }
}
`;

describe('the preview of a linked document', () => {
    test.each([
        [0, 'Eerste'],
        [1, 'Eerste'],
        [6, 'Tweede'],
        [99, 'Tweede'],
    ])('with the cursor on line %i is of %s', async (line, name) => {
        const { document, services } = await open(TEXT);
        expect(previewOf(document, { kind: 'document', line }, services)).toMatchObject({ kind: 'document', name });
    });

    test('says of each shape where its element stands', async () => {
        const { document, services } = await open(TEXT);
        const preview = previewOf(document, { kind: 'diagram', line: 6 }, services);
        expect(preview?.places).toContainEqual(
            expect.objectContaining({ uri: uriOf('protocol.draaiboek'), line: 6, endLine: 6 }),
        );
    });

    test.each([
        ['scenarios', 0, 'Eerste'],
        ['scenarios', 3, 'Tweede'],
        ['beoordeling', 0, 'Tweede'],
    ])('of a file of %s is of the interventie that they are about', async (name, line, shown) => {
        const { other, services } = await open(TEXT, {
            'scenarios.draaiboek': `gebruik "protocol.draaiboek"
scenario "A" voor Eerste { }
scenario "B" voor Tweede {
}
`,
            'beoordeling.draaiboek': `gebruik "protocol.draaiboek"
toetsingskader K "K" { }
beoordeling B van Tweede aan de hand van K { }
`,
        });
        const preview = previewOf(other(`${name}.draaiboek`), { kind: 'document', line }, services);
        expect(preview?.name).toBe(shown);
        expect(preview?.title).toBe({ Eerste: 'Een', Tweede: 'Twee' }[shown]);
    });

    test('is nothing where there is no interventie', async () => {
        const { document, services } = await open('rol Werker "Werker"\n');
        expect(previewOf(document, { kind: 'document', line: 0 }, services)).toBeUndefined();
    });
});

test('a request is answered of a file that is open, and of no other', async () => {
    const { services } = await open(TEXT);
    let answer: ((request: PreviewRequest) => Promise<Preview | undefined>) | undefined;
    const connection = {
        onRequest: (name: string, handler: typeof answer) => {
            expect(name).toBe(PREVIEW);
            answer = handler;
        },
    };
    answerPreviewRequests(connection as unknown as Connection, services);
    const ask = (file: string) => answer?.({ uri: uriOf(file), kind: 'document', line: 0 });
    expect(await ask('protocol.draaiboek')).toMatchObject({ name: 'Eerste', title: 'Een' });
    expect(await ask('anders.draaiboek')).toBeUndefined();
});
