import { AstUtils, type AstNode, type CstNode, type LangiumDocument, type ReferenceDescription } from 'langium';
import { DefaultRenameProvider } from 'langium/lsp';
import {
    LSPErrorCodes,
    ResponseError,
    type Position,
    type Range,
    type RenameParams,
    type TextEdit,
    type WorkspaceEdit,
} from 'vscode-languageserver';
import {
    isFactValue,
    isFrameworkIndicator,
    isIntervention,
    type FactType,
    type Intervention,
    type ProtocolFile,
} from '../generated/ast.js';
import { importPath } from '../names/imports.js';
import { libraryAt, pathOfLibrary } from '../names/libraries.js';
import { homeOf, nameOf } from '../names/name-index.js';
import { kindWithArticle } from '../messages/kinds.js';
import type { DraaiboekTokenBuilder } from '../syntax/tokens.js';
import { HARD_WORDS } from '../syntax/tokens.js';
import type { Bilingual } from '../text/bilingual.js';
import { declarationsAt } from './declarations.js';
import type { DraaiboekLspServices } from './lsp-services.js';
import { nameNodeAt } from './references.js';
import { misreadAfterRename, type Clash } from './rename-capture.js';

const LETTER = '_a-zA-Z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F';
const PART = `[\\w${LETTER}\\u0300-\\u036F]`;
const NAME = new RegExp(`^[${LETTER}]${PART}*(-${PART}+)*$`);
const CODE = /^[A-Za-z]*[0-9]+(\.[0-9]+)*[a-z]?$/;

/**
 * Gives an element another name, in all files. What a working-out or a follow-up writes anew under the same name is the
 * same element, so it is renamed as well.
 */
export class DraaiboekRename extends DefaultRenameProvider {
    constructor(private readonly services: DraaiboekLspServices) {
        super(services);
    }

    override async rename(document: LangiumDocument, params: RenameParams): Promise<WorkspaceEdit | undefined> {
        const target = this.targetAt(document, params);
        if (!target) {
            return undefined;
        }
        const newName = params.newName.trim().replace(/^\^/, '').normalize('NFC');
        const family = this.family(target);
        this.refuse(document, this.objection(newName, target, family));
        const changes: Record<string, TextEdit[]> = {};
        const places = new Map<string, ReferenceDescription>();
        for (const node of family) {
            for (const place of this.references.findReferences(node, { includeDeclaration: true })) {
                places.set(`${place.sourceUri.toString()} ${String(place.segment.offset)}`, place);
            }
        }
        for (const { sourceUri, segment } of places.values()) {
            const newText = this.written(newName, sourceUri.toString(), segment.range.start);
            (changes[sourceUri.toString()] ??= []).push({ range: segment.range, newText });
        }
        return Promise.resolve({ changes });
    }

    protected override renameNodeRange(document: LangiumDocument, position: Position): Range | undefined {
        const name = nameNodeAt(document, document.textDocument.offsetAt(position));
        return name && this.references.findDeclarations(name).length > 0 ? name.range : undefined;
    }

    private targetAt(document: LangiumDocument, { position }: RenameParams): AstNode | undefined {
        return declarationsAt(document, position, this.services)[0];
    }

    /** An element with those that stand for it elsewhere in the line of inheritance. */
    private family(target: AstNode): ReadonlySet<AstNode> {
        const family = new Set([target]);
        const name = nameOf(target);
        if (name === undefined) {
            return family;
        }
        for (const node of family) {
            const home = homeOf(node);
            if (isIntervention(home)) {
                for (const intervention of this.related(home)) {
                    const same =
                        this.services.names.of(AstUtils.getDocument(intervention)).get(intervention)?.get(name) ?? [];
                    same.filter((n) => n.$type === target.$type).forEach((n) => family.add(n));
                }
            }
        }
        return family;
    }

    /** What an interventie inherits from, and what inherits from it. */
    private related(home: Intervention): Intervention[] {
        return this.services.shared.workspace.LangiumDocuments.all
            .flatMap((d) => (d.parseResult.value as Partial<ProtocolFile>).elements ?? [])
            .filter(isIntervention)
            .filter((i) => i !== home && (inherits(i, home) || inherits(home, i)))
            .toArray();
    }

    private objection(newName: string, target: AstNode, family: ReadonlySet<AstNode>): Bilingual | undefined {
        const library = libraryAt(AstUtils.getDocument(target).uri);
        if (library) {
            return {
                nl: `Deze naam komt uit de ingebouwde bibliotheek \`${pathOfLibrary(library)}\`, en die is niet te veranderen.`,
                en: `This name is from the built-in library \`${pathOfLibrary(library)}\`, which cannot be changed.`,
            };
        }
        const isCode = isFrameworkIndicator(target) && CODE.test(newName);
        if (!NAME.test(newName) && !isCode) {
            return {
                nl: `\`${newName}\` kan geen naam zijn: een naam begint met een letter en bestaat uit letters, cijfers, \`_\` en \`-\`, zonder spaties.`,
                en: `\`${newName}\` cannot be a name: a name begins with a letter and consists of letters, digits, \`_\` and \`-\`, without spaces.`,
            };
        }
        const clash = this.taken(newName, target, family) ?? misreadAfterRename(family, newName, this.services);
        return clash && objectionTo(clash, newName, AstUtils.getDocument(target));
    }

    /** What has the name already, in the home of the element or in one that would inherit it. */
    private taken(newName: string, target: AstNode, family: ReadonlySet<AstNode>): Clash | undefined {
        const { $container: type } = target;
        if (isFactValue(target)) {
            const taken = (type as FactType).values.find((value) => value !== target && value.name === newName);
            return taken && { taken };
        }
        for (const node of family) {
            const home = homeOf(node);
            for (const place of isIntervention(home) ? [home, ...this.related(home)] : [home]) {
                const named = this.services.names.of(AstUtils.getDocument(place)).get(place)?.get(newName);
                const taken = named?.find((n) => !family.has(n));
                if (taken) {
                    return { taken };
                }
            }
        }
        return undefined;
    }

    private refuse(document: LangiumDocument, objection: Bilingual | undefined): void {
        if (objection) {
            const { language } = this.services.settings.settingsFor(document.uri.toString());
            throw new ResponseError(LSPErrorCodes.RequestFailed, objection[language]);
        }
    }

    /** The name as it is written at a place: a word of the language needs its mark where it would be read as that word. */
    private written(name: string, uri: string, start: { line: number; character: number }): string {
        const { keywords } = this.services.parser.TokenBuilder as DraaiboekTokenBuilder;
        if (!keywords.has(name)) {
            return name;
        }
        const document = this.services.shared.workspace.LangiumDocuments.all.find((d) => d.uri.toString() === uri);
        const line = document?.textDocument.getText({ start: { line: start.line, character: 0 }, end: start }) ?? '';
        const isInProse = /\[\[[ \t]*$/.test(line);
        return !isInProse && (HARD_WORDS.has(name) || line.trim() === '') ? `^${name}` : name;
    }
}

/** Whether an interventie refines or continues another, directly or further on. */
function inherits(intervention: Intervention, from: Intervention, seen = new Set<Intervention>()): boolean {
    seen.add(intervention);
    return [intervention.refines?.ref, intervention.continues?.ref].some(
        (base) => base !== undefined && (base === from || (!seen.has(base) && inherits(base, from, seen))),
    );
}

/** Why an element cannot get a name that is taken: by what, where, and what would be misread. */
function objectionTo({ taken, misread }: Clash, name: string, from: LangiumDocument): Bilingual {
    const kind = kindWithArticle(taken.$type);
    const at = placeOf(taken.$cstNode, AstUtils.getDocument(taken), from);
    const use = misread?.$refNode;
    const used = use && placeOf(use, AstUtils.getDocument(use.astNode), from);
    return {
        nl:
            `Er is al ${kind.nl} met de naam \`${name}\` (${at.nl}).` +
            (used ? ` Wat nu \`${misread.$refText}\` heet (${used.nl}), zou dan iets anders betekenen.` : ''),
        en:
            `There already is ${kind.en} with the name \`${name}\` (${at.en}).` +
            (used ? ` What is now called \`${misread.$refText}\` (${used.en}) would then mean something else.` : ''),
    };
}

/** The line of a place, with its file where that is another. */
function placeOf(node: CstNode | undefined, { uri }: LangiumDocument, from: LangiumDocument): Bilingual {
    const line = String((node?.range.start.line ?? 0) + 1);
    const file = uri.toString() === from.uri.toString() ? undefined : importPath(from.uri, uri);
    return file === undefined
        ? { nl: `regel ${line}`, en: `line ${line}` }
        : { nl: `${file}, regel ${line}`, en: `${file}, line ${line}` };
}
