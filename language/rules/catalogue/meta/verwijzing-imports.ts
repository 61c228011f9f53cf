import { UriUtils } from 'langium';
import type { Import } from '../../../generated/ast.js';
import { importPath, importUri } from '../../../names/imports.js';
import { LIBRARIES, namesLibrary, pathOfLibrary } from '../../../names/libraries.js';
import type { Bilingual } from '../../../text/bilingual.js';
import type { DocumentContext } from '../../document-rule.js';
import { nearestNames } from '../../near-names.js';
import { placeOfProperty } from '../../places.js';
import type { Report } from '../../rule.js';
import { replacement } from '../../fixes/replace.js';
import { oneOf, withoutLine } from './verwijzing-near.js';
import type { messages } from './verwijzing-texts.js';

/**
 * Checks what stands behind `gebruik`: a file that is read, or a built-in library.
 *
 * @returns one that could not be read, so that names may be missing for that reason alone
 */
export function checkImports(
    { document, services }: DocumentContext,
    report: Report<keyof typeof messages>,
): Bilingual | undefined {
    const documents = services.shared.workspace.LangiumDocuments;
    let missing: Bilingual | undefined;
    for (const statement of document.parseResult.value.imports) {
        const path = (statement as Partial<Import>).path?.trim();
        if (path === undefined) {
            // a broken statement: meta/syntaxis says so
            missing ??= { nl: 'het bestand achter `gebruik`', en: 'the file behind `gebruik`' };
            continue;
        }
        const at = placeOfProperty(document, statement, 'path');
        const uri = importUri(document, statement);
        if (path === '') {
            report({ message: 'empty-path', at, fixes: withoutLine(document, statement) });
        } else if (uri && UriUtils.equals(uri, document.uri)) {
            report({ message: 'own-file', at, fixes: withoutLine(document, statement, true) });
        } else if (!uri || !documents.getDocument(uri)) {
            const library = namesLibrary(path);
            missing ??= library
                ? { nl: `de bibliotheek "${path}"`, en: `the library "${path}"` }
                : { nl: `het bestand "${path}"`, en: `the file "${path}"` };
            const others = documents.all.filter((d) => d !== document).map((d) => importPath(document.uri, d.uri));
            const near = library ? nearestLibraries(path) : nearestFiles(path, others.toArray().sort());
            const what = library ? 'library' : 'file';
            const message = near.length > 0 ? (`near-${what}` as const) : (`no-${what}` as const);
            const offered = message === 'no-library' ? LIBRARIES.map(pathOfLibrary) : near;
            report({
                message,
                at,
                parameters: { path, ...oneOf(offered.map((n) => `"${n}"`)) },
                // only a difference in capitals leaves no doubt
                fixes: near.map((n) =>
                    replacement(at, `"${n}"`, near.length === 1 && n.toLowerCase() === path.toLowerCase()),
                ),
            });
        }
    }
    return missing;
}

const withoutEnding = (path: string) => path.replace(/\.draaiboek$/, '');

/** The nearest libraries; signs and capitals do not count. */
function nearestLibraries(path: string): string[] {
    const asked = withoutEnding(path.toLowerCase().replace(/^draaiboek:[^\p{L}]*/u, ''));
    return nearestNames(
        asked,
        LIBRARIES.map(({ name }) => name),
    ).flatMap((near) => LIBRARIES.filter(({ name }) => name === near).map(pathOfLibrary));
}

/** The nearest files, or the library that is called so; the ending that all files share does not count. */
function nearestFiles(path: string, paths: readonly string[]): string[] {
    const stem = withoutEnding(path);
    const files = paths.filter((p) => !namesLibrary(p));
    const near = nearestNames(stem, files.map(withoutEnding)).flatMap((n) =>
        files.filter((p) => withoutEnding(p) === n).slice(0, 1),
    );
    const called = LIBRARIES.filter(({ name }) => name === stem.toLowerCase()).map(pathOfLibrary);
    return near.length > 0 ? near : called;
}
