import type { IRecognitionException, IToken } from 'chevrotain';
import type { LangiumDocument } from 'langium';
import type { Place } from '../../../model/protocol.js';
import { unpack } from '../../../text/bilingual.js';
import { defineDocumentRule } from '../../document-rule.js';
import type { Fix } from '../../finding.js';
import { placeAt, startOf } from '../../places.js';

export const syntaxis = defineDocumentRule({
    code: 'meta/syntaxis',
    severity: 'error',
    title: { nl: 'De tekst is te lezen', en: 'The text can be read' },
    reason: {
        nl: 'Wat Draaiboek niet kan lezen, kan het niet controleren en niet overnemen in documenten. Elke regel begint met een woord van de taal; teksten staan tussen aanhalingstekens; `{` en `}` horen bij elkaar. Deze melding is niet te negeren.',
        en: 'What Draaiboek cannot read it cannot check nor take over in documents. Each line begins with a word of the language; texts stand in quotes; `{` and `}` belong together. This finding cannot be ignored.',
    },
    messages: {
        // the parser's and the lexer's own words (syntax/error-messages.ts)
        problem: { nl: '{nl}', en: '{en}' },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    aanpak {
        stapp Kennismaking "Kennismaken" { }
        einde Klaar
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    aanpak {
        stap Kennismaking "Kennismaken" { }
        einde Klaar
    }
}
`,
    checkDocument: ({ document }, report) => {
        const { lexerErrors, lexerReport, parserErrors } = document.parseResult;
        for (const { offset, length, message } of lexerErrors) {
            report({ message: 'problem', at: placeAt(document, offset, length), parameters: { ...unpack(message) } });
        }
        for (const { offset, length, message, severity = 'error' } of lexerReport?.diagnostics ?? []) {
            const at = placeAt(document, offset, length);
            report({
                message: 'problem',
                at,
                parameters: { ...unpack(message) },
                severity: severity === 'error' || severity === 'warning' ? severity : 'info',
                // the parser reads the text as if it said so already (syntax/repair.ts), so nothing else changes
                fixes: corrections(message, document.textDocument.getText().slice(offset, offset + length), at, true),
            });
        }
        for (const error of parserErrors) {
            const at = placeOfError(document, error);
            report({
                message: 'problem',
                at,
                parameters: { ...unpack(error.message) },
                fixes: corrections(error.message, error.token.image, at, false),
            });
        }
    },
});

/** The word that a message of the form "`x` – bedoelde u `y`?" offers, as a fix. */
function corrections(message: string, found: string, at: Place, safe: boolean): Fix[] {
    const [, word, near] = /^`([^`]+)` – bedoelde u `([^`]+)`\?$/.exec(unpack(message).nl) ?? [];
    if (word === undefined || near === undefined || word !== found) {
        return [];
    }
    const title = { nl: `Maak er \`${near}\` van`, en: `Make it \`${near}\`` };
    return [{ title, edits: [{ at, newText: near }], safe }];
}

/** Where a parser error is; at the end of the file, or at a token that recovery made up, behind the token before it. */
function placeOfError(document: LangiumDocument, error: IRecognitionException): Place {
    const { token } = error;
    if (isInText(token)) {
        return placeAt(document, token.startOffset, token.image.length);
    }
    const previous = 'previousToken' in error ? (error.previousToken as IToken) : undefined;
    return previous && isInText(previous)
        ? placeAt(document, previous.startOffset, previous.image.length)
        : startOf(document.uri.toString());
}

function isInText(token: IToken): boolean {
    return token.image !== '' && token.isInsertedInRecovery !== true && token.startOffset >= 0;
}
