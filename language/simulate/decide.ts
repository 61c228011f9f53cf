import { isCounting } from '../execution/counting.js';
import { knownIn } from '../execution/enter.js';
import { determinedAt, type Station, type Way } from '../execution/machine.js';
import { isHeldUp, isIntervention, movesIn, openStations, type Move } from '../execution/moves.js';
import type { Token } from '../execution/state.js';
import { isInformal, mayHold, mustHold, truthsOf, type FactValue } from '../execution/truth.js';
import type { Condition } from '../model/protocol.js';
import { answeredAfter } from './answered.js';
import { departure, repetition } from './go-on.js';
import { decidedBy, informalTexts, strayFact } from './said.js';
import type { Visit } from './script.js';
import { isChosen, stationAt, type Decision, type Situation } from './situation.js';
import * as stops from './stops.js';
import type { Stop } from './stops.js';
import { stuck } from './stuck-stop.js';
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
    const begins = moves.find((m) => m.kind === 'begin');
    if (begins) {
        return { move: begins };
    }
    const byItself = moves.filter((m) => !isIntervention(m));
    const done = state.tokens.find(
        (t) =>
            (t.stage === 'repeating' || t.stage === 'leaving') &&
            byItself.some((m) => ('token' in m ? m.token === t : 'station' in m && m.station === t.at)),
    );
    if (done) {
        return done.stage === 'repeating' ? repetition(situation, done) : departure(situation, done, byItself);
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
    const visit = script.last();
    const answered = answeredAfter(machine, state, visit);
    if (visit && answered) {
        visit.used.add(answered.text);
        return { move: answered.move, visit };
    }
    const next = nextWork(situation, moves);
    if (next === undefined) {
        const late = moves.find((m): m is Move & { kind: 'expire' } => m.kind === 'expire');
        return late ? stops.onlyByTerm(stationAt(machine, late.station).node) : stuck(machine, state);
    }
    return 'stop' in next ? next : work(situation, next, moves);
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
    const { machine, state } = situation;
    const candidates: Candidate[] = [];
    const ahead = (station: Station) => spoken(situation, station, moves).visit;
    const outside = (station: Station) => fromOutside(situation, station, moves, ahead(station));
    for (const token of state.tokens) {
        const station = stationAt(machine, token.at);
        const { order } = ahead(station);
        const goes = token.stage === 'busy' || token.stage === 'choosing';
        if (goes || (Number.isFinite(order) && outside(station))) {
            candidates.push({ station, token, order });
        }
    }
    for (const index of openStations(machine, state)) {
        const station = stationAt(machine, index);
        const { order } = ahead(station);
        if (!state.tokens.some((t) => t.at === index) && Number.isFinite(order) && outside(station)) {
            candidates.push({ station, token: undefined, order });
        }
    }
    const sorted = candidates.toSorted((a, b) => a.order - b.order);
    const [first, ...others] = sorted;
    if (!first || others.length === 0) {
        return first;
    }
    const may = (candidate: Candidate, reading: Reading, around = false) => {
        const said = outside(candidate.station)?.move;
        const { token, station } = candidate;
        if (!said && token && isHeldUp(machine, state, token, station)) {
            return false;
        }
        if (!said && ahead(station).event?.expires === true && notCounting(situation, station)) {
            return false;
        }
        const done: Move[] = token?.stage === 'busy' ? [{ kind: 'finish', token, facts: [] }] : [];
        const isLate = (at: number) => at === station.index || (around && station.around.includes(at));
        const options = said ? [said] : [...done, ...moves.filter((m) => m.kind === 'expire' && isLate(m.station))];
        return options.length === 0 || options.some((move) => situation.mayBeNext(move, reading));
    };
    if (may(first, 'certain')) {
        const isFree = ({ order }: Candidate) => !Number.isFinite(order);
        return may(first, 'stated') ? first : (others.find((c) => isFree(c) && may(c, 'stated')) ?? first);
    }
    const before = others.find((c) => may(c, 'stated') && may(c, 'certain')) ?? others.find((c) => may(c, 'certain'));
    return before && Number.isFinite(before.order) && ![first, before].some((c) => saysHowLong(situation, c))
        ? stops.outOfOrder(machine, first.station, before.station)
        : // a term of what is around it runs out where no work in it may be done first
          (before ?? sorted.find((c) => may(c, 'certain', true)) ?? first);
}

/** A term of which the case says that it runs out, and that does not count yet. */
function notCounting({ machine, state }: Situation, { expiries }: Station): Way | undefined {
    return expiries.find((way) => !isCounting(machine, state, way));
}

/** Whether the case says itself how long the work takes; then that orders what it says. */
function saysHowLong({ script }: Situation, { station }: Candidate): boolean {
    return script.ahead(station.node.name).event?.duration !== undefined;
}

/** What happens at open work: what breaks it off, or that it is done. */
function work(situation: Situation, { station, token }: Candidate, moves: readonly Move[]): Decision {
    const { machine, script } = situation;
    if (spoken(situation, station, moves).isNext) {
        script.follow(station.node.name);
    }
    const visit = script.visit(station.node.name);
    if (token?.stage === 'choosing' && choosesPart(machine, station, visit)) {
        return choice(situation, station, token);
    }
    const broken = fromOutside(situation, station, moves, visit);
    const never = broken?.move.kind === 'expire' && machine.idle.has(broken.move.way);
    if (broken?.move.kind === 'expire' && (never || !situation.mayBeNext(broken.move, 'certain'))) {
        const others = moves.filter((m) => m.kind === 'expire' && m !== broken.move);
        return stops.runsOutNever(
            machine,
            { ...broken.move, kind: 'expire' },
            others.find((m) => situation.mayBeNext(m, 'certain')),
        );
    }
    if (broken) {
        visit.used.add(broken.said);
        return { move: broken.move, visit };
    }
    if (visit.event?.expires === true && !visit.used.has(EXPIRES)) {
        const way = notCounting(situation, station);
        return way ? stops.notCounting(station.node, way) : stops.noTerm(station.node);
    }
    if (!token) {
        return stuck(machine, situation.state);
    }
    const late = moves.filter(
        (m) => m.kind === 'expire' && station.around.includes(m.station) && situation.isTooLate(token, m.way, visit),
    );
    const [runsOut] = late;
    if (runsOut) {
        return { move: firstThatMay(situation, late) ?? runsOut, visit };
    }
    return token.stage === 'choosing' ? choice(situation, station, token) : finish(situation, station, token, visit);
}

/** Of several terms the one that may run out before the others. */
function firstThatMay(situation: Situation, moves: readonly Move[]): Move | undefined {
    const may = (reading: Reading) => moves.find((m) => situation.mayBeNext(m, reading));
    return moves.length > 1 ? (may('stated') ?? may('certain')) : moves[0];
}

/**
 * What the case says of a visit: of a group of which is chosen by now what it says was chosen, what it says next of the
 * same place where that breaks this visit off.
 */
function spoken(
    situation: Situation,
    station: Station,
    moves: readonly Move[],
): { readonly visit: Visit; readonly isNext: boolean } {
    const { script } = situation;
    const { name } = station.node;
    const visit = script.ahead(name);
    const following = station.children.length > 0 && isSpent(visit) ? script.following(name) : undefined;
    return following && fromOutside(situation, station, moves, following)
        ? { visit: following, isNext: true }
        : { visit, isNext: false };
}

/** Whether a case says of a visit only what was chosen, and that is done. */
function isSpent({ event, used }: Visit): boolean {
    const { chooses, facts, expires, again } = event ?? {};
    return chooses?.every((c) => used.has(c)) === true && !facts && !expires && again === undefined;
}

/** Whether a case says which part of a group is chosen, and that is still to be done. */
function choosesPart({ stations }: Situation['machine'], { children }: Station, { event, used }: Visit): boolean {
    const parts = children.flatMap((child) => stations[child]?.node.name ?? []);
    return parts.some((part) => event?.chooses?.includes(part) && !used.has(part));
}

/** What the case says that breaks work off: an interruption, a term that runs out, an escalation. */
function fromOutside(
    situation: Situation,
    station: Station,
    moves: readonly Move[],
    visit: Visit,
): { readonly move: Move; readonly said: string } | undefined {
    const { machine, state } = situation;
    const { event, used } = visit;
    if (!event) {
        return undefined;
    }
    const known = knownIn(machine, state.facts, decidedBy(visit));
    // who says what becomes known there, says that the work is done: where a way on leads there as well, that is meant
    const isDone = station.determines.some((i) => (machine.facts[i]?.name ?? '') in (event.facts ?? {}));
    const saidOf = (condition: Condition | undefined, target: number | undefined): string | undefined => {
        const isWayOn = isDone && station.exits.some((w) => w.target === target);
        const name = target === undefined || isWayOn ? undefined : stationAt(machine, target).node.name;
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
        const idle = station.expiries.filter((w) => machine.idle.has(w));
        const never = idle.find((w) => isChosen(machine, w, visit)) ?? (ways.length === 0 ? idle[0] : undefined);
        if (never) {
            return { move: { kind: 'expire', station: station.index, way: never }, said: EXPIRES };
        }
        const chosen =
            ways.find((m) => m.kind === 'expire' && isChosen(machine, m.way, visit)) ??
            firstThatMay(situation, ways) ??
            ways[0];
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
        const past = event?.chooses?.find(
            (name) => !used.has(name) && stops.boundReached(machine, state, station, name) !== undefined,
        );
        if (past !== undefined) {
            return stops.cannotChoose(machine, state, station, past, []);
        }
        const isByFacts = station.exits.every(
            ({ arrow: { condition }, mayBeUsedUp }) => !mayBeUsedUp && !(condition && isInformal(condition)),
        );
        const follows = event?.chooses?.find((name) => isByFacts && !used.has(name));
        return stops.sayFacts(machine, node, missing, follows);
    }
    const unknown = determinedAt(node).find((name) => said[name] === null);
    if (unknown !== undefined) {
        return stops.becomesKnown(machine, node, unknown);
    }
    // nothing is decided behind it, so nothing of what is chosen there is ever used
    const chosen = event?.chooses?.find((name) => !used.has(name));
    if (chosen !== undefined && station.exits.length === 0 && station.repeats.length === 0) {
        return stops.cannotChoose(machine, state, station, chosen, []);
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
