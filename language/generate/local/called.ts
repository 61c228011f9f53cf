import { forEachBlock } from '../../model/blocks-within.js';
import type { Protocol, UnknownItem } from '../../model/protocol.js';

/** The keyword behind which a municipality fills something in: that of what is open, without what it says besides. */
export function keywordOf({ what }: Pick<UnknownItem, 'what'>): string {
    return what.replace(/ \(.*$/, '');
}

/** What an element may be called in the file of a municipality: its name, or its title. */
export function namesFor(protocol: Protocol, element: string): readonly string[] {
    return element === protocol.name || element === ''
        ? [protocol.name, protocol.title ?? protocol.name, 'interventie']
        : [element, ...titlesOf(protocol, element)];
}

function titlesOf(root: unknown, name: string): readonly string[] {
    const found: string[] = [];
    forEachBlock([root], (block) => {
        if ('name' in block && block.name === name && 'title' in block && typeof block.title === 'string') {
            found.push(block.title);
        }
    });
    return found;
}
