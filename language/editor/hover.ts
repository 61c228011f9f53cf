import { GrammarAST, type AstNode, type CstNode, type LangiumDocument } from 'langium';
import type { HoverProvider } from 'langium/lsp';
import type { Hover, HoverParams } from 'vscode-languageserver';
import { FORMS, statementDoc, type StatementDoc } from '../messages/statements.js';
import { wordDoc, WORDS } from '../messages/words.js';
import { isImport, type ProtocolFile } from '../generated/ast.js';
import { importUri } from '../names/imports.js';
import { libraryAt } from '../names/libraries.js';
import { nameOf } from '../names/name-index.js';
import { kindName } from '../messages/kinds.js';
import type { Language } from '../text/bilingual.js';
import { readProse } from '../text/prose-references.js';
import { factsMarkdown } from './hover-facts.js';
import { statementMarkdown, textMarkdown } from './markdown.js';
import type { DraaiboekLspServices } from './lsp-services.js';
import { placeInText } from './place-in-text.js';
import { nameNodeAt } from './references.js';

/** Says what a name stands for, and what a word of the language means where it stands. */
export class DraaiboekHover implements HoverProvider {
    constructor(private readonly services: DraaiboekLspServices) {}

    getHoverContent(document: LangiumDocument, params: HoverParams): Hover | undefined {
        const leaf = nameNodeAt(document, document.textDocument.offsetAt(params.position));
        if (!leaf) {
            return undefined;
        }
        const { language } = this.services.settings.settingsFor(document.uri.toString());
        const [target] = this.services.references.References.findDeclarations(leaf);
        const value = target
            ? elementMarkdown(target, language)
            : (this.importMarkdown(document, leaf, language) ?? this.wordMarkdown(document, leaf, language));
        return value === undefined ? undefined : { contents: { kind: 'markdown', value }, range: leaf.range };
    }

    /** What the file or library behind `gebruik` is, and what it makes known. */
    private importMarkdown(document: LangiumDocument, leaf: CstNode, language: Language): string | undefined {
        const statement = leaf.astNode;
        if (!isImport(statement) || GrammarAST.isKeyword(leaf.grammarSource)) {
            return undefined;
        }
        const uri = importUri(document, statement);
        const used = uri && this.services.shared.workspace.LangiumDocuments.getDocument(uri);
        if (!used) {
            return undefined;
        }
        const library = libraryAt(uri);
        const heads = (used.parseResult.value as ProtocolFile).elements.map((e) => `- ${headMarkdown(e, language)}`);
        return [...(library ? [library.title[language]] : []), heads.join('\n')].join('\n\n');
    }

    private wordMarkdown(document: LangiumDocument, leaf: CstNode, language: Language): string | undefined {
        // units and some tails are terminals: they are words of the language too
        if (!GrammarAST.isKeyword(leaf.grammarSource)) {
            return Object.hasOwn(WORDS, leaf.text) ? wordDoc(leaf.text)?.[language] : undefined;
        }
        if (!/^\p{L}/u.test(leaf.text)) {
            return undefined;
        }
        const text = document.textDocument.getText();
        const place = placeInText(text, leaf.offset, this.services);
        const rest = text.slice(leaf.offset, leaf.offset + 100).replace(/\s+/g, ' ');
        const starts = place?.starters.some(
            ({ element }) => GrammarAST.isKeyword(element) && element.value === leaf.text,
        );
        const doc = (starts && place ? statementDoc(rest, place.block) : undefined) ?? formDoc(rest);
        return doc ? statementMarkdown(doc, language) : wordDoc(rest.replace(/[^\p{L}\s/].*/u, ''))?.[language];
    }
}

/** What an element is: its kind, its name, its title, the text that explains it, what is said of it, and by which sources. */
function elementMarkdown(node: AstNode, language: Language): string {
    const { title, text } = node as { title?: unknown; text?: unknown };
    const lines = [title, text]
        .filter((t) => typeof t === 'string')
        .map((t) => textMarkdown(readProse(t, (name) => name)));
    return [headMarkdown(node, language), ...lines, ...factsMarkdown(node, language)].join('\n\n');
}

function headMarkdown(node: AstNode, language: Language): string {
    const name = nameOf(node) ?? (node as { title?: string }).title ?? '';
    return `${kindName(node.$type)[language]} **${textMarkdown(name)}**`;
}

/** A word inside a statement; forms of more words first. */
function formDoc(text: string): StatementDoc | undefined {
    return FORMS.filter((form) => `${text} `.startsWith(`${form.keyword} `)).sort(
        (a, b) => b.keyword.length - a.keyword.length,
    )[0];
}
