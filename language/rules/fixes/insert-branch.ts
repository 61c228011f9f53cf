import type { LangiumDocument } from 'langium';
import type { Outgoing } from '../../model/process.js';
import type { Fix } from '../finding.js';
import { insertBeside } from './insert-beside.js';
import { additionOf } from './insert-statement.js';
import { markOf } from './marks-unknown.js';

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
    const edit = last && insertBeside(document, last.at, branch);
    return edit ? [{ title: additionOf([branch]), edits: [edit], safe: false, ...markOf([branch]) }] : [];
}
