import type { IToken } from 'chevrotain';
import {
    LangiumParser,
    type AstNode,
    type AstReflection,
    type CstNode,
    type GrammarAST,
    type LangiumCoreServices,
    type LexerResult,
    type ParseResult,
    type ParserOptions,
} from 'langium';
import { linkChildren } from '../names/tree.js';
import { buildRules } from './rule-builder.js';

/** A node that is being read, or the text of a rule that gives one (its type is a symbol then). */
interface OpenNode {
    $type: string | symbol;
    value?: string;
}

type Child = CstNode & { container?: Parent };
type Parent = Child & { content: CstNode[] };

/** The private parts of Langium's parser (4.4, `parser/langium-parser.js`) that are used or replaced here. */
interface Inside {
    readonly astReflection: AstReflection;
    readonly stack: OpenNode[];
    readonly nodeBuilder: {
        buildRootNode(text: string): void;
        construct(node: unknown): void;
        addHiddenNodes(tokens: readonly IToken[]): void;
        createLeafNode(token: IToken, hidden: boolean): Child;
        appendChildren(parent: Parent, children: readonly Child[]): void;
        insertChildren(parent: Parent, index: number, children: readonly Child[]): void;
        readonly current: Parent;
        readonly rootNode: Parent;
        appendChild(parent: Parent, child: Child): void;
    };
    readonly wrapper: {
        subrule(index: number, rule: unknown, options: { readonly ARGS: readonly unknown[] }): unknown;
        wrapSubrule(index: number, rule: unknown): unknown;
        optionInternal: typeof readOption;
    };
    /** what each part of the grammar is assigned to, once that was asked for */
    readonly assignmentMap: ReadonlyMap<GrammarAST.AbstractElement, object>;
    lexerResult: LexerResult | undefined;
    /** how many of the comments have a place in the tree; ours */
    commentsRead: number;
    startImplementation(type: OpenNode['$type'] | undefined, infix: undefined, read: () => void): () => unknown;
    extractHiddenTokens(before: IToken): IToken[];
    getAssignment(part: GrammarAST.AbstractElement): object;
    construct(): unknown;
    assignWithoutOverride(target: Record<string, unknown>, source: object): unknown;
    doParse(rule: unknown): AstNode;
}

/**
 * Langium's parser, with less work and less memory for each node: the defaults of a type are kept, nothing is made anew
 * that is always the same, and the children of a node are told where they stand when it is read.
 */
class LeanParser extends LangiumParser {
    private readonly inside = this as unknown as Inside;

    constructor(services: LangiumCoreServices) {
        super(services);
        const { inside } = this;
        const isRecording = () => this.isRecording();
        keepDefaults(inside, isRecording);
        makeRoomy(inside, isRecording);
        askOnce(inside);
        appendExactly(inside.nodeBuilder);
        placeComments(inside.nodeBuilder);
        inside.assignWithoutOverride = mergeInto;
        inside.wrapper.optionInternal = readOption;
    }

    override parse<T extends AstNode = AstNode>(input: string, options: ParserOptions = {}): ParseResult<T> {
        const { inside } = this;
        const rule = options.rule === undefined ? this.mainRule : this.allRules.get(options.rule);
        if (!rule) {
            throw new Error(`The grammar has no rule ${options.rule ?? 'to begin with'}.`);
        }
        // a text that took more stack than there is leaves what was open
        inside.stack.length = 0;
        inside.nodeBuilder.buildRootNode(input);
        const lexed = this.lexer.tokenize(input);
        inside.lexerResult = lexed;
        inside.commentsRead = 0;
        this.wrapper.input = lexed.tokens;
        const value = inside.doParse(rule);
        inside.nodeBuilder.addHiddenNodes(lexed.hidden.slice(inside.commentsRead));
        inside.lexerResult = undefined;
        return {
            value: value as T,
            lexerErrors: lexed.errors,
            ...(lexed.report && { lexerReport: lexed.report }),
            parserErrors: this.wrapper.errors,
        };
    }
}

/** Makes the parser of the language's grammar. */
export function createLeanParser(services: LangiumCoreServices): LangiumParser {
    const parser = new LeanParser(services);
    buildRules(services.Grammar, parser, services.parser.Lexer.definition);
    parser.finalize();
    // asked several times for each token, and the rules are recorded by now
    parser.isRecording = () => false;
    return parser;
}

/** Lets a node that is read get the empty lists and the flags of its type from a list that is kept for each type. */
function keepDefaults(parser: Inside, isRecording: () => boolean): void {
    const known = new Map<string, readonly (readonly [property: string, value: unknown])[]>();
    const defaultsOf = (type: string) => {
        let defaults = known.get(type);
        if (!defaults) {
            defaults = Object.values(parser.astReflection.getTypeMetaData(type).properties).flatMap((p) =>
                p.defaultValue === undefined ? [] : [[p.name, p.defaultValue] as const],
            );
            known.set(type, defaults);
        }
        return defaults;
    };
    const construct = parser.construct.bind(parser);
    parser.construct = () => {
        const node = parser.stack.at(-1) as Record<string, unknown> | undefined;
        const type = node?.$type;
        if (!node || typeof type !== 'string' || isRecording()) {
            return construct();
        }
        parser.stack.pop();
        parser.nodeBuilder.construct(node);
        for (const [property, value] of defaultsOf(type)) {
            // all lists are empty by default
            node[property] ??= Array.isArray(value) ? [] : value;
        }
        linkChildren(node as unknown as AstNode);
        return node;
    };
}

/** Begins each node with room for what nodes of its type get in the end. */
function makeRoomy(parser: Inside, isRecording: () => boolean): void {
    parser.startImplementation = ($type, _, read) => {
        const Node = typeof $type === 'string' ? nodeType($type) : undefined;
        return () => {
            if ($type === undefined || isRecording()) {
                read();
                return undefined;
            }
            parser.stack.push(Node ? new Node() : ({ $type, value: '', $cstNode: undefined } as OpenNode));
            read();
            return parser.construct();
        };
    };
}

/**
 * What makes the nodes of a type: V8 sees in the first few how many properties such a node gets, and keeps them in the
 * node itself from then on (in-object slack tracking). What is added to an object literal is kept apart, and copied as it grows.
 */
function nodeType($type: string): new () => OpenNode {
    function Node(this: Record<string, unknown>): void {
        this['$type'] = $type;
        this['$cstNode'] = undefined;
        this['$container'] = undefined;
        this['$containerProperty'] = undefined;
        this['$containerIndex'] = undefined;
    }
    Node.prototype = Object.prototype;
    return Node as unknown as new () => OpenNode;
}

const NO_COMMENTS: IToken[] = [];
const NO_ARGUMENTS = { ARGS: [{}] };

/** Leaves out what Langium makes anew, or looks for again, at each token and at each call of a rule. */
function askOnce(parser: Inside): void {
    const { wrapper, assignmentMap } = parser;
    parser.extractHiddenTokens = (before) => {
        const { lexerResult, commentsRead } = parser;
        const comments = lexerResult?.hidden ?? NO_COMMENTS;
        let next = commentsRead;
        while ((comments[next]?.startOffset ?? Infinity) < before.startOffset) {
            next++;
        }
        parser.commentsRead = next;
        return next === commentsRead ? NO_COMMENTS : comments.slice(commentsRead, next);
    };
    const assignment = parser.getAssignment.bind(parser);
    parser.getAssignment = (part) => assignmentMap.get(part) ?? assignment(part);
    wrapper.wrapSubrule = (index, rule) => wrapper.subrule(index, rule, NO_ARGUMENTS);
}

/** The private parts of chevrotain's parser (13.2, `parse/parser/traits/recognizer_engine.js`) that an optional part asks. */
interface Recognizer {
    readonly currRuleLookaheadFuncs: Readonly<Record<number, (this: Recognizer) => boolean>>;
}

/** Where the number of an optional part stands in the key of its lookahead (13.2, `parse/grammar/keys.js`). */
const OPTION_KEY = 2 << 8;

/** Reads an optional part, as chevrotain does for one without a condition: that makes a scope for it at each. */
function readOption(this: Recognizer, { DEF: read }: { readonly DEF: () => void }, index: number): void {
    if (this.currRuleLookaheadFuncs[OPTION_KEY | index]?.call(this) === true) {
        read();
    }
}

/** Most nodes have one piece of text: a list that begins with it takes no room for sixteen more. */
function appendExactly(builder: Inside['nodeBuilder']): void {
    builder.appendChild = (parent, child) => {
        child.container = parent;
        if (parent.content.length === 0) {
            parent.content = [child as CstNode];
        } else {
            parent.content.push(child as CstNode);
        }
    };
}

/** How many comments can be put in at a time, since each of them is handed over as an argument. */
const COMMENTS_AT_A_TIME = 10_000;

/**
 * Puts comments where Langium does: in front of the node that is being read, in the nearest around it that has something.
 * Langium looks for that node from the beginning of a block, at each comment; it is the last one.
 */
function placeComments(builder: Inside['nodeBuilder']): void {
    const place = (comments: readonly Child[]) => {
        if (builder.current.content.length > 0) {
            builder.appendChildren(builder.current, comments);
            return;
        }
        for (let node: Child = builder.current; node.container; node = node.container) {
            const index = node.container.content.lastIndexOf(node);
            if (index > 0) {
                builder.insertChildren(node.container, index, comments);
                return;
            }
        }
        builder.insertChildren(builder.rootNode, 0, comments);
    };
    builder.addHiddenNodes = (tokens) => {
        for (let i = 0; i < tokens.length; i += COMMENTS_AT_A_TIME) {
            place(tokens.slice(i, i + COMMENTS_AT_A_TIME).map((token) => builder.createLeafNode(token, true)));
        }
    };
}

/** Gives a node of a called rule what the calling rule has read already; as Langium's, without a list of all entries. */
function mergeInto(target: Record<string, unknown>, source: object): unknown {
    for (const property in source) {
        const before = (source as Record<string, unknown>)[property];
        const now = target[property];
        if (now === undefined) {
            target[property] = before;
        } else if (Array.isArray(now) && Array.isArray(before)) {
            target[property] = [...(before as unknown[]), ...(now as unknown[])];
        }
    }
    target['$cstNode'] = undefined;
    return target;
}
