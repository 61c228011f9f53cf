import { AstUtils, GrammarAST, type AstNode, type LangiumDocument } from 'langium';
import type { CompletionProvider, CompletionProviderOptions, NodeKindProvider } from 'langium/lsp';
import {
    CompletionItemKind,
    InsertReplaceEdit,
    InsertTextFormat,
    TextEdit,
    type CompletionItem,
    type CompletionList,
    type CompletionParams,
    type Range,
} from 'vscode-languageserver';
import { FORMS, statementDoc, type StatementDoc } from '../messages/statements.js';
import { kindName } from '../messages/kinds.js';
import { wordDoc } from '../messages/words.js';
import { HARD_WORDS } from '../syntax/tokens.js';
import { toName } from '../syntax/values.js';
import type { Language } from '../text/bilingual.js';
import { importPaths } from './completion-imports.js';
import { closeness, namesForProse } from './completion-prose.js';
import { missingStatements, skeletonItems } from './completion-skeletons.js';
import { SNIPPETS } from './completion-snippets.js';
import { knownValues } from './completion-values.js';
import { Expectations, ruleOf, type Expectation } from './expectations.js';
import type { DraaiboekLspServices } from './lsp-services.js';
import { statementMarkdown } from './markdown.js';
import { containerAt, placeInText, type PlaceInText } from './place-in-text.js';

/** What may be written at the cursor: the words of the language that fit there, and the names that are seen from there. */
export class DraaiboekCompletion implements CompletionProvider {
    readonly completionOptions: CompletionProviderOptions = { triggerCharacters: [' ', '"', '['] };
    private readonly kinds: NodeKindProvider;
    private insertReplace = false;
    private snippets = false;

    constructor(private readonly services: DraaiboekLspServices) {
        this.kinds = services.shared.lsp.NodeKindProvider;
        services.shared.lsp.LanguageServer.onInitialize(({ capabilities }) => {
            this.insertReplace = capabilities.textDocument?.completion?.completionItem?.insertReplaceSupport === true;
            this.snippets = capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
        });
    }

    getCompletion(document: LangiumDocument, params: CompletionParams): CompletionList {
        const paths = importPaths(document, params.position, this.services);
        const trigger = params.context?.triggerCharacter;
        const inPlace = paths ?? namesForProse(document, params.position, this.services);
        if (inPlace || trigger === '"' || trigger === '[') {
            return { isIncomplete: false, items: inPlace ?? [] };
        }
        const text = document.textDocument.getText();
        const offset = document.textDocument.offsetAt(params.position);
        const place = placeInText(text, offset, this.services);
        if (!place) {
            return { isIncomplete: false, items: [] };
        }
        const at = (o: number) => document.textDocument.positionAt(o);
        const query: Query = {
            place,
            container: containerAt(document.parseResult.value, place),
            language: this.services.settings.settingsFor(document.uri.toString()).language,
            insert: { start: at(place.from), end: params.position },
            replace: { start: at(place.from), end: at(place.to) },
        };
        // a space in the middle of a statement asks for names and values only: the words come when one is begun
        const known = trigger === ' ' && place.startsLikely ? [] : [...this.names(query), ...this.values(query)];
        const items = trigger === ' ' ? known : [...known, ...this.skeletons(query), ...this.words(query)];
        return { isIncomplete: false, items };
    }

    private words(query: Query): CompletionItem[] {
        const { place } = query;
        const walker = new Expectations(this.services.Grammar, this.services.parser.Lexer.definition);
        const missing = missingStatements(place.block, statementsIn(query.container));
        const items = new Map<string, CompletionItem>();
        const add = (
            expectations: readonly Expectation[],
            rank: string,
            docOf: (phrase: string) => StatementDoc | undefined,
            begins: boolean,
        ) => {
            for (const expectation of expectations) {
                const { phrase, next } = this.phrase(expectation, walker);
                if (phrase === undefined) {
                    continue;
                }
                // of a word that begins several statements, those of more words besides: `begint bij`
                const longer = next.map((e) => `${phrase} ${this.word(e) ?? ''}`);
                for (const whole of [phrase, ...longer.filter((words) => docOf(words)?.keyword === words)]) {
                    if (!items.has(whole)) {
                        const index = rank === '2' ? missing.get(whole) : undefined;
                        const order = index === undefined ? `${rank}b` : `1b${String(index).padStart(2, '0')}`;
                        const snippet = begins && this.snippets ? SNIPPETS[`${place.block} ${whole}`] : undefined;
                        items.set(whole, {
                            ...this.wordItem(whole, order, docOf(whole), query),
                            ...this.written(snippet, query),
                        });
                    }
                }
            }
        };
        const starters = () => {
            add(
                place.starters,
                place.startsLikely ? '2' : '3',
                (phrase) => statementDoc(phrase, place.block),
                place.startsLikely,
            );
        };
        const continuations = () => {
            add(place.continuations, place.startsLikely ? '3' : '1', formDoc, false);
        };
        (place.startsLikely ? [starters, continuations] : [continuations, starters]).forEach((run) => {
            run();
        });
        return [...items.values()];
    }

    /**
     * A word of the language with those that must follow it: `werkt aan`; undefined where no word is expected. With what
     * may come next, besides how firm it is.
     */
    private phrase(
        expectation: Expectation,
        walker: Expectations,
    ): { readonly phrase: string | undefined; readonly next: readonly Expectation[] } {
        let phrase = this.word(expectation);
        let current = [expectation];
        let coming: readonly Expectation[] = [];
        while (phrase !== undefined) {
            current = walker.following(current);
            // how firm it is may be said in between, and need not
            const isBetween = (e: Expectation) => isModality(e) && !isModality(expectation);
            coming = current.filter((e) => !isBetween(e));
            const [next, ...others] = coming;
            if (!next || others.length > 0) {
                break;
            }
            const slash = GrammarAST.isKeyword(next.element) && next.element.value === '/';
            const word = slash ? '/' : this.word(next);
            if (word === undefined) {
                break;
            }
            phrase += slash || phrase.endsWith('/') ? word : ` ${word}`;
        }
        return { phrase, next: coming };
    }

    private word({ element }: Expectation): string | undefined {
        // tails such as TAIL_BINNEN are terminals that are called what is written (syntax/tokens.ts)
        const name = GrammarAST.isKeyword(element)
            ? element.value
            : GrammarAST.isRuleCall(element)
              ? element.rule.$refText
              : '';
        const label = this.services.parser.Lexer.definition[name]?.LABEL ?? name;
        return /^[a-zà-ÿ]/.test(label) ? label : undefined;
    }

    /** Whole statements with their blocks, where one may begin. */
    private skeletons(query: Query): CompletionItem[] {
        const starters = query.place.startsLikely ? query.place.starters : [];
        const keywords = new Set(starters.flatMap((e) => this.word(e) ?? []));
        return skeletonItems(keywords, query.language, this.snippets).map(({ newText, ...item }) => ({
            ...item,
            textEdit: this.edit(newText, query),
        }));
    }

    private values(query: Query): CompletionItem[] {
        return knownValues(query.place, query.container).map((value, index) => ({
            label: value,
            kind: CompletionItemKind.Value,
            sortText: `1a${String(index).padStart(2, '0')}`,
            textEdit: this.edit(value, query),
        }));
    }

    private wordItem(phrase: string, order: string, doc: StatementDoc | undefined, query: Query): CompletionItem {
        const short = doc?.summary ?? wordDoc(phrase);
        return {
            label: phrase,
            kind: CompletionItemKind.Keyword,
            sortText: order,
            ...(short ? { detail: firstSentence(short[query.language]) } : {}),
            ...(doc ? { documentation: { kind: 'markdown', value: statementMarkdown(doc, query.language) } } : {}),
            textEdit: this.edit(phrase, query),
        };
    }

    /** The rest of a statement with its first words, for a client that goes through what is to be filled in. */
    private written(snippet: string | undefined, query: Query): Partial<CompletionItem> {
        return snippet === undefined
            ? {}
            : { insertTextFormat: InsertTextFormat.Snippet, textEdit: this.edit(snippet, query) };
    }

    private names(query: Query): CompletionItem[] {
        const { place } = query;
        const items = new Map<string, CompletionItem>();
        for (const expectation of [...place.continuations, ...place.starters]) {
            const { element, callers } = expectation;
            const property = AstUtils.getContainerOfType(element, GrammarAST.isAssignment)?.feature;
            const type = ownerType(expectation);
            if (!GrammarAST.isCrossReference(element) || property === undefined || type === undefined) {
                continue;
            }
            const container = { $type: type, $container: query.container } as AstNode;
            if (property === 'value') {
                Object.assign(container, { fact: { ref: this.factBefore(query) } });
            }
            const scope = this.services.references.ScopeProvider.getScope({
                reference: { $refText: '', ref: undefined },
                container,
                property,
            });
            for (const description of scope.getAllElements()) {
                const key = `${description.name} ${description.type}`;
                if (!items.has(key)) {
                    const title = (description.node as { title?: unknown } | undefined)?.title;
                    items.set(key, {
                        label: description.name,
                        kind: this.kinds.getCompletionItemKind(description),
                        detail: kindName(description.type)[query.language],
                        ...(typeof title === 'string' ? { labelDetails: { description: title } } : {}),
                        sortText: `${callers === undefined ? '2a' : '1a'}${closeness(description, query.container)}`,
                        textEdit: this.edit(
                            HARD_WORDS.has(description.name) ? `^${description.name}` : description.name,
                            query,
                        ),
                    });
                }
            }
        }
        return [...items.values()];
    }

    /** The fact of which a value is asked for: in `als situatie is` the name before `is`. */
    private factBefore({ place, container }: Query): AstNode | undefined {
        const words = place.statement.map((t) => t.image);
        const name = words[words.lastIndexOf('is') - 1];
        return name === undefined
            ? undefined
            : this.services.references.ScopeProvider.getScope({
                  reference: { $refText: name, ref: undefined },
                  container: { $type: 'Comparison', $container: container } as AstNode,
                  property: 'fact',
              }).getElement(toName(name))?.node;
    }

    private edit(newText: string, { insert, replace }: Query): TextEdit | InsertReplaceEdit {
        return this.insertReplace
            ? InsertReplaceEdit.create(newText, insert, replace)
            : TextEdit.replace(insert, newText);
    }
}

interface Query {
    readonly place: PlaceInText;
    /** the element in whose block the cursor is */
    readonly container: AstNode;
    readonly language: Language;
    readonly insert: Range;
    readonly replace: Range;
}

/** What a block has already, each statement as it is written. */
function statementsIn(container: AstNode): string[] {
    const { statements = [] } = container as { readonly statements?: readonly AstNode[] };
    return statements.flatMap(({ $cstNode }) => $cstNode?.text ?? []);
}

function firstSentence(text: string): string {
    return /^.*?[.;:](?=\s|$)/.exec(text)?.[0].replace(/[.;:]$/, '') ?? text;
}

/** The type of the node that holds what is expected: of the action before it (`{Comparison}`), or of its rule. */
function ownerType({ element }: Expectation): string | undefined {
    for (let node: GrammarAST.AbstractElement | undefined = element; node;) {
        const action = GrammarAST.isGroup(node) ? node.elements.find(GrammarAST.isAction) : undefined;
        if (action) {
            return action.type?.ref?.name ?? action.inferredType?.name;
        }
        node = GrammarAST.isAbstractElement(node.$container) ? node.$container : undefined;
    }
    return ruleOf(element)?.returnType?.ref?.name;
}

function isModality({ element }: Expectation): boolean {
    return ruleOf(element)?.name === 'Modality';
}

function formDoc(phrase: string): StatementDoc | undefined {
    return FORMS.find((form) => form.keyword === phrase) ?? FORMS.find((form) => form.keyword.startsWith(`${phrase} `));
}
