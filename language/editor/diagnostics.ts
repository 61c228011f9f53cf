import {
    Cancellation,
    interruptAndCheck,
    type DocumentValidator,
    type LangiumDocument,
    type ValidationOptions,
} from 'langium';
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver';
import { forgetProofs } from '../analysis/proofs.js';
import type { ProtocolFile } from '../generated/ast.js';
import { libraryAt } from '../names/libraries.js';
import { findingsOf } from '../rules/check.js';
import type { Finding, Severity } from '../rules/finding.js';
import type { Language } from '../text/bilingual.js';
import type { DraaiboekLspServices } from './lsp-services.js';
import { rulePageUri } from './rule-pages.js';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
    error: DiagnosticSeverity.Error,
    warning: DiagnosticSeverity.Warning,
    info: DiagnosticSeverity.Information,
};
/**
 * Rules whose findings say that something could as well be left out, which editors show paler, or no longer holds, which
 * they strike out. Where a rule only says that it cannot tell, as information, neither is so.
 */
const TAGS: Readonly<Record<string, DiagnosticTag>> = {
    'meta/ongebruikt': DiagnosticTag.Unnecessary,
    'stroom/onbereikbaar': DiagnosticTag.Unnecessary,
    'keuze/nooit': DiagnosticTag.Unnecessary,
    'erkenning/verlopen': DiagnosticTag.Deprecated,
};

/** What was found in each document when it was last checked: quick fixes are taken from it. */
export class FindingsCache {
    private readonly byDocument = new WeakMap<LangiumDocument, readonly Finding[]>();

    /** Keeps findings without their data: an editor shows none, and it holds on to all that it was worked out from. */
    set(document: LangiumDocument, findings: readonly Finding[]): void {
        this.byDocument.set(
            document,
            findings.map(({ data: _, ...finding }) => finding),
        );
    }

    of(document: LangiumDocument): readonly Finding[] {
        return this.byDocument.get(document) ?? [];
    }
}

/** Checks a document with the rules of the catalogue; Langium's own validation is not used at all. */
export class FindingDiagnostics implements DocumentValidator {
    constructor(private readonly services: DraaiboekLspServices) {}

    async validateDocument(
        document: LangiumDocument,
        _options?: ValidationOptions,
        cancelToken = Cancellation.CancellationToken.None,
    ): Promise<Diagnostic[]> {
        const { workspaceSettings, settings, findings } = this.services;
        await workspaceSettings.load(document.uri);
        await this.services.sourceTexts.load(document);
        await interruptAndCheck(cancelToken);
        const found = this.isShown(document)
            ? findingsOf(document as LangiumDocument<ProtocolFile>, this.services)
            : [];
        findings.set(document, found);
        this.forgetWhatIsClosed(document);
        const { language } = settings.settingsFor(document.uri.toString());
        return found.map((finding) => diagnosticOf(finding, language, this.services.client.readsTexts));
    }

    /**
     * The model of a file, and what is proved of it, is asked again while somebody works in it or in what uses it; of all
     * files together it is much memory.
     */
    private forgetWhatIsClosed(document: LangiumDocument): void {
        const { models, shared } = this.services;
        if (shared.workspace.TextDocuments.get(document.uri) === undefined) {
            models.of(document as LangiumDocument<ProtocolFile>).interventions.forEach(forgetProofs);
            models.forget(document);
        }
    }

    /**
     * A file that is neither open nor in the workspace was read because another uses it: it is not the user's business.
     * Nor is a built-in library, which nobody can mend.
     */
    private isShown({ uri }: LangiumDocument): boolean {
        const { TextDocuments } = this.services.shared.workspace;
        const isTheirs = TextDocuments.get(uri) !== undefined || this.services.workspaceSettings.isInWorkspace(uri);
        return isTheirs && !libraryAt(uri);
    }
}

/** A finding as editors know it. @param hasPage whether its code is a link to the page of its rule */
export function diagnosticOf(finding: Finding, language: Language, hasPage = false): Diagnostic {
    const tag = finding.severity === 'info' && finding.code !== 'meta/ongebruikt' ? undefined : TAGS[finding.code];
    return {
        source: 'draaiboek',
        code: finding.code,
        ...(hasPage ? { codeDescription: { href: rulePageUri(finding.code, language) } } : {}),
        severity: SEVERITIES[finding.severity],
        message: finding.message[language],
        range: finding.at.range,
        relatedInformation: finding.related.map(({ message, at }) => ({
            message: message[language],
            location: { uri: at.file, range: at.range },
        })),
        ...(tag === undefined ? {} : { tags: [tag] }),
    };
}
