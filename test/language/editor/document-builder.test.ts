import { Cancellation, DocumentState, TextDocument, URI } from 'langium';
import { describe, expect, test } from 'vitest';
import type { DraaiboekLspSharedServices } from '../../../language/editor/lsp-services.js';
import { isIntervention } from '../../../language/generated/ast.js';
import { open, uriOf, type Editor } from './editor.js';

const NETWORK = 'rol Werker\n';
const PATH = `gebruik "netwerk.draaiboek"
interventie Pad "Pad" {
    rol Oppas
    begrip Rust
    aanpak {
        stap Begin {
            door Werker
            daarna: Klaar
        }
        einde Klaar
    }
}
`;
const LOCAL = `gebruik "pad.draaiboek"
interventie PadBreda uitwerking van Pad {
    aanpak {
        stap Begin { door Oppas }
    }
}
`;

const codes = (editor: Editor, name: string) => (editor.other(name).diagnostics ?? []).map(({ code }) => code);

/** Opens the three files; then each file is as `change` says, or gone where that is undefined. */
async function changed(
    change: Readonly<Record<string, string | undefined>>,
    others: Readonly<Record<string, string>> = {},
): Promise<Editor> {
    const editor = await open('', {
        'netwerk.draaiboek': NETWORK,
        'pad.draaiboek': PATH,
        'lokaal.draaiboek': LOCAL,
        ...others,
    });
    for (const [name, text] of Object.entries(change)) {
        if (text === undefined) {
            editor.files.delete(name);
            await editor.changed([], [name]);
        } else {
            editor.files.set(name, text);
            await editor.changed([name]);
        }
    }
    return editor;
}

describe('what waits for a document to be checked is told', () => {
    test('also when the build is cancelled at that moment', async () => {
        const editor = await open(PATH);
        const { DocumentBuilder } = editor.services.shared.workspace;
        const source = new Cancellation.CancellationTokenSource();
        const told: string[] = [];
        DocumentBuilder.onDocumentPhase(DocumentState.Validated, () => {
            source.cancel();
        });
        DocumentBuilder.onDocumentPhase(DocumentState.Validated, ({ uri }) => {
            told.push(uri.toString());
        });
        const uri = URI.parse(uriOf('protocol.draaiboek'));
        await DocumentBuilder.update([uri], [], source.token).catch(() => undefined);
        expect(told).toEqual([uri.toString()]);
    });
});

test('while somebody types only what is open is checked, and the rest afterwards', async () => {
    const editor = await changed({});
    const { DocumentBuilder, TextDocuments } = editor.services.shared
        .workspace as DraaiboekLspSharedServices['workspace'];
    const uri = URI.parse(uriOf('netwerk.draaiboek'));
    TextDocuments.set(TextDocument.create(uri.toString(), 'draaiboek', 2, 'rol Oppasser\n'));
    const states = () => ['netwerk', 'pad', 'lokaal'].map((name) => editor.other(`${name}.draaiboek`).state);
    await DocumentBuilder.updateOpen([uri], Cancellation.CancellationToken.None);
    const { IndexedReferences, Validated } = DocumentState;
    expect(states()).toEqual([Validated, IndexedReferences, IndexedReferences]);
    expect(DocumentBuilder.hasUnchecked()).toBe(true);
    await DocumentBuilder.update([], []);
    expect(states()).toEqual([Validated, Validated, Validated]);
    expect(DocumentBuilder.hasUnchecked()).toBe(false);
    expect(codes(editor, 'pad.draaiboek')).toContain('meta/verwijzing');
});

describe('a file is checked anew that does not use what changed', () => {
    test('where something is no longer used', async () => {
        expect(codes(await changed({}), 'pad.draaiboek')).toContain('meta/ongebruikt');
        const used = LOCAL.replace('Oppas', 'Oppas // Rust');
        const before = await changed({ 'lokaal.draaiboek': used });
        expect(codes(before, 'pad.draaiboek')).not.toContain('meta/ongebruikt');
        const after = await changed({ 'lokaal.draaiboek': used.replace('Oppas', 'Werker') });
        expect(codes(after, 'pad.draaiboek')).toContain('meta/ongebruikt');
        const gone = await changed({ 'lokaal.draaiboek': undefined }, { 'lokaal.draaiboek': used });
        expect(codes(gone, 'pad.draaiboek')).toContain('meta/ongebruikt');
    });

    test('where a file could be used that now has the name that leads nowhere', async () => {
        const alone = PATH.replace('gebruik "netwerk.draaiboek"\n', '');
        const message = (editor: Editor) =>
            editor.other('pad.draaiboek').diagnostics?.find(({ code }) => code === 'meta/verwijzing')?.message;
        const without = await changed({ 'netwerk.draaiboek': '' }, { 'pad.draaiboek': alone });
        expect(message(without)).not.toContain('netwerk.draaiboek');
        const withIt = await changed(
            { 'netwerk.draaiboek': NETWORK },
            { 'pad.draaiboek': alone, 'netwerk.draaiboek': '' },
        );
        expect(message(withIt)).toContain('netwerk.draaiboek');
    });

    test('where a file comes that is called almost like one that is not there', async () => {
        const others = { 'pad.draaiboek': 'gebruik "netwerkk.draaiboek"\n', 'lokaal.draaiboek': '' };
        const message = ({ other }: Editor) => other('pad.draaiboek').diagnostics?.[0]?.message;
        expect(message(await changed({}, others))).toContain('Bedoelde u');
        const gone = await changed({ 'netwerk.draaiboek': undefined }, others);
        expect(message(gone)).not.toContain('Bedoelde u');
        const back = await changed({ 'netwerk.draaiboek': undefined, 'netwerk2.draaiboek': NETWORK }, others);
        expect(message(back)).toContain('netwerk2.draaiboek');
    });

    test('where a file that is used was gone before its change was read', async () => {
        const editor = await changed({});
        editor.files.delete('pad.draaiboek');
        await editor.changed(['pad.draaiboek']);
        await editor.changed([], ['pad.draaiboek']);
        expect(codes(editor, 'lokaal.draaiboek')).toContain('meta/verwijzing');
    });
});

describe('a change in a file that others use', () => {
    const uses = (n: number) => `gebruik "pad.draaiboek"\ninterventie P${String(n)} uitwerking van Pad\n`;
    const users = Object.fromEntries([1, 2, 3, 4].map((n) => [`p${String(n)}.draaiboek`, uses(n)]));

    /** How many other files are linked and how many are checked anew when the text that all use becomes another one. */
    async function told(text: string) {
        const editor = await changed({}, users);
        const { DocumentBuilder } = editor.services.shared.workspace;
        const counts = { linked: 0, checked: 0 };
        const count = (state: DocumentState, what: keyof typeof counts) =>
            DocumentBuilder.onDocumentPhase(state, ({ uri }) => {
                counts[what] += uri.path.endsWith('/pad.draaiboek') ? 0 : 1;
            });
        count(DocumentState.Linked, 'linked');
        count(DocumentState.Validated, 'checked');
        editor.files.set('pad.draaiboek', text);
        await editor.changed(['pad.draaiboek']);
        const fresh = await changed({}, { ...users, 'pad.draaiboek': text });
        for (const name of ['pad.draaiboek', 'lokaal.draaiboek', ...Object.keys(users)]) {
            expect(editor.other(name).diagnostics).toEqual(fresh.other(name).diagnostics);
        }
        return { editor, ...counts };
    }

    test('links and checks no other file where it is a comment', async () => {
        expect(await told(PATH.replace('daarna: Klaar', 'daarna: Klaar // en dan'))).toMatchObject({
            linked: 0,
            checked: 0,
        });
    });

    test('links no other file where it moves words, and checks all that use them', async () => {
        expect(await told(`// eerst\n${PATH}`)).toMatchObject({ linked: 0, checked: 5 });
    });

    test('links no other file where it is a text', async () => {
        const { editor, linked, checked } = await told(PATH.replace('"Pad"', '"Een pad"'));
        expect({ linked, checked }).toEqual({ linked: 0, checked: 5 });
        const { interventions } = editor.services.models.of(editor.other('pad.draaiboek'));
        expect(interventions[0]?.title).toBe('Een pad');
    });

    test('links all that use it where it names something else', async () => {
        expect((await told(PATH.replaceAll('Oppas', 'Opas'))).linked).toBe(5);
        expect((await told(PATH.replaceAll('netwerk.', 'werk.'))).linked).toBe(5);
    });

    test('checks all that use it where it can be read again, also when nothing is left of it', async () => {
        const severity = (editor: Editor) =>
            editor.other('pad.draaiboek').diagnostics?.find(({ code }) => code === 'meta/verwijzing')?.severity;
        const broken = await changed({}, { 'netwerk.draaiboek': ',' });
        expect(severity(broken)).toBe(2);
        broken.files.set('netwerk.draaiboek', ' ');
        await broken.changed(['netwerk.draaiboek']);
        expect(severity(broken)).toBe(1);
    });

    test('leaves references that lead to what is there now', async () => {
        const { editor } = await told(`// eerst\n${PATH}`);
        const base = editor.other('p1.draaiboek').parseResult.value.elements.find(isIntervention)?.refines?.ref;
        expect(base).toBe(editor.other('pad.draaiboek').parseResult.value.elements[0]);
        expect(base?.$cstNode?.range.start.line).toBe(2);
    });
});
