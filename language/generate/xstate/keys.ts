import type { Machine } from '../../execution/machine.js';
import { distinct, safeName } from '../paths.js';

/** The state of a case that is not admitted. */
export const REFUSED = 'geen-toegang';

/** Names that the machine itself has for states beside those of nodes. */
const OWN = ['draaiboek', 'toegang', REFUSED, 'verloop', 'onbekend', 'gedaan', 'kiezen', 'aangeboden'];

/** What every object of JavaScript has, such as `constructor`. */
const INHERITED = Object.getOwnPropertyNames(Object.prototype).map((name) => name.toLowerCase());

/**
 * The key of the state of each node, by index: letters, digits, `-` and `_`, since a dot leads into a state and a `#`
 * to an id. No two are the same, and none is what the machine calls its own states, or what every
 * object has.
 */
export function keysOf({ stations }: Machine): readonly string[] {
    const taken = new Set([...OWN, ...INHERITED]);
    return stations.map(({ node }) => {
        let key = distinct(safeName(node.name).replaceAll('.', '-'), taken);
        while (/^(?:deel|onderbreking)-/.test(key)) {
            key = distinct(`_${key}`, taken);
        }
        return key;
    });
}
