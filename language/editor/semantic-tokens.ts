import { AstUtils, isReference, type AstNode, type LangiumDocument } from 'langium';
import { AbstractSemanticTokenProvider, type SemanticTokenAcceptor } from 'langium/lsp';
import { SemanticTokenModifiers, SemanticTokenTypes } from 'vscode-languageserver';
import { forEachReference } from '../names/tree.js';
import { nameOf } from '../names/name-index.js';
import { namesInProse } from '../names/prose-references.js';

/** In which colour an editor shows the name of an element, where it is given and where it is used. */
const TYPES: Readonly<Record<string, SemanticTokenTypes>> = {
    Intervention: SemanticTokenTypes.class,
    Framework: SemanticTokenTypes.class,
    Review: SemanticTokenTypes.class,
    Phase: SemanticTokenTypes.namespace,
    Group: SemanticTokenTypes.namespace,
    Theme: SemanticTokenTypes.namespace,
    Criterion: SemanticTokenTypes.namespace,
    Step: SemanticTokenTypes.function,
    Escalation: SemanticTokenTypes.event,
    End: SemanticTokenTypes.event,
    Handover: SemanticTokenTypes.interface,
    Role: SemanticTokenTypes.type,
    Organisation: SemanticTokenTypes.struct,
    Goal: SemanticTokenTypes.property,
    Subgoal: SemanticTokenTypes.property,
    Factor: SemanticTokenTypes.property,
    Indicator: SemanticTokenTypes.number,
    FrameworkIndicator: SemanticTokenTypes.number,
    Fact: SemanticTokenTypes.variable,
    FactValue: SemanticTokenTypes.enumMember,
    Verdict: SemanticTokenTypes.enumMember,
    ProtocolDocument: SemanticTokenTypes.parameter,
    Source: SemanticTokenTypes.decorator,
    Guideline: SemanticTokenTypes.decorator,
    Concept: SemanticTokenTypes.macro,
};

/** Colours names by what they stand for, which a TextMate grammar cannot know. */
export class NamesInColour extends AbstractSemanticTokenProvider {
    protected override highlightElement(node: AstNode, acceptor: SemanticTokenAcceptor): void {
        const own = nameOf(node) === undefined ? undefined : TYPES[node.$type];
        if (own !== undefined) {
            acceptor({ node, property: 'name', type: own, modifier: SemanticTokenModifiers.declaration });
        }
        forEachReference(node, ({ reference }) => {
            // those of several elements stand for none in particular
            const type = isReference(reference) ? TYPES[reference.ref?.$type ?? ''] : undefined;
            if (type !== undefined && reference.$refNode) {
                acceptor({ cst: reference.$refNode, type });
            }
        });
        if (node.$container === undefined) {
            this.highlightProse(AstUtils.getDocument(node), acceptor);
        }
    }

    /** The names in running text, which no node of the tree holds. */
    private highlightProse(document: LangiumDocument, acceptor: SemanticTokenAcceptor): void {
        for (const { $cstNode: cst, element } of namesInProse(document).references) {
            const type = TYPES[element.ref?.$type ?? ''];
            if (cst && type !== undefined) {
                acceptor({ cst, type });
            }
        }
    }
}
