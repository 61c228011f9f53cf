import { knownIn } from '../execution/enter.js';
import { determinedAt, type Station } from '../execution/machine.js';
import { movesIn, openStations, type Move } from '../execution/moves.js';
import type { Token } from '../execution/state.js';
import { mayHold, mustHold, truthsOf, type FactValue } from '../execution/truth.js';
import type { Condition } from '../model/protocol.js';
import { departure, repetition } from './go-on.js';
import { decidedBy, informalTexts, strayFact } from './said.js';
import type { Visit } from './script.js';
import { isChosen, stationAt, type Decision, type Situation } from './situation.js';
import * as stops from './stops.js';
import type { Stop } from './stops.js';
import type { Reading } from '../execution/zone-clock.js';

/** What is used of a visit when its term has run out; no name is the same. */
const EXPIRES = 'termijn verstrijkt';

/**
 * What happens next: what the case says, in its order; where it says nothing of open work that needs no saying, the order
 * of the text. What may happen and need not (a term, an escalation, an interruption, a part `naar keuze`, once more)
 * happens only when the case says so.
 */
export function decide(situation: Situation): Decision {
    const { machine, state, script } = situation;
    const moves = movesIn(machine, state);
    const done = state.tokens.find(
        (t) =>
            (t.stage === 'repeating' || t.stage === 'leaving') &&
            moves.some((m) => ('token' in m ? m.token === t : 'station' in m && m.station === t.at)),
    );
    if (done) {
        return done.stage === 'repeating' ? repetition(situation, done) : departure(situation, done, moves);
    }
    const offered = state.tokens.find((t) => t.stage === 'offered');
    if (offered) {
        const group = stationAt(machine, machine.stations[offered.at]?.parent ?? offered.at);
        const visit = script.visit(group.node.name);
        const name = stationAt(machine, offered.at).node.name;
        const wanted = visit.event?.chooses?.includes(name) === true;
        visit.used.add(name);
        return { move: { kind: wanted ? 'take' : 'skip', token: offered }, visit };
    }
    const next = nextWork(situation, moves);
    return next === undefined ? stops.stuck(machine, state) : 'stop' in next ? next : work(situation, next, moves);
}

interface Candidate {
    readonly station: Station;
    /** undefined for a group or phase around open work */
    readonly token: Token | undefined;
    readonly order: number;
}

/**
 * The open work of which the case speaks first. What is surely over before that goes first: by itself where the case does
 * not speak of it, and a case that speaks of it later says what cannot be.
 */
function nextWork(situation: Situation, moves: readonly Move[]): Candidate | Stop | undefined {
    const { machine, state, script } = situation;
    const candidates: Candidate[] = [];
    const outside = (station: Station) => fromOutside(situation, station, moves, script.ahead(station.node.name));
    for (const token of state.tokens) {
        const station = stationAt(machine, token.at);
        const { order } = script.ahead(station.node.name);
        const goes = token.stage === 'busy' || token.stage === 'choosing';
        if (goes || (Number.isFinite(order) && outside(station))) {
            candidates.push({ station, token, order });
        }
    }
    for (const index of openStations(machine, state)) {
        const station = stationAt(machine, index);
        const { order } = script.ahead(station.node.name);
        if (!state.tokens.some((t) => t.at === index) && Number.isFinite(order) && outside(station)) {
            candidates.push({ station, token: undefined, order });
        }
    }
    const sorted = candidates.toSorted((a, b) => a.order - b.order);
    const [first, ...others] = sorted;
    if (!first || others.length === 0) {
        return first;
    }
    const may = (candidate: Candidate, reading: Reading) => {
        const said = outside(candidate.station)?.move;
        const { token, station } = candidate;
        const done: Move[] = token?.stage === 'busy' ? [{ kind: 'finish', token, facts: [] }] : [];
        const late = moves.filter((m) => m.kind === 'expire' && m.station === station.index);
        const options = said ? [said] : [...done, ...late];
        return options.length === 0 || options.some((move) => situation.mayBeNext(move, reading));
    };
    if (may(first, 'certain')) {
        const isFree = ({ order }: Candidate) => !Number.isFinite(order);
        return may(first, 'stated') ? first : (others.find((c) => isFree(c) && may(c, 'stated')) ?? first);
    }
    const before = others.find((c) => may(c, 'stated') && may(c, 'certain')) ?? others.find((c) => may(c, 'certain'));
    return before && Number.isFinite(before.order) && ![first, before].some((c) => saysHowLong(situation, c))
        ? stops.outOfOrder(machine, first.station, before.station)
        : (before ?? first);
}

/** Whether the case says itself how long the work takes; then that orders what it says. */
function saysHowLong({ script }: Situation, { station }: Candidate): boolean {
    return script.ahead(station.node.name).event?.duration !== undefined;
}

/** What happens at open work: what breaks it off, or that it is done. */
function work(situation: Situation, { station, token }: Candidate, moves: readonly Move[]): Decision {
    const { machine, script } = situation;
    const visit = script.visit(station.node.name);
    const broken = fromOutside(situation, station, moves, visit);
    if (broken) {
        visit.used.add(broken.said);
        return { move: broken.move, visit };
    }
    if (visit.event?.expires === true && !visit.used.has(EXPIRES)) {
        return stops.noTerm(station.node);
    }
    if (!token) {
        return stops.stuck(machine, situation.state);
    }
    const late = moves.find(
        (m) => m.kind === 'expire' && m.station === station.index && situation.isTooLate(token, m.way, visit),
    );
    if (late) {
        return { move: late, visit };
    }
    return token.stage === 'choosing' ? choice(situation, station, token) : finish(situation, station, token, visit);
}

/** What the case says that breaks work off: an interruption, a term that runs out, an escalation. */
function fromOutside(
    { machine, state }: Situation,
    station: Station,
    moves: readonly Move[],
    visit: Visit,
): { readonly move: Move; readonly said: string } | undefined {
    const { event, used } = visit;
    if (!event) {
        return undefined;
    }
    const known = knownIn(machine, state.facts, decidedBy(visit));
    const saidOf = (condition: Condition | undefined, target: number | undefined): string | undefined => {
        const name = target === undefined ? undefined : stationAt(machine, target).node.name;
        if (name !== undefined && event.chooses?.includes(name) && !used.has(name)) {
            return name;
        }
        const text = condition && informalTexts(condition).find((t) => event.facts?.[t] === true && !used.has(t));
        return text !== undefined && condition && mustHold(truthsOf(condition, known)) ? text : undefined;
    };
    for (const move of moves) {
        const here = 'station' in move && move.station === station.index;
        const said =
            move.kind === 'interrupt'
                ? saidOf(machine.breaches[move.breach]?.interrupt.condition, machine.breaches[move.breach]?.target)
                : move.kind === 'escalate' && here
                  ? saidOf(move.way.arrow.condition, move.way.target)
                  : undefined;
        if (said !== undefined) {
            return { move, said };
        }
    }
    if (event.expires && !used.has(EXPIRES)) {
        const ways = moves.filter((m) => m.kind === 'expire' && m.station === station.index);
        const chosen = ways.find((m) => m.kind === 'expire' && isChosen(machine, m.way, visit)) ?? ways[0];
        if (chosen) {
            return { move: chosen, said: EXPIRES };
        }
    }
    return undefined;
}

function choice({ machine, script }: Situation, station: Station, token: Token): Decision {
    const { name } = station.node;
    const names = station.children.map((child) => stationAt(machine, child).node.name);
    if (names.some((part) => script.visit(name).used.has(part))) {
        // a case is here twice at once: this is another visit
        script.close(name, 'all');
    }
    const visit = script.visit(name);
    const index = names.findIndex((part) => visit.event?.chooses?.includes(part));
    const part = station.children[index];
    if (part === undefined) {
        return stops.chooseOne(station.node, names);
    }
    visit.used.add(names[index] ?? '');
    return { move: { kind: 'choose', token, part }, visit };
}

function finish({ machine, state }: Situation, station: Station, token: Token, visit: Visit): Decision {
    const { node } = station;
    const { event, used } = visit;
    const said = event?.facts ?? {};
    const stray = strayFact(machine, visit, determinedAt(node));
    if (stray !== undefined) {
        return stops.notDetermined(node, stray);
    }
    const missing = station.determines.flatMap((i) => machine.facts[i]?.name ?? []).filter((n) => !(n in said));
    if (missing.length > 0) {
        return stops.sayFacts(machine, node, missing);
    }
    const unknown = determinedAt(node).find((name) => said[name] === null);
    if (unknown !== undefined) {
        return stops.becomesKnown(machine, node, unknown);
    }
    // nothing is decided behind it, so nothing of what is chosen there is ever used
    const chosen = event?.chooses?.find((name) => !used.has(name));
    if (chosen !== undefined && station.exits.length === 0 && station.repeats.length === 0) {
        return stops.cannotChoose(node, chosen, []);
    }
    const facts = station.determines.flatMap((index): (readonly [number, FactValue])[] => {
        const value = said[machine.facts[index]?.name ?? ''];
        return value === null || value === undefined ? [] : [[index, value]];
    });
    const after = facts.reduce<readonly (FactValue | undefined)[]>((all, [i, v]) => all.with(i, v), state.facts);
    const known = knownIn(machine, after, decidedBy(visit));
    return station.doneWhen.every((c) => mayHold(truthsOf(c, known)))
        ? { move: { kind: 'finish', token, facts }, visit }
        : stops.notDone(node);
}
