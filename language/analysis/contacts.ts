import type { Machine } from '../execution/machine.js';
import type { Handover, Protocol, Role } from '../model/protocol.js';
import type { FlowNode } from '../model/process.js';
import { executorsOf, statementsOf } from '../model/queries.js';
import { interval, isVague, type Value } from '../model/values.js';
import { extremesOf, type Extremes, type Weight } from './extremes.js';
import type { Edge, Space } from './space.js';

/** How many contacts the courses of a case take. */
export interface Contacts {
    /** to a state, as {@link extremesOf} */
    readonly to: (state: number) => Extremes | undefined;
    /** steps and handovers on some course of which the number of contacts is not stated, or is open */
    readonly notStated: readonly string[];
    /** those of which it is stated vaguely */
    readonly vague: readonly string[];
}

/**
 * The least and greatest number of contacts on every course: those that steps state (`contacten`), repetition counted,
 * and the joint meetings (`gesprekken`) of handovers. What is not stated counts as nothing, and is named.
 *
 * @param organisation only the contacts of this organisation: of steps that one of its roles executes, and meetings in
 * which one of its roles takes part; all contacts where left out
 */
export function contactsOf(space: Space, organisation?: string): Contacts {
    const { machine } = space;
    const notStated = new Set<string>();
    const vague = new Set<string>();
    const isOf = memberOf(machine.protocol, organisation);
    const weigh = (name: string, values: readonly Value[] | undefined): Weight => {
        const [value] = values ?? [];
        if (value?.type !== 'quantity') {
            notStated.add(name);
            return NOTHING;
        }
        if (isVague(value)) {
            vague.add(name);
        }
        const { low, high } = interval(value);
        return { low, high };
    };
    const byStation = machine.stations.map(({ node }): Weight => {
        if ((node.kind !== 'step' && node.kind !== 'escalation') || !isExecuted(node, isOf)) {
            return NOTHING;
        }
        return weigh(node.name, statementsOf(node, 'contacten')[0]?.values);
    });
    const byHandover = new Map(
        machine.protocol.handovers.map((h) => [h.name, meets(h, isOf) ? weigh(h.name, meetingsOf(h)) : NOTHING]),
    );
    const weightOf = ({ move }: Edge): Weight => {
        if (move.kind === 'finish') {
            return byStation[move.token.at] ?? NOTHING;
        }
        return move.kind === 'leave'
            ? move.way.handovers.reduce((sum, h) => add(sum, byHandover.get(h.name) ?? NOTHING), NOTHING)
            : NOTHING;
    };
    const done = doneSomewhere(space);
    return {
        to: extremesOf(space, weightOf),
        notStated: [...notStated].filter((name) => done.has(name)),
        vague: [...vague].filter((name) => done.has(name)),
    };
}

const NOTHING: Weight = { low: 0, high: 0 };

function add(a: Weight, b: Weight): Weight {
    return { low: a.low + b.low, high: a.high + b.high };
}

function memberOf(protocol: Protocol, organisation: string | undefined): (role: string) => boolean {
    if (organisation === undefined) {
        return () => true;
    }
    const isMember = (role: Role) => role.organisations.some((o) => o.name === organisation);
    const members = new Set(protocol.roles.filter(isMember).map((r) => r.name));
    // who fills a role brings the organisation along
    protocol.roles.filter((r) => r.filledBy && members.has(r.filledBy.name)).forEach((r) => members.add(r.name));
    return (role) => members.has(role);
}

function isExecuted(
    node: Extract<FlowNode, { kind: 'step' | 'escalation' }>,
    isOf: (role: string) => boolean,
): boolean {
    const executors = executorsOf(node);
    return executors.length === 0 || executors.some((r) => isOf(r.name));
}

function meets(handover: Handover, isOf: (role: string) => boolean): boolean {
    const present = handover.meetings.flatMap((m) => m.with.map((r) => r.name));
    const parties = [handover.from, handover.to].flatMap((r) => (r ? [r.name] : []));
    return (present.length > 0 ? present : parties).some(isOf);
}

/** The number of meetings; a handover that is not warm and states none has none. */
function meetingsOf(handover: Handover): readonly Value[] | undefined {
    const stated = handover.meetings.map((m) => m.value);
    const warm = statementsOf(handover, 'vorm').some((f) =>
        f.values.some((v) => v.type === 'word' && v.word === 'warm'),
    );
    return stated.length > 0 || warm ? stated : [{ type: 'quantity', low: 0, high: 0, highIncluded: true, text: '0' }];
}

/** The names of the steps, escalations and handovers that occur on some course. */
function doneSomewhere({ machine, out }: Space): Set<string> {
    const name = (station: number, { stations }: Machine) => stations[station]?.node.name ?? '';
    return new Set(
        out.flat().flatMap(({ move }) => {
            if (move.kind === 'finish') {
                return [name(move.token.at, machine)];
            }
            return move.kind === 'leave' ? move.way.handovers.map((h) => h.name) : [];
        }),
    );
}
