import { isInformal } from '../../execution/truth.js';
import { machineOf, type Machine, type Way } from '../../execution/machine.js';
import { obstacleTo } from '../../execution/obstacle.js';
import { droppedLoss } from '../dropped-loss.js';
import { unsaid, type Says } from '../unsaid.js';
import type { GenerateOptions, Generator, Loss } from '../generator.js';
import { safeName } from '../paths.js';
import type { Value } from '../../model/values.js';
import { conditionText, startText, valueText } from '../wording.js';
import { leastOf } from '../../workflow/starts.js';
import type { StateConfig } from './config.js';
import { machineData, type TermJson } from './data.js';
import { eventsOf } from './events.js';
import { keysOf } from './keys.js';
import { RUNTIME } from './runtime.js';
import { statesOf } from './states.js';
import { structureLosses } from './structure.js';
import { handoverTerm, termsUntil } from './transitions.js';

/**
 * A machine of XState 5 as a module of JavaScript that runs unchanged. It is made from the execution machine, so that a
 * case takes the same way as in the simulator. Its mapping table stands in docs/uitvoer.md.
 */
export const xstateGenerator: Generator = {
    id: 'xstate',
    title: { nl: 'XState-machine', en: 'XState machine' },
    summary: {
        nl: 'Het verloop als toestandsmachine voor webtoepassingen (XState 5).',
        en: 'The process as a state machine for web applications (XState 5).',
    },
    refusesOnError: true,
    generate(protocol, options) {
        const machine = machineOf(protocol);
        if (!machine) {
            const reason = obstacleTo(protocol) ?? { nl: 'er zijn geen stappen', en: 'there are no steps' };
            return { files: [], losses: [{ element: protocol.name, reason }], trace: [] };
        }
        const keys = keysOf(machine);
        const { states, terms } = statesOf(machine, keys);
        const path = `${safeName(protocol.name)}.machine.mjs`;
        return {
            files: [{ path, content: moduleText(machine, keys, states, terms, options) }],
            losses: [
                ...structureLosses(machine),
                ...termLosses(machine, keys, terms),
                ...handoverLosses(machine, keys),
                ...openLosses(machine),
                ...lostOf(machine),
                ...protocol.lost.map(droppedLoss),
            ],
            trace: machine.stations.map(({ node, index }) => ({
                element: node.name,
                id: keys[index] ?? '',
                file: path,
                at: node.nameAt,
            })),
        };
    },
};

function moduleText(
    machine: Machine,
    keys: readonly string[],
    states: Readonly<Record<string, StateConfig>>,
    terms: Readonly<Record<string, TermJson>>,
    { language, forced, settings }: GenerateOptions,
): string {
    const { protocol, breaches } = machine;
    const interruptions = breaches.map(({ interrupt, target }, nr) => ({
        nr,
        informal: isInformal(interrupt.condition),
        transition: {
            target: `#${target === undefined ? 'onbekend' : (keys[target] ?? '')}`,
            actions: [{ type: 'onderbreek', params: { nr } }],
        },
    }));
    const config: StateConfig & { readonly version?: string } = {
        id: 'draaiboek',
        description: protocol.title ?? protocol.name,
        ...versionOf(machine),
        meta: { interventie: protocol.name, ...(forced ? { concept: true } : {}) },
        initial: 'toegang',
        always: interruptions
            .filter((i) => !i.informal)
            .map(({ nr, transition }) => ({ guard: { type: 'onderbreekt', params: { nr } }, ...transition })),
        on: Object.fromEntries(
            interruptions
                .filter((i) => i.informal)
                .map(({ nr, transition }) => [
                    `altijd.${String(nr + 1)}`,
                    [{ guard: { type: 'magOnderbreken', params: { nr } }, ...transition }],
                ]),
        ),
        states,
    };
    const draft = forced ? '// CONCEPT: gemaakt ondanks fouten in de tekst (made despite errors in the text).\n' : '';
    return [
        `${draft}// Gemaakt door Draaiboek; een wijziging hoort in het protocol. Made by Draaiboek; changes belong in the protocol.`,
        "import { assign, setup } from 'xstate';",
        '',
        `/** what each event means that a person sends */\nexport const gebeurtenissen = ${json(eventsOf(machine, keys, language))};`,
        '',
        `/** what guards and actions look up */\nexport const data = ${json(machineData(machine, keys, terms, settings.holidays))};`,
        '',
        `/** the states, plain JSON; ids are keys of states */\nexport const config = ${json(config)};`,
        RUNTIME,
    ].join('\n');
}

/** JSON as JavaScript of any age reads it: two line ends of Unicode are none in older ones. */
function json(value: unknown): string {
    return JSON.stringify(value, undefined, 2).replace(/[\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`);
}

function versionOf({ protocol }: Machine): { version?: string } {
    const number = protocol.versions.at(-1)?.number;
    return number === undefined ? {} : { version: number };
}

function termLosses(machine: Machine, keys: readonly string[], terms: Readonly<Record<string, TermJson>>): Loss[] {
    const kept = machine.stations.flatMap(({ node, index, expiries }): Loss[] =>
        expiries.flatMap((_, n) =>
            terms[`termijn.${keys[index] ?? ''}.${String(n + 1)}`]
                ? []
                : [
                      {
                          element: node.name,
                          reason: {
                              nl: 'de termijn is geen getal dat een klok kan bijhouden: iemand meldt dat hij verstreken is',
                              en: 'the term is no figure that a clock can keep: somebody says that it ran out',
                          },
                      },
                  ],
        ),
    );
    const hasWorkingDays = Object.values(terms).some((t) => t.eenheid === 'werkdagen');
    return [
        ...kept,
        ...(hasWorkingDays
            ? [
                  {
                      element: machine.protocol.name,
                      reason: {
                          nl: 'werkdagen zijn maandag tot en met vrijdag zonder de dagen onder holidays in draaiboek.json; andere feestdagen geeft wie de machine start mee als vrijeDagen',
                          en: 'working days are Monday to Friday but for the days under holidays in draaiboek.json; whoever starts the machine gives other public holidays as vrijeDagen',
                      },
                  },
              ]
            : []),
    ];
}

/** What people decide since the text leaves it open, or in words where nobody is asked. */
function openLosses({ protocol, process, access, stations, breaches }: Machine): Loss[] {
    const bound = {
        nl: 'hoe vaak dit hoogstens mag, is open: iemand beslist het',
        en: 'how often at most is left open: somebody decides',
    };
    const isOpenWay = (w: Way): boolean => w.mayBeUsedUp || w.fallbacks.some(isOpenWay);
    const open = stations.filter(
        (s) => s.repeats.some((r) => r.isOpen) || [...s.exits, ...s.escalations, ...s.expiries].some(isOpenWay),
    );
    return [
        ...open.map(({ node }): Loss => ({ element: node.name, reason: bound })),
        ...breaches.flatMap(({ interrupt: { target } }): Loss[] =>
            target?.atMostValue ? [{ element: target.node.name, reason: bound }] : [],
        ),
        ...access.filter(isInformal).map((c): Loss => ({
            element: protocol.name,
            reason: {
                nl: `toegang als ${conditionText(c, 'nl')}: dat weegt wie de machine start`,
                en: `access if ${conditionText(c, 'en')}: whoever starts the machine decides on that`,
            },
        })),
        ...process.access.flatMap(({ value, via }): Loss[] =>
            value && !via
                ? [
                      {
                          element: protocol.name,
                          reason: {
                              nl: `toegang ${valueText(value, 'nl')}: daarop weigert een machine niemand`,
                              en: `access ${valueText(value, 'en')}: a machine refuses nobody for that`,
                          },
                      },
                  ]
                : [],
        ),
    ];
}

/** The terms of handovers that no clock keeps, or that have no consequence. */
function handoverLosses(machine: Machine, keys: readonly string[]): Loss[] {
    const kept = new Set<Value>();
    for (const { index, exits } of machine.stations) {
        for (const { handovers, fallbacks } of exits) {
            for (const back of fallbacks) {
                const handover = handovers.find((h) => back.arrow.handovers.includes(h.name));
                termsUntil(handover, back)
                    .filter(({ value, after }) => handoverTerm({ machine, keys }, keys[index] ?? '', value, after))
                    .forEach(({ value }) => kept.add(value));
            }
        }
    }
    return machine.protocol.handovers.flatMap(({ name, confirmations, deadlines }): Loss[] =>
        [...confirmations.flatMap((c) => c.within ?? []), ...deadlines.map((d) => d.value)]
            .filter((value) => !kept.has(value))
            .map((value) => ({
                element: name,
                reason: {
                    nl: `${valueText(value, 'nl')}: geen klok van de machine houdt dat bij; iemand meldt dat de overdracht niet bevestigd is`,
                    en: `${valueText(value, 'en')}: no clock of the machine keeps that; somebody says that the handover is not confirmed`,
                },
            })),
    );
}

const SAYS: Says = {
    kinds: [
        'versions',
        'access',
        'steps',
        'determines',
        'terms',
        'handoverTerms',
        'repetition',
        'guards',
        'ways',
        'interruptions',
        'groups',
        'escalationFrom',
        'escalationByFacts',
        'escalationByPeople',
        'handovers',
        'confirmations',
        'absence',
    ],
};

/** What a machine does not do. */
function lostOf({ protocol, process, stations }: Machine): Loss[] {
    const starts = process.nodes.flatMap((node) =>
        'startsAfter' in node ? node.startsAfter.map((start) => ({ element: node.name, start })) : [],
    );
    return [
        ...starts.flatMap(({ element, start }): Loss[] => {
            const least = leastOf(start);
            const [nl, en] = [startText(start, protocol, 'nl'), startText(start, protocol, 'en')];
            return !least || start.after.type === 'other' || start.after.type === 'handover'
                ? [
                      {
                          element,
                          reason: {
                              nl: `begint ${nl}: daar wacht een machine niet op`,
                              en: `begins ${en}: a machine does not wait for that`,
                          },
                      },
                  ]
                : least === start.value
                  ? []
                  : [
                        {
                            element,
                            reason: {
                                nl: `begint ${nl}: de machine begint zodra het kan; dat het later mag, zegt zij niet`,
                                en: `begins ${en}: the machine begins as soon as it may; it does not say that it may be later`,
                            },
                        },
                    ];
        }),
        ...stations
            .filter(({ node, expiries }) => expiries.length > 0 && starts.some((s) => s.element === node.name))
            .map(({ node }) => ({
                element: node.name,
                reason: {
                    nl: 'een termijn van dit werk telt in een machine ook terwijl het wacht om te beginnen',
                    en: 'a term of this work counts in a machine while it waits to begin as well',
                },
            })),
        ...unsaid(protocol, { nl: 'een machine', en: 'a machine' }, SAYS),
    ];
}
