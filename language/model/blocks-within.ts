import type { Block } from './protocol.js';

/**
 * Calls `visit` for every block that stands anywhere in these, themselves included, with the name of the nearest element
 * that it stands in. It looks through the whole of them, so that a new kind of block needs nothing here.
 */
export function forEachBlock(roots: readonly unknown[], visit: (block: Block, owner: string) => void): void {
    const look = (value: unknown, owner: string): void => {
        if (Array.isArray(value)) {
            value.forEach((item) => {
                look(item, owner);
            });
            return;
        }
        if (typeof value !== 'object' || value === null) {
            return;
        }
        const within = 'name' in value && 'nameAt' in value ? String(value.name) : owner;
        if ('remarks' in value && 'contradictions' in value) {
            visit(value as Block, within);
        }
        for (const [key, part] of Object.entries(value)) {
            if (key !== 'at' && key !== 'nameAt' && key !== 'provenance') {
                look(part, within);
            }
        }
    };
    look(roots, '');
}
