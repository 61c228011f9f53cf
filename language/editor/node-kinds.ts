import { isAstNode, type AstNode, type AstNodeDescription } from 'langium';
import type { NodeKindProvider } from 'langium/lsp';
import { CompletionItemKind, SymbolKind } from 'vscode-languageserver';

/** The pictures with which an editor tells elements apart. It has those of programming languages only. */
const KINDS: Readonly<Record<string, readonly [SymbolKind, CompletionItemKind]>> = {
    Intervention: [SymbolKind.Class, CompletionItemKind.Class],
    Framework: [SymbolKind.Class, CompletionItemKind.Class],
    Review: [SymbolKind.Class, CompletionItemKind.Class],
    Scenario: [SymbolKind.Class, CompletionItemKind.Class],
    Approach: [SymbolKind.Namespace, CompletionItemKind.Module],
    Phase: [SymbolKind.Namespace, CompletionItemKind.Module],
    Group: [SymbolKind.Namespace, CompletionItemKind.Module],
    Theme: [SymbolKind.Namespace, CompletionItemKind.Module],
    Criterion: [SymbolKind.Namespace, CompletionItemKind.Module],
    Step: [SymbolKind.Method, CompletionItemKind.Method],
    Activity: [SymbolKind.Function, CompletionItemKind.Function],
    Escalation: [SymbolKind.Event, CompletionItemKind.Event],
    End: [SymbolKind.Event, CompletionItemKind.Event],
    Handover: [SymbolKind.Interface, CompletionItemKind.Interface],
    Role: [SymbolKind.Object, CompletionItemKind.Interface],
    Organisation: [SymbolKind.Package, CompletionItemKind.Module],
    Informant: [SymbolKind.Object, CompletionItemKind.Interface],
    TargetGroup: [SymbolKind.Array, CompletionItemKind.Struct],
    Goal: [SymbolKind.Key, CompletionItemKind.Property],
    Subgoal: [SymbolKind.Key, CompletionItemKind.Property],
    Factor: [SymbolKind.Key, CompletionItemKind.Property],
    Indicator: [SymbolKind.Number, CompletionItemKind.Unit],
    FrameworkIndicator: [SymbolKind.Number, CompletionItemKind.Unit],
    Fact: [SymbolKind.Variable, CompletionItemKind.Variable],
    FactValue: [SymbolKind.EnumMember, CompletionItemKind.EnumMember],
    Verdict: [SymbolKind.EnumMember, CompletionItemKind.EnumMember],
    ProtocolDocument: [SymbolKind.File, CompletionItemKind.File],
    Source: [SymbolKind.String, CompletionItemKind.Reference],
    Guideline: [SymbolKind.String, CompletionItemKind.Reference],
    Concept: [SymbolKind.Constant, CompletionItemKind.Constant],
};

export class DraaiboekNodeKinds implements NodeKindProvider {
    getSymbolKind(node: AstNode | AstNodeDescription): SymbolKind {
        return KINDS[typeOf(node)]?.[0] ?? SymbolKind.Property;
    }

    getCompletionItemKind(node: AstNode | AstNodeDescription): CompletionItemKind {
        return KINDS[typeOf(node)]?.[1] ?? CompletionItemKind.Reference;
    }
}

function typeOf(node: AstNode | AstNodeDescription): string {
    return isAstNode(node) ? node.$type : node.type;
}
