import type { Proofs } from './proofs.js';
import { reachedWithout } from './space.js';

/**
 * Whether a case may come past work, since it can be where the text leaves open what comes next while it has not done that
 * work: from there it may come anywhere.
 *
 * @param stations where the work is done
 */
export function mayGoAround({ space, soundness }: Proofs, stations: ReadonlySet<number>): boolean {
    if (soundness.unstated.length === 0) {
        return false;
    }
    const reached = reachedWithout(space, ({ move }) => move.kind === 'finish' && stations.has(move.token.at));
    return soundness.unstated.some((state) => reached.has(state));
}
