import { isInformal } from '../../execution/truth.js';
import { machineOf, type Machine } from '../../execution/machine.js';
import { obstacleTo } from '../../execution/obstacle.js';
import { droppedLoss } from '../dropped-loss.js';
import { standardRoundLosses, withStandardRounds } from '../../workflow/standard-rounds.js';
import type { GenerateOptions, Generator } from '../generator.js';
import { safeName } from '../paths.js';
import type { StateConfig } from './config.js';
import { machineData, type TermJson } from './data.js';
import { eventsOf } from './events.js';
import { keysOf } from './keys.js';
import { lossesOf } from './losses.js';
import { RUNTIME } from './runtime.js';
import { statesOf } from './states.js';

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
        const machine = machineOf(withStandardRounds(protocol));
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
                ...lossesOf(machine, keys, terms),
                ...standardRoundLosses(protocol),
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
        "import { assign, enqueueActions, setup } from 'xstate';",
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
