import { isParallel, type Machine, type Station } from '../../execution/machine.js';
import { NO_ACCESS } from '../../simulate/refusal.js';
import type { StateConfig, Transition } from './config.js';
import type { TermJson } from './data.js';
import { aroundIt, heldUpIn, targetOf, waitingFor } from './leaving.js';
import { REFUSED } from './keys.js';
import { beginning, clockOf, departing, keyAt, outside, repeating, type Making } from './transitions.js';

/** The states of a process, and the terms that they keep. */
export interface Made {
    readonly states: Readonly<Record<string, StateConfig>>;
    readonly terms: Readonly<Record<string, TermJson>>;
}

/** Makes the states of all stations. @param keys by index of the station */
export function statesOf(machine: Machine, keys: readonly string[]): Made {
    const terms: Record<string, TermJson> = {};
    const regionKeys = ['verloop', ...apart(machine).map((i) => `onderbreking-${keys[i] ?? ''}`)];
    return { states: regions({ machine, keys, terms, regions: regionKeys }), terms };
}

/** what an `altijd als` leads to, ends aside */
function apart({ breaches, stations }: Machine): number[] {
    const targets = new Set(breaches.flatMap(({ target }) => (target === undefined ? [] : [target])));
    return [...targets].filter((i) => stations[i]?.node.kind !== 'end').sort((a, b) => a - b);
}

function regions(making: Making): Record<string, StateConfig> {
    const { stations, start, access } = making.machine;
    const aside = new Set(apart(making.machine));
    const top = stations.filter((s) => home(making, s) === undefined && !aside.has(s.index) && s.node.kind !== 'end');
    const ends = stations.filter((s) => s.node.kind === 'end');
    return {
        toegang: {
            always: [
                { guard: { type: 'toegelaten' }, target: `#${start === undefined ? '' : keyAt(making, start)}` },
                ...(access.length > 0 ? [{ target: `#${REFUSED}` }] : []),
            ],
        },
        ...(access.length > 0 && {
            [REFUSED]: {
                id: REFUSED,
                type: 'final',
                description: 'De zaak wordt niet toegelaten.',
                entry: [{ type: 'einde', params: { naam: NO_ACCESS.nl } }],
            },
        }),
        verloop: region(making, 'verloop', top, start),
        ...Object.fromEntries(
            [...aside].flatMap((i) => {
                const station = stations[i];
                const name = `onderbreking-${keyAt(making, i)}`;
                return station ? [[name, region(making, name, [station], i)]] : [];
            }),
        ),
        ...Object.fromEntries(
            ends.map((s) => [
                keyAt(making, s.index),
                {
                    id: keyAt(making, s.index),
                    type: 'final' as const,
                    ...about(making, s),
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

function region(making: Making, name: string, stations: readonly Station[], first: number | undefined): StateConfig {
    return {
        entry: [{ type: 'plek', params: { plek: name } }],
        ...(first === undefined ? {} : { initial: keyAt(making, first) }),
        states: { ...all(making, stations), _terug: { id: `${name}:terug`, type: 'history', history: 'deep' } },
    };
}

function all(making: Making, stations: readonly Station[]): Record<string, StateConfig> {
    return Object.fromEntries(stations.map((s) => [keyAt(making, s.index), state(making, s)]));
}

/** The container whose state holds the state of a station; what stands in a parallel group and is no part of it, is beside it. */
function home(making: Making, { parent, index }: Station): number | undefined {
    const container = parent === undefined ? undefined : making.machine.stations[parent];
    if (!container) {
        return undefined;
    }
    const isPart = container.children.includes(index);
    return isPart || !isParallel(container) ? container.index : home(making, container);
}

function inside(making: Making, container: Station): Station[] {
    return making.machine.stations.filter((s) => s.node.kind !== 'end' && home(making, s) === container.index);
}

function about(making: Making, { node }: Station): Pick<StateConfig, 'description' | 'meta'> {
    return {
        ...(node.title === undefined ? {} : { description: node.title }),
        meta: { naam: node.name, soort: node.kind },
    };
}

function state(making: Making, station: Station): StateConfig {
    const key = keyAt(making, station.index);
    const isWork = station.node.kind === 'step' || station.node.kind === 'escalation';
    const afterwards = station.repeats.length > 0 ? 'herhalen' : 'verder';
    const begins = station.guards.length > 0 ? 'wacht' : 'bezig';
    const waits = station.guards.length > 0 || (isWork && beginning(making, station).length > 0);
    const done = (type: string): StateConfig => ({
        always: [{ guard: { type, params: { deel: key } }, target: afterwards }],
    });
    return {
        id: key,
        ...about(making, station),
        entry: [{ type: waits ? 'komt' : 'begin', params: { deel: key } }],
        ...(isWork ? { initial: 'werk' } : { initial: begins, ...outside(making, station) }),
        states: {
            ...(isWork
                ? { werk: work(making, station), gedaan: done('ongestoord') }
                : {
                      ...waiting(making, station),
                      bezig: container(making, station, station.doneWhen.length > 0 ? 'gedaan' : afterwards),
                      ...(station.doneWhen.length > 0 ? { gedaan: done('isKlaar') } : {}),
                  }),
            ...(station.repeats.length > 0
                ? { herhalen: repeating(making, station, isWork ? 'werk.bezig' : 'bezig') }
                : {}),
            verder: departing(making, station),
        },
    };
}

function work(making: Making, station: Station): StateConfig {
    const key = keyAt(making, station.index);
    const delays = beginning(making, station);
    const begins: Transition = {
        guard: { type: 'magBeginnen', params: { deel: key, ...(delays.length > 0 ? { termijnen: delays } : {}) } },
        target: 'bezig',
        actions: [{ type: 'begint', params: { deel: key } }],
    };
    const waits = station.guards.length > 0 || delays.length > 0;
    return {
        initial: waits ? 'wacht' : 'bezig',
        ...outside(making, station),
        states: {
            ...(waits
                ? {
                      wacht: {
                          always: [begins],
                          ...(delays.length > 0
                              ? {
                                    on: Object.fromEntries(delays.map((name) => [clockOf(name), [begins]])),
                                    after: Object.fromEntries(delays.map((name) => [name, [begins]])),
                                }
                              : {}),
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

/** Where a case waits before a group or phase: as a whole, and for each part of it that it comes to by the side. */
function waiting(making: Making, station: Station): Record<string, StateConfig> {
    if (station.guards.length === 0) {
        return {};
    }
    const key = keyAt(making, station.index);
    const guard = { type: 'magBeginnen', params: { deel: key } };
    const actions = [{ type: 'begint', params: { deel: key } }];
    return Object.fromEntries([
        ['wacht', { always: [{ guard, target: 'bezig', actions }] }],
        ...enteredBySide(making, station).map((target): [string, StateConfig] => [
            waitingFor(keyAt(making, target)),
            { always: [{ guard, target: targetOf(making, station.around, target), actions }] },
        ]),
    ]);
}

/** What is in a group or phase that has to be waited for, and that a way leads to from elsewhere. */
function enteredBySide({ machine }: Making, { index }: Station): number[] {
    const ways = machine.stations.flatMap((from) =>
        [...from.exits.flatMap((w) => [w, ...w.fallbacks]), ...from.expiries, ...from.escalations].map(
            ({ target }) => ({ from, target }),
        ),
    );
    return [
        ...new Set(
            ways.flatMap((w) =>
                heldUpIn(machine, aroundIt(w.from), w.target).includes(index) ? (w.target ?? []) : [],
            ),
        ),
    ];
}

function container(making: Making, station: Station, afterwards: string): StateConfig {
    const { node, children } = station;
    const key = keyAt(making, station.index);
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
                    const part = making.machine.stations[child];
                    return part ? [[`deel-${keyAt(making, child)}`, partState(making, station, part)]] : [];
                }),
            ),
        };
    }
    const isChoice = node.kind === 'group';
    const choosing = {
        on: Object.fromEntries(
            children.map((c): [string, Transition[]] => [
                `kies.${key}.${keyAt(making, c)}`,
                [{ target: `#${keyAt(making, c)}` }],
            ]),
        ),
    };
    return {
        initial: isChoice ? 'kiezen' : keyAt(making, children[0] ?? -1),
        onDone,
        states: { ...(isChoice ? { kiezen: choosing } : {}), ...all(making, inside(making, station)), ...over },
    };
}

function partState(making: Making, { node }: Station, part: Station): StateConfig {
    const key = keyAt(making, part.index);
    const over = { gedaan: { type: 'final' as const } };
    return node.kind === 'group' && node.mode === 'any'
        ? {
              initial: 'aangeboden',
              states: {
                  aangeboden: {
                      on: { [`doe.${key}`]: [{ target: key }], [`sla-over.${key}`]: [{ target: 'gedaan' }] },
                  },
                  [key]: state(making, part),
                  ...over,
              },
          }
        : { initial: key, states: { [key]: state(making, part), ...over } };
}
