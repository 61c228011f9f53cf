import { AstUtils, GrammarUtils, type CstNode, type LangiumDocument, type LangiumDocuments } from 'langium';
import type { DocumentLinkProvider } from 'langium/lsp';
import type { DocumentLink, Range } from 'vscode-languageserver';
import { isProperty, isTextValue, type Guideline, type ProtocolFile, type Source } from '../generated/ast.js';
import { isWebAddress } from '../generate/document/prose.js';
import { importUri } from '../names/imports.js';
import { filesOf, ownSources, type SourceTexts } from '../names/source-texts.js';
import type { DraaiboekLspServices } from './lsp-services.js';

/** Makes the path behind `gebruik` a link to the file, and what a source names with `verwijzing` and `bestand` one to that. */
export class ImportLinks implements DocumentLinkProvider {
    private readonly documents: LangiumDocuments;

    private readonly texts: () => SourceTexts;

    constructor(services: DraaiboekLspServices) {
        this.documents = services.shared.workspace.LangiumDocuments;
        this.texts = () => services.sourceTexts;
    }

    getDocumentLinks(document: LangiumDocument): DocumentLink[] {
        const imports = (document.parseResult.value as ProtocolFile).imports.flatMap((statement) => {
            const uri = importUri(document, statement);
            const path = GrammarUtils.findNodeForProperty(statement.$cstNode, 'path');
            return uri && path && this.documents.hasDocument(uri)
                ? [{ range: path.range, target: uri.toString() }]
                : [];
        });
        return [...imports, ...ownSources(document).flatMap((source) => this.linksOf(source))];
    }

    /** Where a source can be read: its addresses on the web, and the files with its text that are there. */
    private linksOf(source: Source | Guideline): DocumentLink[] {
        const addresses = source.statements.flatMap((statement) =>
            isProperty(statement) && statement.kind === 'verwijzing' ? statement.values.filter(isTextValue) : [],
        );
        const files = filesOf(source).filter(({ uri }) => this.texts().of(uri) !== undefined);
        return [
            ...addresses.flatMap(({ $cstNode }) => ($cstNode ? addressesIn($cstNode) : [])),
            ...files.flatMap(({ uri, node }) => {
                const value = GrammarUtils.findNodeForProperty(node.$cstNode, 'values');
                return uri && value ? [{ range: inQuotes(value.range), target: uri.toString() }] : [];
            }),
        ];
    }
}

/** The addresses on the web in a text, without the mark that ends the sentence behind one. */
function addressesIn({ text, offset, root }: CstNode): DocumentLink[] {
    const { textDocument } = AstUtils.getDocument(root.astNode);
    return [...text.matchAll(/https?:\/\/[^\s<>"'`\\“”„]+/gi)].flatMap(({ 0: found, index }) => {
        const target = found.replace(/[.,;:!?]+$/, '').replace(/^([^(]*)\)+$/, '$1');
        const at = (o: number) => textDocument.positionAt(offset + o);
        return isWebAddress(target) ? [{ range: { start: at(index), end: at(index + target.length) }, target }] : [];
    });
}

/** A text on one line without its quotation marks. */
function inQuotes({ start, end }: Range): Range {
    return {
        start: { line: start.line, character: start.character + 1 },
        end: { line: end.line, character: end.character - 1 },
    };
}
