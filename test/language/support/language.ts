import { isReference, URI, UriUtils, type AstNode, type LangiumDocument } from 'langium';
import { createDraaiboekServices, type DraaiboekServices } from '../../../language/draaiboek-module.js';
import type { ProtocolFile } from '../../../language/generated/ast.js';
import type { FileModel, Protocol } from '../../../language/model/protocol.js';
import { syntaxis } from '../../../language/rules/catalogue/meta/syntaxis.js';
import { findingsBy } from '../../../language/rules/check.js';
import { modelOf, parseText } from '../../../language/workspace.js';
import { pieceAt } from './places.js';

/** Other files, by name; a text may name them with `gebruik`. */
export type Files = Readonly<Record<string, string>>;

let folders = 0;
let shared: DraaiboekServices | undefined;

/** The services of the language; the same for all tests of a file that do not change documents. */
export function services(): DraaiboekServices {
    shared ??= createDraaiboekServices().Draaiboek;
    return shared;
}

/** The syntax tree of a text, whether it has errors or not, and how many it has. */
export function read(text: string): { root: ProtocolFile; errors: number; messages: string[] } {
    const { value, lexerErrors, lexerReport, parserErrors } = services().parser.LangiumParser.parse<ProtocolFile>(text);
    const messages = [...lexerErrors, ...(lexerReport?.diagnostics ?? []), ...parserErrors].map((e) => e.message);
    return { root: value, errors: messages.length, messages };
}

/** The syntax tree of a text that must have no errors. */
export function parseClean(text: string): ProtocolFile {
    const { root, messages } = read(text);
    if (messages.length > 0) {
        throw new Error(`This text should have no errors:\n${text}\n${messages.join('\n')}`);
    }
    return root;
}

/** What someone is told about a text that cannot be read: the line from 1, the piece pointed at, and the message. */
export interface SyntaxError {
    readonly line: number;
    readonly at: string;
    readonly nl: string;
    readonly en: string;
}

let forOne: DraaiboekServices | undefined;

/** Services for one text at a time, each in the place of the one before: for that, all texts of the services are looked at. */
export function servicesForOne(): DraaiboekServices {
    forOne ??= createDraaiboekServices().Draaiboek;
    return forOne;
}

/** What someone is told about a text that cannot be read, in the order of the text. */
export async function syntaxErrors(text: string): Promise<SyntaxError[]> {
    const document = await parseText(servicesForOne(), text, 'memory:/tekst.draaiboek');
    return findingsBy([syntaxis], document, servicesForOne()).map(({ at, message }) => ({
        line: at.range.start.line + 1,
        at: pieceAt(text, at.range),
        ...message,
    }));
}

/** A linked text among other files, in a folder of its own. The files may use each other. */
export async function link(text: string, files: Files = {}): Promise<LangiumDocument<ProtocolFile>> {
    const { DocumentBuilder, LangiumDocumentFactory, LangiumDocuments } = services().shared.workspace;
    const folder = URI.parse(`memory:/map-${String(++folders)}/tekst`);
    const all = Object.entries({ ...files, 'tekst.draaiboek': text }).map(([name, content]) => {
        const uri = UriUtils.joinPath(folder, name);
        const document = LangiumDocumentFactory.fromString<ProtocolFile>(content, uri);
        LangiumDocuments.addDocument(document);
        return document;
    });
    await DocumentBuilder.build(all, { validation: false });
    return all.at(-1) ?? fail();
}

function fail(): never {
    throw new Error('There is always a text.');
}

/** The names in a text that refer to nothing, in the order of the text. */
export async function linkErrors(text: string, files: Files = {}): Promise<string[]> {
    const document = await link(text, files);
    return document.references
        .filter((r) => r.error !== undefined)
        .sort((a, b) => (a.$refNode?.offset ?? 0) - (b.$refNode?.offset ?? 0))
        .map((r) => r.$refText);
}

/** The process model of a text. */
export async function model(text: string, files: Files = {}): Promise<FileModel> {
    return modelOf(services(), await link(text, files));
}

/** The process model of the last interventie in a text. */
export async function protocol(text: string, files: Files = {}): Promise<Protocol> {
    const last = (await model(text, files)).interventions.at(-1);
    if (!last) {
        throw new Error('The text has no interventie.');
    }
    return last;
}

/**
 * A syntax tree as an outline, a node a line with what it holds: `Step name=Signaal` and below it, deeper, its
 * statements. What is absent, false or empty is left out; `@` marks a reference.
 */
export function outline(nodes: AstNode | readonly AstNode[], depth = 0): string {
    return (Array.isArray(nodes) ? (nodes as readonly AstNode[]) : [nodes as AstNode])
        .map((node) => {
            const own: string[] = [];
            const below: string[] = [];
            for (const [key, value] of Object.entries(node)) {
                if (key.startsWith('$')) {
                    continue;
                }
                const all: readonly unknown[] = Array.isArray(value) ? value : [value];
                const plain = all.filter((v) => v !== undefined && v !== false && !isNode(v)).map(show);
                own.push(...(plain.length > 0 ? [`${key}=${plain.join(',')}`] : []));
                const label = key === 'statements' || key === 'elements' ? '' : `${key}: `;
                below.push(
                    ...all
                        .filter(isNode)
                        .map((n) => '  '.repeat(depth + 1) + label + outline(n, depth + 1).trimStart()),
                );
            }
            return ['  '.repeat(depth) + [node.$type, ...own].join(' '), ...below].join('\n');
        })
        .join('\n');
}

function isNode(value: unknown): value is AstNode {
    return typeof value === 'object' && value !== null && '$type' in value;
}

function show(value: unknown): string {
    if (isReference(value)) {
        return `@${value.$refText}`;
    }
    return typeof value === 'string' && /\s|^$/.test(value) ? JSON.stringify(value) : String(value);
}

/** The lines that open each block, from the file down to it. */
const BLOCKS = {
    bestand: [],
    interventie: ['interventie X {'],
    doel: ['interventie X {', 'doel D {'],
    indicator: ['interventie X {', 'indicator I {'],
    erkenning: ['interventie X {', 'erkenning {'],
    onderzoek: ['interventie X {', 'onderzoek O {'],
    aanpak: ['interventie X {', 'aanpak {'],
    stap: ['interventie X {', 'aanpak {', 'stap A {'],
    escalatie: ['interventie X {', 'aanpak {', 'escalatie E {'],
    overdracht: ['interventie X {', 'overdracht H van R naar S {'],
    kaderindicator: ['toetsingskader K {', 'thema T {', 'indicator 1.1 {'],
    beoordeling: ['beoordeling B van X aan de hand van K {'],
    bevinding: ['beoordeling B van X aan de hand van K {', 'bevinding 1.1 voldoet {'],
    scenario: ['scenario "s" voor X {'],
} as const;

export type BlockName = keyof typeof BLOCKS;

/** A text in which lines stand in a block of that kind. */
export function inBlock(block: BlockName, lines: string): string {
    const open = BLOCKS[block];
    const indent = (line: string, depth: number): string => '  '.repeat(depth) + line;
    return [
        ...open.map(indent),
        ...lines
            .trim()
            .split('\n')
            .map((l) => indent(l.trim(), open.length)),
        ...open.map((_, i) => indent('}', open.length - 1 - i)),
        '',
    ].join('\n');
}

/** How lines read that stand in a block of that kind and must have no errors: an outline of its statements. */
export function reading(block: BlockName, lines: string): string {
    const root = parseClean(inBlock(block, lines));
    let statements: readonly AstNode[] = root.elements;
    for (const _ of BLOCKS[block]) {
        statements = (statements[0] as AstNode & { statements: readonly AstNode[] }).statements;
    }
    return outline(statements);
}
