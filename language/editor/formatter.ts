import type { LangiumDocument } from 'langium';
import type { Formatter } from 'langium/lsp';
import type {
    DocumentOnTypeFormattingParams,
    DocumentRangeFormattingParams,
    Range,
    TextEdit,
} from 'vscode-languageserver';
import { formatText } from '../format/format.js';
import { comparePositions } from '../rules/places.js';
import type { DraaiboekLspServices } from './lsp-services.js';
import { whitespaceEdits } from './whitespace-edits.js';

/** Lays a text out as the command `format` does, by changing nothing but the white space that differs. */
export class DraaiboekFormatter implements Formatter {
    constructor(private readonly services: DraaiboekLspServices) {}

    readonly formatOnTypeOptions = { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] };

    formatDocument(document: LangiumDocument): TextEdit[] {
        const text = document.textDocument.getText();
        const { language, wrap } = this.services.settings.settingsFor(document.uri.toString());
        const { text: formatted, refused } = formatText(text, this.services, wrap === undefined ? {} : { wrap });
        if (refused) {
            this.services.shared.lsp.Connection?.console.info(`${document.uri.toString(true)}: ${refused[language]}`);
            return [];
        }
        return whitespaceEdits(text, formatted).map(({ start, end, newText }) => ({
            range: { start: document.textDocument.positionAt(start), end: document.textDocument.positionAt(end) },
            newText,
        }));
    }

    /** Of the changes to the whole those that lie in the range: a line's place follows from the blocks around it. */
    formatDocumentRange(document: LangiumDocument, { range }: DocumentRangeFormattingParams): TextEdit[] {
        // of the line at whose beginning the range ends nothing is in it
        const isBehind = ({ start }: Range) =>
            range.end.character === 0 && comparePositions(start, range.end) === 0 && !isEmpty(range);
        return this.formatDocument(document).filter(
            (edit) =>
                comparePositions(edit.range.start, range.start) >= 0 &&
                comparePositions(edit.range.end, range.end) <= 0 &&
                !isBehind(edit.range),
        );
    }

    /** The line that was just finished: that of a brace, or the one above a new line; its words stay on it. */
    formatDocumentOnType(
        document: LangiumDocument,
        { ch, position }: Pick<DocumentOnTypeFormattingParams, 'ch' | 'position'>,
    ): TextEdit[] {
        const line = ch === '\n' ? position.line - 1 : position.line;
        return this.formatDocument(document).filter(
            ({ range: { start, end }, newText }) => start.line === line && end.line === line && !newText.includes('\n'),
        );
    }
}

function isEmpty({ start, end }: Range): boolean {
    return comparePositions(start, end) === 0;
}
