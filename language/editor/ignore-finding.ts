import type { LangiumDocument } from 'langium';
import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import type { Finding } from '../rules/finding.js';
import { onderdrukking } from '../rules/catalogue/meta/onderdrukking.js';
import { NOT_CONFIGURABLE } from '../settings/fields.js';
import type { Language } from '../text/bilingual.js';
import { diagnosticOf } from './diagnostics.js';
import type { DraaiboekLspServices } from './lsp-services.js';

/**
 * Writes the comment that ignores a finding above its line. The reason is left for the writer to give: without one the
 * comment is reported itself, with how to write it.
 *
 * @returns undefined where the finding cannot be ignored, or no comment can stand above its line
 */
export function ignoreFinding(
    finding: Finding,
    document: LangiumDocument,
    services: DraaiboekLspServices,
    language: Language,
): CodeAction | undefined {
    const { line } = finding.at.range.start;
    const start = { line, character: 0 };
    const lineText = document.textDocument.getText({ start, end: { line: line + 1, character: 0 } });
    if (
        NOT_CONFIGURABLE.has(finding.code) ||
        finding.code === onderdrukking.code ||
        isInText(document, start, services)
    ) {
        return undefined;
    }
    const indent = /^[ \t]*/.exec(lineText)?.[0] ?? '';
    const eol = /\r?\n$/.exec(lineText)?.[0] ?? '\n';
    const newText = `${indent}// draaiboek: negeer ${finding.code} –${eol}`;
    const title = {
        nl: `Negeer \`${finding.code}\` hier (geef daarna de reden)`,
        en: `Ignore \`${finding.code}\` here (then give the reason)`,
    };
    return {
        title: title[language],
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf(finding, language)],
        edit: { changes: { [finding.at.file]: [{ range: { start, end: start }, newText }] } },
    };
}

/** Whether a line begins within a text of more lines. */
function isInText(
    document: LangiumDocument,
    start: { line: number; character: number },
    services: DraaiboekLspServices,
): boolean {
    const offset = document.textDocument.offsetAt(start);
    const { tokens, hidden } = services.parser.Lexer.tokenize(document.textDocument.getText());
    return [...tokens, ...hidden].some((t) => t.startOffset < offset && offset <= (t.endOffset ?? t.startOffset));
}
