import type { DocumentModel } from '../document/document.js';
import { placesIn } from '../document/walk.js';

/** The bookmarks of a Word document: places that may be referred to, by their id in the document model. */
export interface Names {
    /** the name of the bookmark of an id, where there is such a place */
    known(id: string): string | undefined;
    /** a bookmark at a place, once for each id */
    bookmark(id: string | undefined): string;
    /** a bookmark of a name around runs */
    around(name: string, runs: string): string;
}

/** Word's limit on the name of a bookmark. */
const LONGEST = 40;

/** Gives each place of a document its bookmark: letters, digits and underscores, distinct. */
export function namesOf(model: DocumentModel): Names {
    const names = new Map<string, string>();
    const taken = new Set<string>();
    for (const id of placesIn(model)) {
        const wanted = id.replace(/[^A-Za-z0-9]/g, '_').replace(/^([^A-Za-z])/, 'p$1');
        let name = wanted.slice(0, LONGEST);
        for (let count = 2; taken.has(name.toLowerCase()); count++) {
            const end = `_${String(count)}`;
            name = wanted.slice(0, LONGEST - end.length) + end;
        }
        taken.add(name.toLowerCase());
        names.set(id, name);
    }
    let count = 0;
    const around = (name: string, runs: string) => {
        const id = String(++count);
        return `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${runs}<w:bookmarkEnd w:id="${id}"/>`;
    };
    const written = new Set<string>();
    return {
        known: (id) => names.get(id),
        bookmark(id) {
            const name = id === undefined || written.has(id) ? undefined : names.get(id);
            if (id === undefined || name === undefined) {
                return '';
            }
            written.add(id);
            return around(name, '');
        },
        around,
    };
}
