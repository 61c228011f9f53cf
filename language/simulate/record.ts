import type { Case, CaseEvent } from '../execution/case.js';
import { budgetOf } from '../execution/budget.js';
import { isInside, type Machine } from '../execution/machine.js';
import { interruptionBy } from '../execution/after.js';
import { mayBeRepeated, openStations, type Move } from '../execution/moves.js';
import type { State } from '../execution/state.js';
import type { Length } from '../execution/timed-work.js';
import type { FactValue } from '../execution/truth.js';
import type { Arrow, ContactBudget } from '../model/process.js';
import type { Direction, Place } from '../model/protocol.js';
import { withSpokenGroups } from '../model/unnamed-groups.js';
import type { Bilingual } from '../text/bilingual.js';
import type { Clock, Moment } from './clock.js';
import { contactsAt, contactsOfHandover, contactsWhenCutOff, sumOfContacts } from '../execution/contacts.js';
import { cutOffBy } from '../execution/cut-off.js';
import { contactRecordOf } from './contact-record.js';
import { stationAt, type Passed } from './situation.js';
import * as events from './events.js';
import { NOT_CERTAIN, type LogEntry, type Run, type Snapshot } from './run.js';
import type { Visit } from './script.js';
import { beginsWith, requiredBefore } from '../model/queries.js';
import type { Stop } from './stops.js';

/** Something that happened, as the simulator decided it. */
export interface Happening {
    readonly move: Move;
    readonly visit: Visit | undefined;
    readonly passed: readonly Passed[];
    readonly before: State;
    readonly after: State;
    readonly at: Moment;
    /** terms and durations that are surely overrun now */
    readonly late: readonly Length[];
    /** the work that a term breaks off and that surely had not begun, by its station, with why */
    readonly unbegun: ReadonlyMap<number, events.Unbegun>;
}

export interface Recorder {
    readonly begins: (facts: Case['facts'], state: State) => void;
    readonly happens: (happening: Happening) => void;
    readonly run: (
        state: State,
        stop: Stop | undefined,
        now: Moment,
        open: readonly string[],
        unused: CaseEvent[],
    ) => Run;
}

/** Keeps what happens in a case: its path, log, contacts, documents, who directs. */
export function recorderOf(machine: Machine, clock: Clock): Recorder {
    const { protocol } = machine;
    const facts: Record<string, FactValue> = {};
    const path: string[] = [];
    const entered: string[] = [];
    const log: LogEntry[] = [];
    const overrun: LogEntry[] = [];
    const contacts = contactRecordOf(machine);
    const delivered: string[] = [];
    const handedOver: string[] = [];
    const handovers: { name: string; confirmed: boolean }[] = [];
    const directorsAfter: (readonly string[])[] = [];
    const arrows: Arrow[] = [];
    const budgets = machine.process.contactBudgets.map((stated) => ({
        stated,
        most: budgetOf(stated)?.most ?? Infinity,
    }));
    const overspent = new Set<ContactBudget>();
    let directors: readonly string[] = protocol.roles.filter((r) => r.directs).map((r) => r.name);

    const know = (said: Case['facts'] | undefined) => {
        for (const [name, value] of Object.entries(said ?? {})) {
            if (value !== null) {
                facts[name] = value;
            }
        }
    };
    const snapshot = (state: State): Snapshot => ({
        open: state.tokens.map((t) => {
            const isOver = t.stage === 'repeating' && !mayBeRepeated(machine, state, t);
            return { name: stationAt(machine, t.at).node.name, stage: isOver ? 'leaving' : t.stage };
        }),
        facts: { ...facts },
        documents: [...delivered],
        directors,
        contacts: sumOfContacts(contacts.all()),
    });
    const write = (
        kind: LogEntry['kind'],
        where: { readonly name: string; readonly nameAt: Place },
        message: Bilingual,
        time: Moment,
        state: State,
    ): LogEntry => {
        const date = clock.dateOf(time.low);
        const latestDate = Number.isFinite(time.high) ? clock.dateOf(time.high) : undefined;
        const entry = {
            kind,
            step: where.name,
            message: withSpokenGroups(message, protocol),
            at: where.nameAt,
            time,
            state: snapshot(state),
        };
        const written = {
            ...entry,
            ...(date === undefined ? {} : { date }),
            ...(latestDate === undefined ? {} : { latestDate }),
        };
        log.push(written);
        return written;
    };
    const enter = (before: State | undefined, after: State) => {
        const was = before ? openStations(machine, before) : new Set<number>();
        for (const index of openStations(machine, after)) {
            const token = after.tokens.find((t) => t.at === index);
            const isNew = !was.has(index) || (token?.stage === 'busy' && !before?.tokens.some((t) => t.at === index));
            if (isNew && token?.stage !== 'offered') {
                entered.push(stationAt(machine, index).node.name);
            }
        }
    };
    const add = (all: string[], names: readonly string[]) => {
        all.push(...names.filter((n) => !all.includes(n)));
    };

    const breakOff = ({ move, before, after, unbegun }: Happening) => {
        for (const at of cutOffBy(machine, before, move, after)) {
            const count = contactsWhenCutOff(protocol, stationAt(machine, at).node);
            if (count && !unbegun.has(at)) {
                contacts.breaksOff(at, count);
            }
        }
    };

    /** tells of each budget when a case surely has more contacts than it allows, once */
    const tellOverBudget = (at: Moment, after: State) => {
        for (const { stated, most } of budgets) {
            const sum = sumOfContacts(contacts.all(), stated.organisation?.name);
            if (sum.low > most && !overspent.has(stated)) {
                overspent.add(stated);
                const where = { name: protocol.name, nameAt: stated.at };
                overrun.push(write('remark', where, events.overBudget(stated, sum), at, after));
            }
        }
    };

    const finish = (happening: Happening & { move: { kind: 'finish' } & Move }) => {
        const { move, visit, before, after, at } = happening;
        const station = stationAt(machine, move.token.at);
        const { node } = station;
        know(visit?.event?.facts);
        path.push(node.name);
        directorsAfter.push(directors);
        const count = contactsAt(protocol, node);
        if (count) {
            contacts.takes(move, count);
        }
        breakOff(happening);
        contacts.goesOn({ before, move }, after);
        if (node.kind === 'step' || node.kind === 'escalation') {
            const works = [node, ...node.activities];
            const lacking = requiredBefore(node).filter(
                (d) => !d.modality && !delivered.includes(d.name) && !beginsWith(node, d.name, protocol),
            );
            add(delivered, [
                ...protocol.documents.flatMap(({ name }) => (beginsWith(node, name, protocol) ? [name] : [])),
                ...works.flatMap((w) => w.delivers.map((d) => d.name)),
            ]);
            const set = move.facts.map(([i, value]) => [machine.facts[i]?.name ?? '', value] as const);
            write(
                'done',
                node,
                events.done(node, { ...visit?.event?.facts, ...Object.fromEntries(set) }, count),
                at,
                after,
            );
            if (lacking.length > 0) {
                const names = lacking.map((d) => d.name);
                write('remark', node, events.lacking(node.name, names), at, after);
            }
        }
    };

    const handOver = ({ move, passed, after, at }: Happening) => {
        directors = directedBy(
            passed.flatMap(({ handover, confirmed }) => (confirmed ? handover.direction : [])),
            directors,
        );
        for (const { handover, confirmed } of passed) {
            const count = contactsOfHandover(protocol, handover);
            handovers.push({ name: handover.name, confirmed });
            // the meetings have taken place, also where the confirmation stays out
            if (count) {
                contacts.takes(move, count);
            }
            if (confirmed) {
                add(
                    handedOver,
                    handover.information.flatMap((i) => i.documents.map((d) => d.name)),
                );
            }
            write('handover', handover, events.handover(handover, confirmed), at, after);
        }
    };

    const happens = (happening: Happening) => {
        const { move, before, after, at, late } = happening;
        const target = 'way' in move ? move.way.arrow.to : undefined;
        if ('way' in move) {
            arrows.push(move.way.arrow);
        }
        if (move.kind !== 'finish') {
            breakOff(happening);
            contacts.goesOn({ before, move }, after);
        }
        switch (move.kind) {
            case 'finish':
                finish({ ...happening, move });
                break;
            case 'again': {
                const { node } = stationAt(machine, move.token.at);
                arrows.push(...machine.process.arrows.filter((a) => a.kind === 'repeat' && a.from === node.name));
                write('chosen', node, events.again(node.name), at, after);
                break;
            }
            case 'choose':
            case 'take': {
                const { node } = stationAt(machine, move.kind === 'choose' ? move.part : move.token.at);
                write('chosen', node, events.chosen(node.name), at, after);
                break;
            }
            case 'leave':
            case 'fall back': {
                handOver(happening);
                const { node } = stationAt(machine, move.token.at);
                write('goes-on', node, events.goesOn(node.name, target), at, after);
                break;
            }
            case 'expire':
            case 'escalate': {
                const { node } = stationAt(machine, move.station);
                if (move.kind === 'escalate') {
                    write('escalation', node, events.escalates(node.name, target), at, after);
                } else {
                    const isSaid = happening.visit?.event?.expires === true;
                    const unbegun = happening.unbegun.get(move.station);
                    const unchosen = before.tokens.flatMap((t) =>
                        t.stage === 'choosing' && isInside(machine, t.at, move.station)
                            ? [stationAt(machine, t.at).node.name]
                            : [],
                    );
                    overrun.push(
                        write('term', node, events.expires(node, move.way, isSaid, { unbegun, unchosen }), at, after),
                    );
                }
                break;
            }
            case 'interrupt':
            case 'begin':
            case 'skip':
            case 'enough':
                break;
        }
        for (const length of late) {
            overrun.push(write('remark', { name: length.of, nameAt: length.at }, events.overrun(length), at, after));
        }
        const breach = interruptionBy(machine, before, move);
        const begun = breach === undefined ? undefined : machine.breaches[breach]?.interrupt;
        if (begun) {
            arrows.push(...machine.process.arrows.filter((a) => a.kind === 'interrupt' && a.at === begun.at));
            const to = machine.breaches[breach ?? -1]?.target;
            const node = to === undefined ? undefined : stationAt(machine, to).node;
            write('interruption', node ?? protocol, events.interrupts(node?.name, begun.resume), at, after);
        }
        tellOverBudget(at, after);
        enter(before, after);
    };

    return {
        begins: (said, state) => {
            know(said);
            enter(undefined, state);
            contacts.goesOn(undefined, state);
            const first = state.tokens[0] && stationAt(machine, state.tokens[0].at).node;
            write('begin', first ?? protocol, events.begins(said), { low: 0, high: 0 }, state);
        },
        happens,
        run: (state, stop, now, open, unused) => ({
            ...(typeof state.end === 'number' ? { end: stationAt(machine, state.end).node.name } : {}),
            isUnstated: state.end === 'unknown',
            ...(stop ? { stop: { ...stop, message: withSpokenGroups(stop.message, protocol) } } : {}),
            path,
            // a handover or a phase may be over after what happened meanwhile
            overrun,
            log: log.toSorted((a, b) => a.time.low - b.time.low),
            contacts: contacts.all(),
            duration: { low: now.low, high: now.high, open },
            delivered,
            handedOver,
            directors,
            directorsAfter,
            handovers,
            arrows,
            entered,
            unused,
        }),
    };
}

/** Who directs after handovers on one arrow: all to whom they pass direction, as the proofs have it (direction.ts). */
function directedBy(said: readonly Direction[], before: readonly string[]): readonly string[] {
    if (said.length === 0) {
        return before;
    }
    const certain = said.flatMap(({ role, modality }) => (role && !modality ? [role.name] : []));
    const isCertain = said.every(({ role, modality }) => role && !modality);
    return [...new Set([...certain, ...(isCertain ? [] : [NOT_CERTAIN])])];
}
