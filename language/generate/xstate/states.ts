import type { Machine, Station } from '../../execution/machine.js';
import type { Deadline, Handover } from '../../model/protocol.js';
import type { StateConfig, Step, Transition } from './config.js';
import { termJson, type TermJson } from './data.js';
import { breakingOff, leaving, targetOf, type Ways } from './leaving.js';

/** The states of a process, and the terms that they keep. */
export interface Made {
    readonly states: Readonly<Record<string, StateConfig>>;
    readonly terms: Readonly<Record<string, TermJson>>;
}

/** Makes the states of all stations. @param keys by index of the station */
export function statesOf(machine: Machine, keys: readonly string[]): Made {
    const maker = new StateMaker({ machine, keys });
    return { states: maker.regions(), terms: maker.terms };
}

type Mutable = Record<string, readonly Transition[]>;

class StateMaker {
    readonly terms: Record<string, TermJson> = {};
    private readonly machine: Machine;
    private readonly keys: readonly string[];
    /** the regions that come back to where they were: the course of the process, and each interruption */
    private readonly regionKeys: readonly string[];

    constructor(private readonly ways: Ways) {
        this.machine = ways.machine;
        this.keys = ways.keys;
        this.regionKeys = ['verloop', ...this.apart().map((i) => `onderbreking-${this.key(i)}`)];
    }

    private key(index: number): string {
        return this.keys[index] ?? '';
    }

    /** what an `altijd als` leads to, ends aside */
    private apart(): number[] {
        const targets = new Set(this.machine.breaches.flatMap(({ target }) => (target === undefined ? [] : [target])));
        return [...targets].filter((i) => this.machine.stations[i]?.node.kind !== 'end').sort((a, b) => a - b);
    }

    regions(): Record<string, StateConfig> {
        const { stations, start } = this.machine;
        const apart = new Set(this.apart());
        const top = stations.filter((s) => this.home(s) === undefined && !apart.has(s.index) && s.node.kind !== 'end');
        const ends = stations.filter((s) => s.node.kind === 'end');
        return {
            toegang: {
                always: [{ guard: { type: 'toegelaten' }, target: `#${start === undefined ? '' : this.key(start)}` }],
            },
            verloop: this.region('verloop', top, start),
            ...Object.fromEntries(
                [...apart].flatMap((i) => {
                    const station = stations[i];
                    const name = `onderbreking-${this.key(i)}`;
                    return station ? [[name, this.region(name, [station], i)]] : [];
                }),
            ),
            ...Object.fromEntries(
                ends.map((s) => [
                    this.key(s.index),
                    {
                        id: this.key(s.index),
                        type: 'final' as const,
                        ...this.about(s),
                        entry: [{ type: 'einde', params: { naam: s.node.name } }],
                    },
                ]),
            ),
            onbekend: {
                id: 'onbekend',
                type: 'final',
                description: 'De tekst zegt niet wat hierna komt.',
            },
        };
    }

    private region(name: string, stations: readonly Station[], first: number | undefined): StateConfig {
        return {
            entry: [{ type: 'plek', params: { plek: name } }],
            ...(first === undefined ? {} : { initial: this.key(first) }),
            states: { ...this.all(stations), terug: { id: `${name}-terug`, type: 'history', history: 'deep' } },
        };
    }

    private all(stations: readonly Station[]): Record<string, StateConfig> {
        return Object.fromEntries(stations.map((s) => [this.key(s.index), this.state(s)]));
    }

    /** The container whose state holds the state of a station; what stands in a parallel group and is no part of it, is beside it. */
    private home({ parent, index }: Station): number | undefined {
        const container = parent === undefined ? undefined : this.machine.stations[parent];
        if (!container) {
            return undefined;
        }
        const isPart = container.children.includes(index);
        return isPart || !isParallel(container) ? container.index : this.home(container);
    }

    private inside(container: Station): Station[] {
        return this.machine.stations.filter((s) => s.node.kind !== 'end' && this.home(s) === container.index);
    }

    private about({ node }: Station): Pick<StateConfig, 'description' | 'meta'> {
        return {
            ...(node.title === undefined ? {} : { description: node.title }),
            meta: { naam: node.name, soort: node.kind },
        };
    }

    private state(station: Station): StateConfig {
        const key = this.key(station.index);
        const isWork = station.node.kind === 'step' || station.node.kind === 'escalation';
        const afterwards = station.repeats.length > 0 ? 'herhalen' : 'verder';
        return {
            id: key,
            ...this.about(station),
            entry: [{ type: 'begin', params: { deel: key } }],
            ...(isWork ? { initial: 'werk' } : { initial: 'bezig', ...this.outside(station) }),
            states: {
                ...(isWork
                    ? { werk: this.work(station), gedaan: this.done(afterwards) }
                    : { bezig: this.container(station, afterwards) }),
                ...(station.repeats.length > 0
                    ? { herhalen: this.repeating(station, isWork ? 'werk.bezig' : 'bezig') }
                    : {}),
                verder: this.departing(station),
            },
        };
    }

    private work(station: Station): StateConfig {
        const key = this.key(station.index);
        const waits = station.guards.length > 0;
        return {
            initial: waits ? 'wacht' : 'bezig',
            ...this.outside(station),
            states: {
                ...(waits
                    ? {
                          wacht: {
                              always: [{ guard: { type: 'magBeginnen', params: { deel: key } }, target: 'bezig' }],
                          },
                      }
                    : {}),
                bezig: {
                    on: {
                        [`klaar.${key}`]: [
                            {
                                guard: { type: 'magKlaar', params: { deel: key } },
                                target: `#${key}.gedaan`,
                                actions: [{ type: 'klaar', params: { deel: key } }],
                            },
                        ],
                    },
                },
            },
        };
    }

    /** What is known now may interrupt, before anything follows from it. */
    private done(afterwards: string): StateConfig {
        return { always: [{ guard: { type: 'ongestoord' }, target: afterwards }] };
    }

    private container(station: Station, afterwards: string): StateConfig {
        const { node, children } = station;
        const key = this.key(station.index);
        const over = { gedaan: { type: 'final' as const } };
        const onDone = `#${key}.${afterwards}`;
        if (children.length === 0) {
            return { initial: 'gedaan', states: over, onDone };
        }
        if (isParallel(station)) {
            return {
                type: 'parallel',
                onDone,
                states: Object.fromEntries(
                    children.flatMap((child) => {
                        const part = this.machine.stations[child];
                        return part ? [[`deel-${this.key(child)}`, this.part(station, part)]] : [];
                    }),
                ),
            };
        }
        const isChoice = node.kind === 'group';
        const choosing = {
            on: Object.fromEntries(
                children.map((c): [string, Transition[]] => [
                    `kies.${key}.${this.key(c)}`,
                    [{ target: `#${this.key(c)}` }],
                ]),
            ),
        };
        return {
            initial: isChoice ? 'kiezen' : this.key(children[0] ?? -1),
            onDone,
            states: { ...(isChoice ? { kiezen: choosing } : {}), ...this.all(this.inside(station)), ...over },
        };
    }

    private part({ node }: Station, part: Station): StateConfig {
        const key = this.key(part.index);
        const over = { gedaan: { type: 'final' as const } };
        return node.kind === 'group' && node.mode === 'any'
            ? {
                  initial: 'aangeboden',
                  states: {
                      aangeboden: {
                          on: { [`doe.${key}`]: [{ target: key }], [`sla-over.${key}`]: [{ target: 'gedaan' }] },
                      },
                      [key]: this.state(part),
                      ...over,
                  },
              }
            : { initial: key, states: { [key]: this.state(part), ...over } };
    }

    private repeating(station: Station, again: string): StateConfig {
        const key = this.key(station.index);
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
    private departing(station: Station): StateConfig {
        const key = this.key(station.index);
        const always: Transition[] = [];
        const on: Mutable = {};
        const after: Mutable = {};
        station.escalations.forEach((way, weg) => {
            if (way.arrow.condition) {
                always.push(
                    breakingOff(this.ways, station, way, { type: 'moetOpschalen', params: { deel: key, weg } }),
                );
            }
        });
        station.exits.forEach((way, weg) => {
            const actions = leaving(this.ways, station, way, true);
            const target = targetOf(this.ways, way.target);
            always.push({ guard: { type: 'vanzelf', params: { deel: key, weg } }, target, actions });
            on[`verder.${key}.${String(weg + 1)}`] = [
                { guard: { type: 'magVerder', params: { deel: key, weg } }, target, actions },
            ];
            way.fallbacks.forEach((back, terugval) => {
                const id = `${key}.${String(weg + 1)}.${String(terugval + 1)}`;
                const guard: Step = { type: 'magTerugvallen', params: { deel: key, weg, terugval } };
                const transition = {
                    guard,
                    target: targetOf(this.ways, back.target),
                    actions: leaving(this.ways, station, back, false),
                };
                on[`niet-bevestigd.${id}`] = [transition];
                const handover = way.handovers.find((h) => back.arrow.handovers.includes(h.name));
                const term = handover && this.confirmation(handover, key);
                if (term) {
                    after[this.term(`bevestiging.${id}`, term)] = [transition];
                }
            });
        });
        if (station.exits.length === 0) {
            always.push(...this.completing(station));
        }
        return {
            ...(always.length > 0 ? { always } : {}),
            ...(Object.keys(on).length > 0 ? { on } : {}),
            ...(Object.keys(after).length > 0 ? { after } : {}),
        };
    }

    /** How long a handover may stay unconfirmed: counted from when the work before it is done. */
    private confirmation({ confirmations, deadlines }: Handover, key: string): TermJson | undefined {
        const within = confirmations.flatMap((c) => (c.after ? [] : (c.within ?? [])))[0];
        const deadline = deadlines[0];
        const value = within ?? deadline?.value;
        const made = value && termJson(this.machine, this.keys, key, value, within ? undefined : deadline?.after);
        return made?.vanaf === 'begin' ? { ...made, vanaf: 'einde van', van: [key] } : made;
    }

    private completing(station: Station): Transition[] {
        const parent = station.parent === undefined ? undefined : this.machine.stations[station.parent];
        const key = this.key(station.index);
        const done = (delen: readonly string[]): Step[] => [
            { type: 'verlaat', params: { delen, van: key, gedaan: true } },
        ];
        if (parent && station.node.kind !== 'escalation') {
            const container = this.key(parent.index);
            const part = isParallel(parent) ? `deel-${key}.gedaan` : 'gedaan';
            const delen = this.machine.stations
                .filter((s) => s.around.includes(station.index))
                .map((s) => this.key(s.index));
            return [{ target: `#${container}.bezig.${part}`, actions: done(delen) }];
        }
        const back = this.machine.breaches.some((b) => b.interrupt.resume) ? this.regionKeys : [];
        return [
            ...back.map((plek): Transition => ({
                guard: { type: 'magHervatten', params: { plek } },
                target: `#${plek}-terug`,
                actions: [{ type: 'hervat' }],
            })),
            { target: '#onbekend', actions: [] },
        ];
    }

    /** Terms that run out and escalations, while work is open. */
    private outside(station: Station): Pick<StateConfig, 'on' | 'after'> {
        const key = this.key(station.index);
        const on: Mutable = {};
        const after: Mutable = {};
        station.expiries.forEach((way, weg) => {
            const id = `termijn.${key}.${String(weg + 1)}`;
            const teller = way.counter ?? null;
            on[id] = [breakingOff(this.ways, station, way, { type: 'wegOpen', params: { teller } })];
            const deadline = deadlinesOf(station).find((d) => d.at === way.arrow.at);
            const term = deadline && termJson(this.machine, this.keys, key, deadline.value, deadline.after);
            if (term) {
                after[this.term(id, term)] = [
                    breakingOff(this.ways, station, way, { type: 'verstreken', params: { termijn: id, teller } }),
                ];
            }
        });
        station.escalations.forEach((way, weg) => {
            const guard = { type: 'magOpschalen', params: { deel: key, weg } };
            on[`opschalen.${key}.${String(weg + 1)}`] = [breakingOff(this.ways, station, way, guard)];
        });
        return { ...(Object.keys(on).length > 0 ? { on } : {}), ...(Object.keys(after).length > 0 ? { after } : {}) };
    }

    private term(id: string, term: TermJson): string {
        this.terms[id] = term;
        return id;
    }
}

function deadlinesOf({ node }: Station): readonly Deadline[] {
    return node.kind === 'end' ? [] : node.deadlines;
}

/** `gelijktijdig` and `naar keuze`: more than one part may be open at once. */
export function isParallel({ node }: Station): boolean {
    return node.kind === 'group' && node.mode !== 'one';
}
