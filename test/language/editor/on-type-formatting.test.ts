import { describe, expect, test } from 'vitest';
import { appliedTo, open } from './editor.js';

describe('formatting while typing', () => {
    async function typed(text: string, ch: '}' | '\n'): Promise<string> {
        const { services, document, cursor, params } = await open(text);
        const options = { tabSize: 2, insertSpaces: true };
        const edits =
            (await services.lsp.Formatter?.formatDocumentOnType(document, {
                ...params,
                position: cursor,
                ch,
                options,
            })) ?? [];
        return appliedTo(services, document.uri.toString(), edits);
    }

    test('puts a brace under the head of its block, and leaves all other lines alone', async () => {
        expect(
            await typed('interventie X {\n      rol A\n  rol B {\n    caseload 3 gezinnen\n      }<|>\n}\n', '}'),
        ).toBe('interventie X {\n      rol A\n  rol B {\n    caseload 3 gezinnen\n  }\n}\n');
    });

    test('lays out the line that was finished, not the one that begins', async () => {
        expect(await typed('interventie X {\n     rol   A\n    <|>\n  rol    B\n}\n', '\n')).toBe(
            'interventie X {\n  rol A\n    \n  rol    B\n}\n',
        );
    });

    test('lays out a line with empty lines above it, and leaves these alone', async () => {
        expect(await typed('interventie X {\n  rol B {\n    caseload 3 gezinnen\n\n\n      }<|>\n}\n', '}')).toBe(
            'interventie X {\n  rol B {\n    caseload 3 gezinnen\n\n\n  }\n}\n',
        );
    });

    test('keeps the line breaks of Windows, and lays out what is indented by tabs', async () => {
        expect(
            await typed('interventie X {\r\n\trol B {\r\n\t\tcaseload 3 gezinnen\r\n\r\n\r\n\t\t}<|>\r\n}\r\n', '}'),
        ).toBe('interventie X {\r\n\trol B {\r\n\t\tcaseload 3 gezinnen\r\n\r\n\r\n  }\r\n}\r\n');
    });

    test('does nothing in a text that the formatter would not touch', async () => {
        const text = 'interventie X {\n     rol A\n';
        expect(await typed(`${text}<|>`, '\n')).toBe(text);
    });
});
