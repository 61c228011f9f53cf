import type { Connection } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { answerDifferenceRequests, createDifferences } from '../../server/difference.js';
import { DIFFERENCE, type DifferenceAnswer, type DifferenceRequest } from '../../server/requests.js';
import { open, uriOf } from '../language/editor/editor.js';

const ROLES = 'rol Werker\n';
const PATH = `gebruik "rollen.draaiboek"
interventie Pad "Het pad" {
  doel Hoofd "Het gezin kan verder"
  aanpak {
    stap Een "Kennismaken" { door Werker  duur hoogstens 2 weken }
    einde Klaar
  }
}
`;
const LOCAL = `gebruik "protocol.draaiboek"
interventie PadBreda "Het pad in Breda" uitwerking van Pad {
  afwijking stap Een omdat "Het gaat hier sneller."
  aanpak { stap Een "Kennismaken" { door Werker  duur hoogstens 1 week } }
}
`;

describe('what differs from a file in the editor', () => {
    test('from an earlier version, with the files that it uses as they were', async () => {
        const editor = await open(PATH, { 'rollen.draaiboek': 'rol Werker { caseload hoogstens 12 gezinnen }\n' });
        const files = [
            { uri: uriOf('protocol.draaiboek'), text: PATH.replace('2 weken', '3 weken') },
            { uri: uriOf('rollen.draaiboek'), text: ROLES },
        ];
        const answer = await createDifferences(editor.services).answer({
            uri: uriOf('protocol.draaiboek'),
            other: { kind: 'version', name: 'abc123', files },
        });
        expect(answer?.title).toBe('abc123 → protocol.draaiboek');
        expect(answer?.markdown).toContain(
            '- Stap `Een`: `duur` was `hoogstens 3 weken` en is nu `hoogstens 2 weken`.',
        );
        expect(answer?.markdown).toContain('- Rol `Werker`: nieuw is `caseload hoogstens 12 gezinnen`.');
        expect(answer?.pictures.map((p) => p.name)).toEqual(['Pad']);
        expect(answer?.pictures[0]?.svg).toContain('dr-mark dr-changed');
    });

    test('from another file, and what works the other out is the later one, whichever is open', async () => {
        const editor = await open(PATH, { 'rollen.draaiboek': ROLES, 'breda.draaiboek': LOCAL });
        const { answer } = createDifferences(editor.services);
        const [one, other] = await Promise.all(
            [
                ['protocol', 'breda'],
                ['breda', 'protocol'],
            ].map(([here = '', there = '']) =>
                answer({
                    uri: uriOf(`${here}.draaiboek`),
                    other: { kind: 'file', uri: uriOf(`${there}.draaiboek`) },
                }),
            ),
        );
        const sentence =
            'Stap `Een`: `duur` was `hoogstens 2 weken` en is nu `hoogstens 1 week`. Reden: Het gaat hier sneller.';
        expect(one?.title).toBe('protocol.draaiboek → breda.draaiboek');
        expect(one?.markdown).toContain(sentence);
        expect(other).toEqual(one);
    });

    test('from what it works out; nothing where it works out nothing', async () => {
        const editor = await open(PATH, { 'rollen.draaiboek': ROLES, 'breda.draaiboek': LOCAL });
        const { answer } = createDifferences(editor.services);
        const local = await answer({ uri: uriOf('breda.draaiboek'), other: { kind: 'base' } });
        expect(local?.title).toBe('Pad → PadBreda');
        expect(local?.markdown).toContain('is nu `hoogstens 1 week`');
        expect(await answer({ uri: uriOf('protocol.draaiboek'), other: { kind: 'base' } })).toBeUndefined();
    });

    test('is asked for by a request, and leaves the files of the editor as they are', async () => {
        const editor = await open(PATH, { 'rollen.draaiboek': ROLES });
        const handlers = new Map<string, (request: DifferenceRequest) => Promise<DifferenceAnswer | undefined>>();
        const connection = {
            onRequest: (name: string, handler: never) => handlers.set(name, handler),
        } as unknown as Connection;
        answerDifferenceRequests(connection, editor.services);
        const known = editor.services.shared.workspace.LangiumDocuments.all.count();
        const answer = await handlers.get(DIFFERENCE)?.({
            uri: uriOf('protocol.draaiboek'),
            other: { kind: 'version', name: 'HEAD', files: [{ uri: uriOf('protocol.draaiboek'), text: PATH }] },
        });
        expect(answer).toEqual({
            title: 'HEAD → protocol.draaiboek',
            markdown: '# Verschil: `HEAD` → `protocol.draaiboek`\n\nEr is geen verschil.\n',
            pictures: [],
        });
        expect(editor.services.shared.workspace.LangiumDocuments.all.count()).toBe(known);
        expect(editor.document.state).toBeGreaterThan(0);
    });
});
