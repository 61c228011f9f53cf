import { knownIn } from '../execution/enter.js';
import type { CaseEvent } from '../execution/case.js';
import { determinedAt, type Machine, type Station, type Way } from '../execution/machine.js';
import { mayFallBack, movesIn, waysThatMayBeTaken, type Move } from '../execution/moves.js';
import type { Token } from '../execution/state.js';
import { mayHold, mustHold, truthsOf } from '../execution/truth.js';
import { answeredAfter } from './answered.js';
import { decidedBy, isDecided, strayFact, undecidedTexts } from './said.js';
import type { Visit } from './script.js';
import { isChosen, nameOf, stationAt, type Decision, type Passed, type Situation } from './situation.js';
import * as stops from './stops.js';
import { stuck } from './stuck-stop.js';

/** Whether work that is done is done once more. */
export function repetition({ machine, state, script }: Situation, token: Token): Decision {
    const station = stationAt(machine, token.at);
    const visit = script.afterwards(station.node.name, isAfterWork(machine, station));
    const known = knownIn(machine, state.facts, decidedBy(visit));
    if (station.children.length > 0 && !station.doneWhen.every((c) => mayHold(truthsOf(c, known)))) {
        return stops.notDone(station.node);
    }
    const moves = movesIn(machine, state).filter((m) => m.kind === 'again' || m.kind === 'enough');
    const [only] = moves;
    const { event } = visit;
    const own = event?.chooses?.includes(station.node.name) === true;
    if (only && moves.length === 1) {
        const over = station.repeats.find(({ until }) => until && mustHold(truthsOf(until, known)));
        const isWay = own && station.exits.some((w) => isChosen(machine, w, visit));
        return over && only.kind === 'enough' && (event?.again === true || own) && !isWay
            ? stops.notAgain(station.node)
            : { move: only, visit };
    }
    // a bound that is not known may be reached: a case says so by where it goes then
    const isReached =
        !own && station.repeats.some((r) => r.isOpen) && station.exits.some((w) => isChosen(machine, w, visit));
    const undecided = station.repeats.flatMap(({ until }) =>
        until && event?.again === undefined && !own && !isReached && !isDecided(until, known) ? [until] : [],
    );
    if (undecided[0]) {
        return stops.decideOn(station.node, undecidedTexts(undecided[0], visit));
    }
    const bounds = station.repeats.map(({ until }) => until && mustHold(truthsOf(until, known)));
    const again = event?.again ?? (own || (!isReached && bounds.every((b) => b === false) && bounds.length > 0));
    return { move: { kind: again ? 'again' : 'enough', token }, visit };
}

/**
 * Whether what is said of a place may be about a visit of which the work is done: what is chosen of a group is said of a
 * visit that begins with that choice, and who came into it by the side chose nothing.
 */
function isAfterWork(machine: Machine, { node, children }: Station): (event: CaseEvent) => boolean {
    const parts = children.map((child) => stationAt(machine, child).node.name);
    const isToChoose = node.kind === 'group' && node.mode !== 'all';
    return ({ chooses }) => !isToChoose || chooses === undefined || chooses.some((c) => !parts.includes(c));
}

/** Where a case goes when work is done. */
export function departure(situation: Situation, token: Token, moves: readonly Move[]): Decision {
    const { machine, state, script } = situation;
    const station = stationAt(machine, token.at);
    const visit = script.afterwards(station.node.name, isAfterWork(machine, station));
    const strayHere = strayFact(machine, visit, determinedAt(station.node));
    if (strayHere !== undefined) {
        return stops.notDetermined(station.node, strayHere);
    }
    const ways = waysThatMayBeTaken(machine, state, station);
    let way = ways.find((w) => isChosen(machine, w, visit));
    const forced = moves.find((m) => (m.kind === 'escalate' ? !(way && m.way.mayBeUsedUp) : m.kind === 'expire'));
    if (forced) {
        return { move: forced, visit };
    }
    if (!way) {
        const known = knownIn(machine, state.facts, decidedBy(visit));
        way = ways.find((w) => !w.arrow.condition || mayHold(truthsOf(w.arrow.condition, known)));
        const { condition } = way?.arrow ?? {};
        if (condition && !isDecided(condition, known)) {
            return stops.chooseWay(
                station.node,
                undecidedTexts(condition, visit),
                ways.map((w) => nameOf(machine, w)),
            );
        }
    }
    // a case may come into a part of a group by another way than by choosing it
    const parts = station.children.map((child) => stationAt(machine, child).node.name);
    const stray = visit.event?.chooses?.find(
        (c) =>
            !parts.includes(c) && c !== station.node.name && !visit.used.has(c) && c !== (way && nameOf(machine, way)),
    );
    if (stray !== undefined) {
        return stops.cannotChoose(
            machine,
            state,
            station,
            stray,
            ways.map((w) => nameOf(machine, w)),
        );
    }
    const answered = answeredAfter(machine, state, visit);
    if (answered && way?.target !== undefined && stationAt(machine, way.target).node.kind === 'end') {
        return stops.endsBefore(station.node, answered, nameOf(machine, way));
    }
    return way ? passing(situation, token, station, way, visit) : stuck(machine, state, station);
}

/** The handovers on an arrow: each is confirmed, unless the case says that it is not. */
function passing(
    { machine, state, script }: Situation,
    token: Token,
    station: Station,
    way: Way,
    visit: Visit,
): Decision {
    const passed: Passed[] = [];
    for (const handover of way.handovers) {
        const of = script.visit(handover.name);
        const stray = strayFact(machine, of, []);
        if (stray !== undefined) {
            return stops.notDetermined(handover, stray);
        }
        const expires = of.event?.expires === true;
        const all = way.fallbacks.filter((b) => b.arrow.handovers.includes(handover.name));
        const targets = [...new Set(all.map((b) => nameOf(machine, b)))];
        const [chosen] = of.event?.chooses ?? [];
        if (chosen !== undefined && !(expires && targets.includes(chosen))) {
            return stops.confirmedAll(handover, chosen, targets);
        }
        if (!expires) {
            passed.push({ handover, visit: of, confirmed: true });
        } else {
            const backs = all.filter((b) => mayFallBack(state, machine, b));
            // one behind `anders` comes only after the other one
            const firsts = [...new Set(backs.filter((b) => !b.first).map((b) => nameOf(machine, b)))];
            if (chosen === undefined && firsts.length > 1) {
                return stops.whichFallback(handover, firsts);
            }
            const back = backs.find((b) => isChosen(machine, b, of)) ?? backs[0];
            return back
                ? {
                      move: { kind: 'fall back', token, way: back },
                      visit,
                      passed: [...passed, { handover, visit: of, confirmed: false, back }],
                  }
                : stops.noFallback(handover, station.node, way.fallbacks);
        }
    }
    return { move: { kind: 'leave', token, way }, visit, passed };
}
