import type { Place } from '../language/model/protocol.js';
import type { Bilingual, Language } from '../language/text/bilingual.js';
import { cut } from '../language/text/cut.js';
import { oneLine } from '../language/text/one-line.js';
import type { Spot, TreeIcon, TreeNode } from './requests.js';

/** How much of a text stands in one row of a tree. */
const LONGEST = 100;

/** What a node says of itself; the rest follows. */
export interface NodeParts {
    /** unique among its siblings */
    readonly key: string;
    readonly label: string;
    readonly description?: string | undefined;
    readonly tooltip?: string | undefined;
    readonly icon: TreeIcon;
    /** what kind of thing it is, for who hears it and does not see the picture */
    readonly kind?: string;
    readonly at?: Place | undefined;
    readonly children?: readonly NodeParts[];
}

/** What of a node is no text for readers. */
export const NO_TEXT: ReadonlySet<string> = new Set<keyof NodeParts>(['key', 'icon', 'kind', 'at']);

/** Makes a tree of parts: ids by the way to each node, and what a screen reader says. */
export function treeOf(parts: readonly NodeParts[], above = ''): TreeNode[] {
    const seen = new Map<string, number>();
    return parts.map(({ key: own, label, description, tooltip, icon, kind, at, children = [] }) => {
        // what joins the parts of an id stands in no key
        const key = own.replace(/[/#]/g, '-');
        const times = seen.get(key) ?? 0;
        seen.set(key, times + 1);
        const id = `${above}/${key}${times > 0 ? `#${String(times + 1)}` : ''}`;
        const shown = cut(oneLine(label), LONGEST);
        return {
            id,
            label: shown,
            ...(description === undefined || description === ''
                ? {}
                : { description: cut(oneLine(description), LONGEST) }),
            ...(tooltip === undefined ? {} : { tooltip }),
            spoken: [kind, shown, description].filter((text) => text !== undefined && text !== '').join(', '),
            icon,
            ...(at ? { at: spotOf(at) } : {}),
            children: treeOf(children, id),
        };
    });
}

/** A heading above some nodes, with how many there are; nothing where there are none. */
export function heading(
    key: string,
    title: Bilingual,
    icon: TreeIcon,
    language: Language,
    children: readonly NodeParts[],
    at?: Place,
): NodeParts[] {
    return children.length === 0
        ? []
        : [{ key, label: title[language], description: String(children.length), icon, at, children }];
}

export function spotOf({ file, range: { start, end } }: Place): Spot {
    return {
        uri: file,
        line: start.line,
        character: start.character,
        endLine: end.line,
        endCharacter: end.character,
    };
}

/** The head of a block, to the end of its name: its content is about other things too. */
export function headOf({ at, nameAt }: { readonly at: Place; readonly nameAt: Place }): Spot {
    return spotOf(
        at.file === nameAt.file ? { file: at.file, range: { start: at.range.start, end: nameAt.range.end } } : nameAt,
    );
}
