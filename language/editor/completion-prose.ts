import { AstUtils, type AstNode, type AstNodeDescription, type LangiumDocument } from 'langium';
import { TextEdit, type CompletionItem, type Position } from 'vscode-languageserver';
import { isIntervention, ProseReference } from '../generated/ast.js';
import { kindName } from '../messages/kinds.js';
import { homeOf } from '../names/name-index.js';
import type { DraaiboekLspServices } from './lsp-services.js';
import { containerAt, placeInText } from './place-in-text.js';

/** What texts mostly name comes first: what is done and by whom, then what it is about. */
const ORDER = [
    'Step', 'Role', 'Handover', 'ProtocolDocument', 'Phase', 'Group', 'Escalation', 'End', 'Goal', 'Subgoal', 'Concept',
    'Fact', 'TargetGroup', 'Indicator', 'Organisation',
]; // prettier-ignore

/**
 * What may be named behind `[[` in a text: all elements that are seen from there, the nearest first, with their titles.
 *
 * @returns undefined where the cursor is not behind such brackets
 */
export function namesForProse(
    document: LangiumDocument,
    position: Position,
    services: DraaiboekLspServices,
): CompletionItem[] | undefined {
    const { textDocument } = document;
    const { line, character } = position;
    const text = textDocument.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
    const typed = /(?<!\\)\[\[[ \t]*(?<name>[^[\]\r\n]*)$/.exec(text.slice(0, character))?.groups?.['name'];
    if (typed === undefined) {
        return undefined;
    }
    const from = textDocument.offsetAt(position) - typed.length;
    const container = holderOf(document, from, services);
    if (!container) {
        return [];
    }
    const rest = /^[^[\]\r\n"“”„ ]*(?<closing>\]\])?/.exec(text.slice(character));
    const closing = rest?.groups?.['closing'] ?? '';
    const end = character + (rest?.[0] ?? '').length - closing.length;
    const range = { start: { line, character: character - typed.length }, end: { line, character: end } };
    const { language } = services.settings.settingsFor(document.uri.toString());
    const scope = services.references.ScopeProvider.getScope({
        reference: { $refText: '', ref: undefined },
        container: { $type: ProseReference.$type, $container: container } as AstNode,
        property: 'element',
    });
    return scope
        .getAllElements()
        .map((description): CompletionItem => {
            const { name, type, node } = description;
            const title = (node as { title?: unknown } | undefined)?.title;
            return {
                label: name,
                kind: services.shared.lsp.NodeKindProvider.getCompletionItemKind(description),
                detail: kindName(type)[language],
                // who knows the title only finds the name by it
                ...(typeof title === 'string'
                    ? { labelDetails: { description: title }, filterText: `${name} ${title}` }
                    : {}),
                sortText: `${closeness(description, container)}${rankOf(type)}${name}`,
                textEdit: TextEdit.replace(range, closing === '' ? `${name}]]` : name),
            };
        })
        .toArray();
}

/** How far away an element is: in the same interventie, in the same file, or elsewhere. */
export function closeness({ node }: AstNodeDescription, from: AstNode): '1' | '2' | '3' {
    if (!node || AstUtils.getDocument(node) !== AstUtils.getDocument(from)) {
        return '3';
    }
    const home = isIntervention(from) ? from : homeOf(from);
    return homeOf(node) === home && isIntervention(home) ? '1' : '2';
}

function rankOf(type: string): string {
    const index = ORDER.indexOf(type);
    return String.fromCharCode(0x61 + (index < 0 ? ORDER.length : index));
}

/** The element in whose block a text stands that an offset is in; undefined where no running text is. */
function holderOf(document: LangiumDocument, offset: number, services: DraaiboekLspServices): AstNode | undefined {
    const text = document.textDocument.getText();
    const token = services.parser.Lexer.tokenize(text).tokens.find(
        ({ startOffset, image, tokenType }) =>
            /^(STRING|OPEN_STRING|BLOCK_TEXT)$/.test(tokenType.name) &&
            startOffset < offset &&
            offset <= startOffset + image.length,
    );
    const place = token && placeInText(text, token.startOffset, services);
    // behind `volgens` stands a quotation, which is literal
    const isQuotation = /\bvolgens \S+( op \S+)?$/.test(place?.statement.map(wordOf).join(' ') ?? '');
    return place && !isQuotation ? containerAt(document.parseResult.value, place) : undefined;
}

function wordOf({ image }: { readonly image: string }): string {
    return image.replace(/\s+/g, '');
}
