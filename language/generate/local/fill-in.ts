import { DocumentState, type FileSystemProvider, type LangiumDocument } from 'langium';
import { createDraaiboekServices, type DraaiboekServices } from '../../draaiboek-module.js';
import type { ProtocolFile } from '../../generated/ast.js';
import { libraryAt } from '../../names/libraries.js';
import { findingsOf } from '../../rules/check.js';
import { scenarioMislukt } from '../../rules/catalogue/scenario/mislukt.js';
import type { Finding } from '../../rules/finding.js';
import type { LocalValues } from '../../settings/local-values.js';
import type { Bilingual } from '../../text/bilingual.js';
import { oneLine } from '../../text/one-line.js';
import { loadFiles, modelOf } from '../../workspace.js';
import { workIn, type InterventionWork } from '../work.js';
import { slotsIn, type Slot } from './slots.js';
import { filledText, type FilledText } from './texts.js';

/** What a municipality filled in, for the loss report of what was made of it. */
export interface FilledIn {
    readonly local: LocalValues;
    readonly filled: readonly Slot[];
    /** what it says nothing of */
    readonly missing: readonly Slot[];
    /** what it says that cannot stand there, with what is wrong where that is known */
    readonly unreadable: readonly { readonly slot: Slot; readonly wrong?: Bilingual }[];
}

/** What of each municipality cannot stand. */
export type RefusedValues = ReadonlyMap<LocalValues, FilledIn['unreadable']>;

type Document = LangiumDocument<ProtocolFile>;

/**
 * The interventies of files as they are for one municipality: with its values in the place of `plaatselijk`, read as if
 * they stood in the text. A value that brings an error is left out and named.
 *
 * @param files linked
 * @returns in the order of {@link workIn} for the same files
 */
export async function fillIn<File extends { readonly document: Document }>(
    files: readonly File[],
    services: DraaiboekServices,
    local: LocalValues,
): Promise<{ readonly works: readonly InterventionWork[]; readonly filledIn: FilledIn }> {
    const all = services.shared.workspace.LangiumDocuments.all
        .filter(({ uri, state }) => state >= DocumentState.Linked && !libraryAt(uri))
        .map((document) => document as Document)
        .toArray();
    const slots = slotsIn(
        all.map((document) => modelOf(services, document)),
        local,
    );
    const missing = slots.filter(({ value }) => value === undefined);
    const refused = new Map<Slot, Bilingual | undefined>();
    const read = async (chosen: readonly Slot[]) => {
        const texts = new Map<string, FilledText>();
        for (const document of all) {
            const uri = document.uri.toString();
            const here = chosen.filter((slot) => slot.at.file === uri);
            if (here.length > 0) {
                texts.set(uri, filledText(document, here, services));
            }
        }
        texts.forEach(({ unreadable }) => {
            unreadable.forEach((slot) => refused.set(slot, onlyHowLong(slot)));
        });
        const filled = [...texts.values()].flatMap((text) => text.filled);
        const world = filled.length === 0 ? services : withTexts(all, texts, services);
        const documents = filled.length === 0 ? files.map((f) => f.document) : await loadFiles(world, files.map((f) => f.document.uri)); // prettier-ignore
        const wrong = filled.length === 0 ? [] : all.flatMap((document) => newErrors(document, services, world));
        return { filled, world, documents, wrong };
    };
    const left = () => slots.filter((slot) => slot.value !== undefined && !refused.has(slot));
    for (;;) {
        const { filled, world, documents, wrong } = await read(left());
        if (wrong.length === 0) {
            const works = workIn(
                documents.map((document) => ({ document })),
                world,
            );
            const unreadable = [...refused].map(([slot, why]) => (why ? { slot, wrong: why } : { slot }));
            return { works, filledIn: { local, filled, missing, unreadable } };
        }
        const known = wrong.flatMap((error) => standingAt(error, filled));
        known.forEach(([slot, why]) => refused.set(slot, why));
        if (known.length === 0) {
            // one by one shows with which value an error comes that stands elsewhere
            const fine: Slot[] = [];
            for (const slot of filled) {
                const [error] = (await read([...fine, slot])).wrong;
                if (error) {
                    refused.set(slot, error.finding.message);
                } else {
                    fine.push(slot);
                }
            }
        }
    }
}

/** What fits where a municipality says from when a time counts as well: the text has that. */
function onlyHowLong({ keyword, value = '' }: Slot): Bilingual | undefined {
    const length = /^(.*\S)\s+na\s/.exec(oneLine(value))?.[1];
    return length === undefined || !/^(termijn|bevestiging binnen|begint)$/.test(keyword)
        ? undefined
        : {
              nl: `schrijf alleen \`${length}\`: na wat het telt, zegt het draaiboek zelf`,
              en: `write only \`${length}\`: after what it counts, the protocol says itself`,
          };
}

/** Services of their own for the same files with other texts. */
function withTexts(
    all: readonly Document[],
    texts: ReadonlyMap<string, FilledText>,
    { shared, settings }: DraaiboekServices,
): DraaiboekServices {
    const known = new Map(
        all.map(({ uri, textDocument }) => [uri.toString(), texts.get(uri.toString())?.text ?? textDocument.getText()]),
    );
    const files = shared.workspace.FileSystemProvider;
    const fileSystem: FileSystemProvider = {
        stat: (uri) => files.stat(uri),
        statSync: (uri) => files.statSync(uri),
        exists: async (uri) => known.has(uri.toString()) || (await files.exists(uri)),
        existsSync: (uri) => known.has(uri.toString()) || files.existsSync(uri),
        readBinary: (uri) => files.readBinary(uri),
        readBinarySync: (uri) => files.readBinarySync(uri),
        readFile: async (uri) => known.get(uri.toString()) ?? (await files.readFile(uri)),
        readFileSync: (uri) => known.get(uri.toString()) ?? files.readFileSync(uri),
        readDirectory: (uri) => files.readDirectory(uri),
        readDirectorySync: (uri) => files.readDirectorySync(uri),
    };
    return createDraaiboekServices({ fileSystemProvider: () => fileSystem, settings }).Draaiboek;
}

/** A finding that the values of a municipality bring. */
interface Wrong {
    readonly finding: Finding;
    /** what the text says where it stands */
    readonly told: string;
}

function newErrors(document: Document, services: DraaiboekServices, world: DraaiboekServices): Wrong[] {
    const after = world.shared.workspace.LangiumDocuments.getDocument(document.uri);
    if (!after) {
        return [];
    }
    const before = errorsOf(document, services).map(keyOf);
    return errorsOf(after as Document, world)
        .filter((finding) => !before.includes(keyOf(finding)))
        .map((finding) => ({ finding, told: oneLine(after.textDocument.getText(finding.at.range)) }));
}

/** The values in which a finding stands, with what it says. */
function standingAt(
    { finding: { at, message }, told }: Wrong,
    filled: readonly Slot[],
): (readonly [Slot, Bilingual])[] {
    return filled
        .filter(
            ({ value = '', at: { file, range } }) =>
                file === at.file &&
                range.start.line === at.range.start.line &&
                told !== '' &&
                oneLine(value).includes(told),
        )
        .map((slot) => [slot, message] as const);
}

/** All errors but those of scenarios: what a text expects of a case, it does not expect of one in this municipality. */
function errorsOf(document: Document, services: DraaiboekServices): Finding[] {
    return findingsOf(document, services).filter(({ code, severity }) => severity === 'error' && code !== SCENARIO);
}

const SCENARIO = scenarioMislukt.code;

function keyOf({ code, message }: Finding): string {
    return `${code} ${message.nl}`;
}
