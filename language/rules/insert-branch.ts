import type { LangiumDocument } from 'langium';
import type { Outgoing } from '../model/process.js';
import type { Fix } from './finding.js';
import { eolOf, indentAt } from './insert-statement.js';

/**
 * A fix that adds a branch behind the last one of a `daarna { … }`, on a line of its own.
 *
 * @param branch what to add, such as `anders: onbekend`
 * @returns no fix without branches, or where they stand in another file
 */
export function insertBranch(
    document: LangiumDocument,
    { branches }: Pick<Outgoing, 'branches'>,
    branch: string,
): readonly Fix[] {
    const last = branches.at(-1);
    if (last?.at.file !== document.uri.toString()) {
        return [];
    }
    const text = document.textDocument.getText();
    const indent = indentAt(text, document.textDocument.offsetAt(last.at.range.start));
    const { end } = last.at.range;
    return [
        {
            title: { nl: `Voeg \`${branch}\` toe`, en: `Add \`${branch}\`` },
            edits: [
                {
                    at: { file: last.at.file, range: { start: end, end } },
                    newText: `${eolOf(document)}${indent}${branch}`,
                },
            ],
            safe: false,
        },
    ];
}
