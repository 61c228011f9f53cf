import type { AstNode, FileSystemProvider, LangiumDocument, LangiumSharedCoreServices, URI } from 'langium';
import { AstUtils } from 'langium';
import { isGuideline, isProperty, isSource, isTextValue, type Guideline, type Source } from '../generated/ast.js';
import { comparable, withoutLineHyphens, type Comparable } from '../text/quotation.js';
import { resolvePath } from './imports.js';

/** The text of a source, in the two ways in which a quotation may be found in it. */
export interface SourceText {
    readonly plain: Comparable;
    /** words that are cut at the end of a line together again; made when it is asked for */
    readonly joined: () => Comparable;
}

/** A file that a source names with `bestand`. */
export interface SourceFile {
    /** as written */
    readonly path: string;
    readonly uri: URI | undefined;
    /** the statement */
    readonly node: AstNode;
}

/**
 * The texts of the files that sources name with `bestand`, read once. Reading takes time and checking does not wait, so
 * whoever checks a document loads its texts first.
 */
export class SourceTexts {
    private readonly files: () => FileSystemProvider;
    private readonly texts = new Map<string, SourceText | undefined>();

    constructor(services: LangiumSharedCoreServices) {
        this.files = () => services.workspace.FileSystemProvider;
    }

    /** Reads the files of the sources of a linked document and of those that it cites. What cannot be read is left out. */
    async load(document: LangiumDocument): Promise<void> {
        for (const source of sourcesIn(document)) {
            for (const { uri } of filesOf(source)) {
                const key = uri?.toString();
                if (uri && key !== undefined && !this.texts.has(key)) {
                    // so that it is known that a change of it matters
                    this.texts.set(key, undefined);
                    // a source may stand on the web; only what is beside the protocol is read
                    const isBeside = uri.scheme === AstUtils.getDocument(source).uri.scheme;
                    this.texts.set(key, isBeside ? await this.read(uri) : undefined);
                }
            }
        }
    }

    /** The text of a file; undefined where it could not be read or is no text. */
    of(uri: URI | undefined): SourceText | undefined {
        return uri && this.texts.get(uri.toString());
    }

    /** Whether a file was read, or would have been if it were there. */
    has(uri: URI | undefined): boolean {
        return uri !== undefined && this.texts.has(uri.toString());
    }

    /** Whether a file, or one in a folder, was read or is being read. */
    knows(uri: URI): boolean {
        return this.within(uri).length > 0;
    }

    /**
     * Forgets a file, or all files in a folder, so that they are read again. Nothing may be loading meanwhile.
     *
     * @returns the URIs of what was forgotten
     */
    forget(uri: URI): readonly string[] {
        const gone = this.within(uri);
        for (const known of gone) {
            this.texts.delete(known);
        }
        return gone;
    }

    private within(uri: URI): string[] {
        const key = uri.toString();
        return [...this.texts.keys()].filter((known) => known === key || known.startsWith(`${key}/`));
    }

    private async read(uri: URI): Promise<SourceText | undefined> {
        try {
            const text = await this.files().readFile(uri);
            let joined: Comparable | undefined;
            return text.includes('\u0000') || text.includes('\uFFFD')
                ? undefined
                : { plain: comparable(text), joined: () => (joined ??= withoutLineHyphens(text)) };
        } catch {
            // the rule meta/citaat says so
            return undefined;
        }
    }
}

/** The sources that stand in a linked document, and those elsewhere that it cites. */
export function sourcesIn(document: LangiumDocument): ReadonlySet<Source | Guideline> {
    const result = new Set(ownSources(document));
    for (const reference of document.references) {
        const target = 'ref' in reference ? reference.ref : undefined;
        if (isCitable(target)) {
            result.add(target);
        }
    }
    return result;
}

/** The sources that stand in a document, at its top level and in its interventies. */
export function ownSources(document: LangiumDocument): readonly (Source | Guideline)[] {
    const { elements = [] } = document.parseResult.value as { elements?: readonly AstNode[] };
    return elements.flatMap((element) => {
        const { statements = [] } = element as { statements?: readonly AstNode[] };
        return isCitable(element) ? [element] : statements.filter(isCitable);
    });
}

function isCitable(node: AstNode | undefined): node is Source | Guideline {
    return isSource(node) || isGuideline(node);
}

/** The files that a source names with `bestand`. */
export function filesOf(source: Source | Guideline): readonly SourceFile[] {
    return source.statements.flatMap((node) =>
        isProperty(node) && node.kind === 'bestand'
            ? node.values.filter(isTextValue).flatMap(({ text }) => {
                  // a broken statement may have no text, whatever its type says
                  const path = ((text as string | undefined) ?? '').trim();
                  return path === '' ? [] : [{ path, uri: resolvePath(AstUtils.getDocument(source), path), node }];
              })
            : [],
    );
}
