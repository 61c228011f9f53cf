import type { Bilingual } from '../text/bilingual.js';

/** From how many rounds on they are told by their number. */
const FEWEST_ROUNDS = 5;
/** A round of more steps than this is told in full. */
const MOST_STEPS = 20;

/** A path on one line: rounds that are all the same stand there twice, with how many more there are. */
export function foldedPath(path: readonly string[]): Bilingual {
    const parts: Bilingual[] = [];
    for (let at = 0; at < path.length;) {
        const again = roundsFrom(path, at);
        const told = path.slice(at, again ? at + 2 * again.steps : at + 1);
        parts.push(...told.map((name) => ({ nl: name, en: name })));
        if (again) {
            const more = String(again.rounds - 2);
            parts.push({ nl: `… en zo nog ${more} keer`, en: `… and so ${more} times more` });
        }
        at += again ? again.rounds * again.steps : 1;
    }
    return { nl: parts.map((p) => p.nl).join(' → '), en: parts.map((p) => p.en).join(' → ') };
}

interface Rounds {
    readonly steps: number;
    readonly rounds: number;
}

/** The shortest round that a path goes often enough from a place, and how often; undefined where there is none. */
function roundsFrom(path: readonly string[], at: number): Rounds | undefined {
    for (let steps = 1; steps <= MOST_STEPS && at + FEWEST_ROUNDS * steps <= path.length; steps++) {
        let same = 0;
        while (at + steps + same < path.length && path[at + same] === path[at + steps + same]) {
            same++;
        }
        const rounds = Math.floor(same / steps) + 1;
        if (rounds >= FEWEST_ROUNDS) {
            return { steps, rounds };
        }
    }
    return undefined;
}
