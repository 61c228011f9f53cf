import type { IRecognitionException, IToken } from 'chevrotain';
import { SILENT } from '../../../syntax/wording.js';
import { unpack } from '../../../text/bilingual.js';
import { defineDocumentRule } from '../../document-rule.js';
import type { Severity } from '../../finding.js';
import { placeAt } from '../../places.js';
import { MOST_TOLD } from '../../told.js';
import { mendsOf } from './syntaxis-mends.js';

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
        more: {
            nl: 'Vanaf hier zijn er nog {count} plaatsen die niet te lezen zijn. Herstel eerst wat hierboven staat.',
            en: 'From here there are {count} more places that cannot be read. First mend what stands above.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    aanpak {
        stapp Kennismaking "Kennismaken" { door onbekend }
        einde Klaar
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    aanpak {
        stap Kennismaking "Kennismaken" { door onbekend }
        einde Klaar
    }
}
`,
    checkDocument: ({ document }, report) => {
        const { lexerErrors, lexerReport, parserErrors } = document.parseResult;
        const text = document.textDocument.getText();
        const problems: Problem[] = [
            ...lexerErrors.map(({ offset, length, message }) => ({
                offset,
                length,
                message,
                found: text.slice(offset, offset + length),
            })),
            ...(lexerReport?.diagnostics ?? []).map(({ offset, length, message, severity = 'error' }) => ({
                offset,
                length,
                message,
                severity: severity === 'error' || severity === 'warning' ? severity : ('info' as const),
                // the parser reads the text as if it said so already (syntax/repair.ts), so nothing else changes
                found: text.slice(offset, offset + length),
                safe: true,
            })),
            ...parserErrors
                .filter(({ message }) => message !== SILENT)
                .map((error) => ({
                    ...placeOfError(error),
                    message: error.message,
                    found: error.token.image,
                })),
        ];
        // what can be mended by itself is told all the same: then it is no longer there the next time
        const mendable = problems.filter((problem) => problem.safe && isMisspelt(problem.message));
        const others = problems.length > mendable.length + MOST_TOLD ? withoutMendable(problems, mendable) : [];
        const told = others.length > 0 ? [...mendable, ...others.slice(0, MOST_TOLD)] : problems;
        for (const { offset, length, message, severity = 'error', found, safe = false } of told) {
            const at = placeAt(document, offset, length);
            const fixes = mendsOf(unpack(message).nl, { document, offset, length, found, safe });
            report({ message: 'problem', at, parameters: { ...unpack(message) }, severity, fixes });
        }
        const next = others[MOST_TOLD];
        if (next) {
            const at = placeAt(document, next.offset, next.length);
            report({ message: 'more', at, parameters: { count: others.length - MOST_TOLD } });
        }
    },
});

interface Problem {
    readonly offset: number;
    readonly length: number;
    readonly message: string;
    readonly severity?: Severity;
    /** the text that the message is about */
    readonly found: string;
    /** whether a correction changes nothing else */
    readonly safe?: boolean;
}

function withoutMendable(problems: readonly Problem[], mendable: readonly Problem[]): Problem[] {
    const left = new Set(mendable);
    return problems.filter((problem) => !left.has(problem)).sort((a, b) => a.offset - b.offset);
}

/** Whether a message says which word of the language was meant. */
function isMisspelt(message: string): boolean {
    return / – bedoelde u `[^`]+`\?$/.test(unpack(message).nl);
}

/** Where a parser error is; at the end of the file, or at a token that recovery made up, at the token before it. */
function placeOfError(error: IRecognitionException): Pick<Problem, 'offset' | 'length'> {
    const { token } = error;
    const previous = 'previousToken' in error ? (error.previousToken as IToken) : undefined;
    const at = isInText(token) ? token : previous && isInText(previous) ? previous : undefined;
    return at ? { offset: at.startOffset, length: at.image.length } : { offset: 0, length: 0 };
}

function isInText(token: IToken): boolean {
    return token.image !== '' && token.isInsertedInRecovery !== true && token.startOffset >= 0;
}
