import type { LangiumDocument } from 'langium';
import type { CodeActionProvider } from 'langium/lsp';
import {
    CodeActionKind,
    type CodeAction,
    type CodeActionParams,
    type Range,
    type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Finding, Fix } from '../rules/finding.js';
import { comparePositions } from '../rules/places.js';
import type { Language } from '../text/bilingual.js';
import { diagnosticOf } from './diagnostics.js';
import { ignoreFinding } from './ignore-finding.js';
import type { DraaiboekLspServices } from './lsp-services.js';

const FIX_ALL = `${CodeActionKind.SourceFixAll}.draaiboek`;
const FIX_ALL_TITLE = { nl: 'Pas alle veilige verbeteringen toe', en: 'Apply all safe fixes' };

/** Offers the fixes of the findings at the cursor, and all safe ones of the file at once. */
export class FindingActions implements CodeActionProvider {
    constructor(private readonly services: DraaiboekLspServices) {}

    getCodeActions(document: LangiumDocument, { range, context }: CodeActionParams): CodeAction[] {
        const { language } = this.services.settings.settingsFor(document.uri.toString());
        const wants = (kind: string) =>
            context.only?.some((k) => k === CodeActionKind.Empty || kind === k || kind.startsWith(`${k}.`)) ??
            kind !== FIX_ALL;
        const findings = this.services.findings.of(document);
        const actions: CodeAction[] = [];
        if (wants(CodeActionKind.QuickFix)) {
            const here = findings.filter((f) => touches(f.at.range, range));
            actions.push(...here.flatMap((f) => quickFixes(f, language)));
            actions.push(
                ...here.map((f) => ignoreFinding(f, document, this.services, language)).filter((a) => a !== undefined),
            );
        }
        if (wants(FIX_ALL)) {
            const fixes = withoutOverlap(findings.flatMap((f) => f.fixes.filter((fix) => fix.safe).slice(0, 1)));
            if (fixes.length > 0) {
                actions.push({ title: FIX_ALL_TITLE[language], kind: FIX_ALL, edit: editOf(fixes) });
            }
        }
        return actions;
    }
}

function quickFixes(finding: Finding, language: Language): CodeAction[] {
    return finding.fixes.map((fix) => ({
        title: fix.title[language],
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf(finding, language)],
        isPreferred: fix.safe && finding.fixes.length === 1,
        edit: editOf([fix]),
    }));
}

function editOf(fixes: readonly Fix[]): WorkspaceEdit {
    const changes: NonNullable<WorkspaceEdit['changes']> = {};
    for (const { at, newText } of fixes.flatMap((fix) => fix.edits)) {
        (changes[at.file] ??= []).push({ range: at.range, newText });
    }
    return { changes };
}

/** Of fixes that change the same piece of text only the first. */
function withoutOverlap(fixes: readonly Fix[]): Fix[] {
    const kept: Fix[] = [];
    for (const fix of fixes) {
        const overlaps = kept.some((k) =>
            k.edits.some((a) => fix.edits.some((b) => a.at.file === b.at.file && touches(a.at.range, b.at.range))),
        );
        if (!overlaps) {
            kept.push(fix);
        }
    }
    return kept;
}

function touches(a: Range, b: Range): boolean {
    return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}
