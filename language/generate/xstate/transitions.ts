import { isParallel, type Station, type Way } from '../../execution/machine.js';
import type { Deadline, Handover, Since } from '../../model/protocol.js';
import { countsFromAsking } from '../../model/queries.js';
import type { Value } from '../../model/values.js';
import { leastOf } from '../../workflow/starts.js';
import type { StateConfig, Step, Transition } from './config.js';
import { termJson, type TermJson } from './data.js';
import { aroundIt, breakingOff, leaving, targetOf, type Ways } from './leaving.js';

/** What is shared while the states of one process are made. */
export interface Making extends Ways {
    /** the terms that the states keep, by their name */
    readonly terms: Record<string, TermJson>;
    /** the states that can be come back to: the course of the process, and each interruption */
    readonly regions: readonly string[];
}

type Mutable = Record<string, readonly Transition[]>;

/** The key of a station by its index. */
export function keyAt({ keys }: Ways, index: number): string {
    return keys[index] ?? '';
}

export function repeating(making: Making, station: Station, again: string): StateConfig {
    const key = keyAt(making, station.index);
    const params = { deel: key };
    const once = { target: `#${key}.${again}`, actions: [{ type: 'nogEens', params }] };
    const enough = { target: 'verder', actions: [{ type: 'genoeg', params }] };
    return {
        always: [
            { guard: { type: 'moetNogEens', params }, ...once },
            { guard: { type: 'isGenoeg', params }, ...enough },
        ],
        on: {
            [`nog-eens.${key}`]: [{ guard: { type: 'magNogEens', params }, ...once }],
            [`genoeg.${key}`]: [{ guard: { type: 'magGenoeg', params }, ...enough }],
        },
    };
}

/** What comes next: by itself where facts decide, else where a person says so. */
export function departing(making: Making, station: Station): StateConfig {
    const key = keyAt(making, station.index);
    const always: Transition[] = [];
    const on: Mutable = {};
    const after: Mutable = {};
    station.escalations.forEach((way, weg) => {
        if (way.arrow.condition) {
            always.push(breakingOff(making, station, way, { type: 'moetOpschalen', params: { deel: key, weg } }));
        }
    });
    station.exits.forEach((way, weg) => {
        const actions = leaving(making, station, way, true);
        const target = targetOf(making, aroundIt(station), way.target);
        always.push({ guard: { type: 'vanzelf', params: { deel: key, weg } }, target, actions });
        on[`verder.${key}.${String(weg + 1)}`] = [
            { guard: { type: 'magVerder', params: { deel: key, weg } }, target, actions },
        ];
        way.fallbacks.forEach((back, terugval) => {
            const id = `${key}.${String(weg + 1)}.${String(terugval + 1)}`;
            const transition = (termijn?: string): Transition => ({
                guard: {
                    type: 'magTerugvallen',
                    params: { deel: key, weg, terugval, ...(termijn === undefined ? {} : { termijn }) },
                },
                target: targetOf(making, aroundIt(station), back.target),
                actions: leaving(making, station, back, false),
            });
            on[`niet-bevestigd.${id}`] = [transition()];
            const handover = way.handovers.find((h) => back.arrow.handovers.includes(h.name));
            // the first of them that is over
            termsUntil(handover, back).forEach(({ value, after: from }, n) => {
                const term = handoverTerm(making, key, value, from);
                if (term) {
                    const name = keep(making, `bevestiging.${id}${n === 0 ? '' : `.${String(n + 1)}`}`, term);
                    after[name] = [transition(name)];
                    on[clockOf(name)] = [transition(name)];
                }
            });
        });
    });
    if (station.exits.length === 0) {
        always.push(...completing(making, station));
    }
    const isWork = station.node.kind === 'step' || station.node.kind === 'escalation';
    return {
        // work itself is done before
        ...(isWork ? {} : { entry: [{ type: 'eindig', params: { deel: key } }] }),
        ...(always.length > 0 ? { always } : {}),
        ...(Object.keys(on).length > 0 ? { on } : {}),
        ...(Object.keys(after).length > 0 ? { after } : {}),
    };
}

/**
 * The terms after which a handover that is not confirmed leads where a fallback says: of a term with `anders` itself, else how
 * long the confirmation may take and each term that says of no other way.
 */
export function termsUntil(
    handover: Handover | undefined,
    { arrow }: Way,
): readonly { readonly value: Value; readonly after?: Since }[] {
    const { confirmations = [], deadlines = [], meetings = [] } = handover ?? {};
    const own = deadlines.filter((d) => d.at === arrow.at);
    const [confirmation] = confirmations;
    const { within, after } = confirmation ?? {};
    const since =
        after && !countsFromAsking(after, { meetings }) ? { after: { type: 'other', value: after } as const } : {};
    const asked = within ? [{ value: within, ...since }] : [];
    return own.length > 0 ? own : [...asked, ...deadlines.filter((d) => !d.otherwise && !d.otherwiseValue)];
}

/** A term of a handover: counted from when the work before it is done, unless it says otherwise. */
export function handoverTerm(
    { machine, keys }: Ways,
    key: string,
    value: Value,
    after: Since | undefined,
): TermJson | undefined {
    const made = termJson(machine, keys, key, value, after);
    return made?.vanaf === 'begin' ? { ...made, vanaf: 'einde van', van: key } : made;
}

function completing(making: Making, station: Station): Transition[] {
    const parent = station.parent === undefined ? undefined : making.machine.stations[station.parent];
    const key = keyAt(making, station.index);
    const done = (delen: readonly string[]): Step[] => [{ type: 'verlaat', params: { delen, van: key, gedaan: true } }];
    if (parent && station.node.kind !== 'escalation') {
        const container = keyAt(making, parent.index);
        const part = isParallel(parent) ? `deel-${key}.gedaan` : 'gedaan';
        const delen = making.machine.stations
            .filter((s) => s.around.includes(station.index))
            .map((s) => keyAt(making, s.index));
        return [{ guard: { type: 'ongestoord' }, target: `#${container}.bezig.${part}`, actions: done(delen) }];
    }
    const back = making.machine.breaches.some((b) => b.interrupt.resume) ? making.regions : [];
    return [
        ...back.map((plek): Transition => ({
            guard: { type: 'magHervatten', params: { plek } },
            target: `#${plek}:terug`,
            actions: [{ type: 'hervat' }],
        })),
        { guard: { type: 'ongestoord' }, target: '#onbekend', actions: [] },
    ];
}

/** The delays that work waits for before it begins, by their name. */
export function beginning(making: Making, { node, index }: Station): string[] {
    const all = node.kind === 'step' || node.kind === 'escalation' ? node.startsAfter : [];
    const key = keyAt(making, index);
    return all.flatMap((start, n) => {
        const least = leastOf(start);
        const term = least && termJson(making.machine, making.keys, key, least, start.after);
        return term ? [keep(making, `begin.${key}.${String(n + 1)}`, term)] : [];
    });
}

/** Terms that run out and escalations, while work is open. */
export function outside(making: Making, station: Station): Pick<StateConfig, 'on' | 'after'> {
    const key = keyAt(making, station.index);
    const on: Mutable = {};
    const after: Mutable = {};
    station.expiries.forEach((way, weg) => {
        const id = `termijn.${key}.${String(weg + 1)}`;
        const teller = way.counter ?? null;
        on[id] = [breakingOff(making, station, way, { type: 'wegOpen', params: { teller } })];
        const deadline = deadlinesOf(station).find((d) => d.at === way.arrow.at);
        const term = deadline && termJson(making.machine, making.keys, key, deadline.value, deadline.after);
        if (term) {
            const over = breakingOff(making, station, way, { type: 'verstreken', params: { termijn: id, teller } });
            after[keep(making, id, term)] = [over];
            on[clockOf(id)] = [over];
        }
    });
    station.escalations.forEach((way, weg) => {
        const guard = { type: 'magOpschalen', params: { deel: key, weg } };
        on[`opschalen.${key}.${String(weg + 1)}`] = [breakingOff(making, station, way, guard)];
    });
    return { ...(Object.keys(on).length > 0 ? { on } : {}), ...(Object.keys(after).length > 0 ? { after } : {}) };
}

/** The event that comes when a term is over of which it became known later, or anew, when that is. */
export function clockOf(term: string): string {
    return `klok.${term}`;
}

/** Notes the term of a delay. */
function keep(making: Making, id: string, term: TermJson): string {
    making.terms[id] = term;
    return id;
}

function deadlinesOf({ node }: Station): readonly Deadline[] {
    return node.kind === 'end' ? [] : node.deadlines;
}
