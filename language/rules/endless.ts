import { endlessIn } from '../analysis/loops.js';
import type { Proofs } from '../analysis/proofs.js';
import type { Edge, Space } from '../analysis/space.js';
import { interruptionBy } from '../execution/after.js';
import type { Breach } from '../execution/machine.js';
import type { Bilingual } from '../text/bilingual.js';
import { someNames } from '../text/numbers.js';

/** How many names a message lists. */
const MOST_NAMED = 5;

/**
 * What to bound where something has no most, as parameters of a message: how often a case comes back to what has no bound.
 *
 * @param otherwise what, where nothing comes back without bound
 * @param ends only what a case on its way to one of these ends may come back to; without it all
 */
export function whatToBound(
    { space, loops, recurring }: Proofs,
    otherwise: Bilingual,
    ends?: ReadonlySet<string>,
): { what: string; whatEn: string } {
    const { machine } = space;
    const before = ends && edgesTo(space, ends);
    const ways = new Set(before?.flatMap(({ move }) => ('way' in move ? [move.way] : [])));
    const repeated = new Set(before?.flatMap(({ move }) => (move.kind === 'again' ? [move.token.at] : [])));
    const breaches = new Set(before?.map((e) => interruptionOn(space, e)));
    const endless = endlessIn(
        { stations: before ? machine.stations.filter((s) => repeated.has(s.index)) : machine.stations },
        before ? loops.filter((w) => ways.has(w)) : loops,
    );
    const interrupting = recurring.filter((b) => !before || breaches.has(b));
    const targets = [...new Set(interrupting.map((b) => b.interrupt.target?.node.name ?? 'onbekend'))];
    const names = someNames(endless, MOST_NAMED);
    const there = someNames(targets, MOST_NAMED);
    const back = `hoe vaak een gezin bij ${names} terugkomt`;
    const backEn = `how often a case comes back to ${names}`;
    const broken = `hoe vaak een \`altijd als\` een gezin bij ${there} brengt, met \`hoogstens … keer\` achter die naam`;
    const brokenEn = `how often an \`altijd als\` brings a case to ${there}, by \`hoogstens … keer\` behind that name`;
    return {
        what:
            [...(endless.length > 0 ? [back] : []), ...(targets.length > 0 ? [broken] : [])].join(', en ') ||
            otherwise.nl,
        whatEn:
            [...(endless.length > 0 ? [backEn] : []), ...(targets.length > 0 ? [brokenEn] : [])].join(', and ') ||
            otherwise.en,
    };
}

/** All that can happen to a case that still comes to one of these ends. */
function edgesTo({ machine, states, out }: Space, ends: ReadonlySet<string>): Edge[] {
    const into = Map.groupBy(out.flat(), (e) => e.to);
    const reach = states.flatMap(({ end }, i) =>
        typeof end === 'number' && ends.has(machine.stations[end]?.node.name ?? '') ? [i] : [],
    );
    const seen = new Set(reach);
    const result: Edge[] = [];
    for (const state of reach) {
        for (const edge of into.get(state) ?? []) {
            result.push(edge);
            if (!seen.has(edge.from)) {
                seen.add(edge.from);
                reach.push(edge.from);
            }
        }
    }
    return result;
}

function interruptionOn({ machine, states }: Space, { from, move }: Edge): Breach | undefined {
    const before = states[from];
    return before && machine.breaches[interruptionBy(machine, before, move) ?? -1];
}
