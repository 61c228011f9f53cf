import { Cancellation, URI } from 'langium';
import { expect, test } from 'vitest';
import { DiagnosticSeverity } from 'vscode-languageserver';
import { rulePageAt } from '../../../language/editor/rule-pages.js';
import { catalogue } from '../../../language/rules/catalogue.js';
import { open, uriOf } from './editor.js';

const WRONG = 'interventie X { aanpak { stap A { door Niemand } einde Klaar } }\n';

test('the code of a finding is a link to the page of its rule, where the editor can show one', async () => {
    const editor = await open(WRONG);
    const first = () => editor.document.diagnostics?.find((d) => d.severity === DiagnosticSeverity.Error);
    expect(first()?.codeDescription).toBeUndefined();
    editor.services.client.readsTexts = true;
    editor.files.set('protocol.draaiboek', `${WRONG}\n`);
    await editor.changed(['protocol.draaiboek']);
    const { code, codeDescription } =
        editor.other('protocol.draaiboek').diagnostics?.find((d) => d.code === 'meta/verwijzing') ??
        expect.fail('no finding');
    const page = await editor.services.shared.lsp.TextDocumentContentProvider?.provideTextDocumentContent(
        { uri: codeDescription?.href ?? '' },
        Cancellation.CancellationToken.None,
    );
    expect(page?.text).toMatch(
        new RegExp(`^# ${String(code)}\n\n\\*\\*Elke naam verwijst naar iets dat bestaat\\*\\*`),
    );
    expect(page?.text).toContain('stap Kennismaking { door Gezinswrker }');
});

test('every rule has a page in both languages, and nothing else has', () => {
    for (const { code, title } of catalogue) {
        expect(rulePageAt(URI.parse(`draaiboek:/regels/${code}.md`))).toContain(title.nl);
        expect(rulePageAt(URI.parse(`draaiboek:/rules/${code}.md`))).toContain(title.en);
    }
    for (const uri of ['draaiboek:/regels/geen/regel.md', 'draaiboek:/x/meta/bron.md', uriOf('regels/meta/bron.md')]) {
        expect(rulePageAt(URI.parse(uri))).toBeUndefined();
    }
});
