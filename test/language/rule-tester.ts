import { EmptyFileSystemProvider, URI, type FileSystemProvider, type LangiumDocument } from 'langium';
import { expect } from 'vitest';
import { createDraaiboekServices, type DraaiboekServices } from '../../language/draaiboek-module.js';
import type { ProtocolFile } from '../../language/generated/ast.js';
import { findingsBy } from '../../language/rules/check.js';
import { catalogue } from '../../language/rules/catalogue.js';
import type { Finding, Severity, TextEdit } from '../../language/rules/finding.js';
import type { Rule } from '../../language/rules/rule.js';
import { DEFAULT_SETTINGS, type Settings } from '../../language/settings/settings.js';
import { loadFiles, parseText } from '../../language/workspace.js';

/** What a check of a text in a test may be given besides the text. */
export interface CheckOptions {
    /** what the settings say otherwise than by default */
    readonly settings?: Partial<Settings>;
    /** other files, by name, all of them loaded; the text and they may name each other with `gebruik` */
    readonly files?: Readonly<Record<string, string>>;
    /** files that are no protocols, by name, such as the texts of sources */
    readonly texts?: Readonly<Record<string, string>>;
    /** the name of the file with the text, where the others name it */
    readonly name?: string;
    /** the rules to run; all of them by default */
    readonly rules?: readonly Rule[];
}

const FOLDER = 'memory:/map/';

let shared: DraaiboekServices | undefined;
let count = 0;

/** The findings of one text: the only place where tests of rules touch the services. */
export async function check(text: string, options: CheckOptions = {}): Promise<Finding[]> {
    const { services, contents } = servicesFor(options);
    const name = options.name ?? `tekst-${String(++count)}.draaiboek`;
    for (const [file, content] of Object.entries(options.texts ?? {})) {
        contents.set(FOLDER + file, content);
    }
    const document = options.files
        ? await loadAmong({ ...options.files, [name]: text }, name, services, contents)
        : await parseText(services, text, FOLDER + name);
    const findings = await findingsBy(options.rules ?? catalogue, document, services);
    if (services === shared) {
        // no other text may find what this one declares
        await services.shared.workspace.DocumentBuilder.update([], [document.uri]);
    }
    return findings;
}

async function loadAmong(
    files: Readonly<Record<string, string>>,
    name: string,
    services: DraaiboekServices,
    contents: Map<string, string>,
): Promise<LangiumDocument<ProtocolFile>> {
    for (const [file, content] of Object.entries(files)) {
        contents.set(FOLDER + file, content);
    }
    const documents = await loadFiles(
        services,
        Object.keys(files).map((file) => URI.parse(FOLDER + file)),
    );
    const document = documents.find((d) => d.uri.toString() === FOLDER + name);
    if (!document) {
        throw new Error(`The file ${name} was not loaded.`);
    }
    return document;
}

/** Files that are in memory only. */
function filesOf(contents: ReadonlyMap<string, string>): FileSystemProvider {
    const rest: Omit<FileSystemProvider, 'exists' | 'readFile'> = new EmptyFileSystemProvider();
    return Object.assign(rest, {
        exists: (uri: URI) => Promise.resolve(contents.has(uri.toString())),
        readFile: (uri: URI) => {
            const content = contents.get(uri.toString());
            return content === undefined
                ? Promise.reject(new Error(`There is no file ${uri.toString()}.`))
                : Promise.resolve(content);
        },
    });
}

/** Only the findings of one code. */
export async function checkFor(code: string, text: string, options: CheckOptions = {}): Promise<Finding[]> {
    return (await check(text, options)).filter((f) => f.code === code);
}

/** Expects these findings of a code, each as `line: message`, the line counted from 1; or `severity` too. */
export async function expectFindings(
    code: string,
    text: string,
    expected: readonly { readonly line: number; readonly says: string | RegExp; readonly severity?: Severity }[],
    options: CheckOptions = {},
): Promise<Finding[]> {
    const found = await checkFor(code, text, options);
    const told = found.map((f) => `${String(f.at.range.start.line + 1)}: ${f.message.nl}`);
    expect(found.length, `expected ${String(expected.length)} of ${code}, found:\n${told.join('\n')}`).toBe(
        expected.length,
    );
    expected.forEach((e, index) => {
        expect(found[index]?.at.range.start.line, told[index]).toBe(e.line - 1);
        expect(found[index]?.message.nl).toMatch(e.says);
        if (e.severity !== undefined) {
            expect(found[index]?.severity, told[index]).toBe(e.severity);
        }
    });
    return found;
}

/** The text with the first fix of a finding applied. */
export function applyFix(text: string, finding: Finding, index = 0): string {
    const fix = finding.fixes[index];
    if (!fix) {
        throw new Error(`The finding "${finding.message.nl}" has no fix ${String(index)}.`);
    }
    const offset = ({ line, character }: TextEdit['at']['range']['start']): number =>
        text
            .split('\n')
            .slice(0, line)
            .reduce((sum, l) => sum + l.length + 1, 0) + character;
    return [...fix.edits]
        .sort((a, b) => offset(b.at.range.start) - offset(a.at.range.start))
        .reduce((t, e) => t.slice(0, offset(e.at.range.start)) + e.newText + t.slice(offset(e.at.range.end)), text);
}

/** The piece of a text that a finding points at. */
export function pointedAt(text: string, finding: Finding): string {
    const { start, end } = finding.at.range;
    const lines = text.split('\n').slice(start.line, end.line + 1);
    lines[lines.length - 1] = lines.at(-1)?.slice(0, end.character) ?? '';
    lines[0] = lines[0]?.slice(start.character) ?? '';
    return lines.join('\n');
}

function servicesFor(options: CheckOptions): { services: DraaiboekServices; contents: Map<string, string> } {
    const contents = new Map<string, string>();
    if (options.settings || options.files || options.texts) {
        const settings = { ...DEFAULT_SETTINGS, ...options.settings };
        const { Draaiboek: services } = createDraaiboekServices({
            fileSystemProvider: () => filesOf(contents),
            settings: { settingsFor: () => settings },
        });
        return { services, contents };
    }
    shared ??= createDraaiboekServices().Draaiboek;
    return { services: shared, contents };
}
