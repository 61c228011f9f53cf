import type { Case as SimulatedCase } from '../../language/execution/case.js';
import { machineOf } from '../../language/execution/machine.js';
import type { Move } from '../../language/execution/moves.js';
import type { State } from '../../language/execution/state.js';
import { isRefused, NO_ACCESS } from '../../language/simulate/refusal.js';
import { simulate } from '../../language/simulate/simulate.js';
import type { Case } from '../language/generate/support.js';
import type { Parting } from './corpus.js';
import { automatic, imported, Running, tokensOf } from '../language/generate/xstate-walk.js';

/**
 * Takes a case through the made statechart under a clock of its own, step by step as the simulator takes it.
 *
 * @returns in what it went another way; undefined where it went the same way
 */
export async function differenceInXstate(one: Case, given: SimulatedCase): Promise<Parting | undefined> {
    const machine = machineOf(one.protocol);
    if (!machine) {
        return { said: 'there is no machine', at: 0 };
    }
    const moves: { move: Move; before: State }[] = [];
    const run = simulate(machine, given, { watch: ({ move, before }) => moves.push({ move, before }) });
    const asked = new Set(machine.facts.map((f) => f.name));
    const known = Object.fromEntries(Object.entries(given.facts).filter(([name]) => asked.has(name)));
    const running = new Running(await imported(one), one.protocol, known);
    const path: string[] = [];
    for (const [at, { move, before }] of moves.entries()) {
        if (!automatic(machine, before)) {
            const [is, should] = [running.where().join(), tokensOf(machine, running.keys, before).join()];
            if (is !== should) {
                return { said: `after ${path.join(', ')} it is at ${is} and not at ${should}`, at };
            }
            running.does(move, before, true);
        }
        if (move.kind === 'finish') {
            path.push(machine.stations[move.token.at]?.node.name ?? '');
        }
    }
    if (path.join() !== run.path.join()) {
        return { said: `it went ${path.join(', ')} and not ${run.path.join(', ')}`, at: Infinity };
    }
    const end = run.end ?? (isRefused(run) ? NO_ACCESS.nl : run.isUnstated ? 'onbekend' : undefined);
    const last = running.where().join();
    return end === undefined || last === `einde ${end}`
        ? undefined
        : { said: `it ends at ${last} and not at ${end}`, at: Infinity };
}
