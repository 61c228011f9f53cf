import { obstaclesIn, type Obstacle } from '../analysis/stuck.js';
import { knownIn } from '../execution/enter.js';
import type { Machine, Station } from '../execution/machine.js';
import type { State } from '../execution/state.js';
import { factsIn } from '../execution/truth.js';
import type { Condition } from '../model/protocol.js';
import type { Bilingual } from '../text/bilingual.js';
import { enumerate } from '../text/numbers.js';
import { exampleOf, stop, type Stop } from './stops.js';

/**
 * Nothing can happen any more.
 *
 * @param at where people decided on none of the ways on; left out, what holds the case up is looked for (analysis/stuck.ts)
 */
export function stuck(machine: Machine, state: State, at?: Station): Stop {
    const found: readonly Obstacle[] = at
        ? [{ station: at.index, reason: 'branches', missing: [] }]
        : obstaclesIn(machine, state);
    const causes = [...Map.groupBy(found, (o) => o.reason)].flatMap(([reason, all]) =>
        reason === 'join' ? all.map((o) => causeOf(machine, state, [o])) : [causeOf(machine, state, all)],
    );
    const first = machine.stations[found[0]?.station ?? state.tokens[0]?.at ?? -1]?.node ?? machine.protocol;
    return stop(
        'stuck',
        first,
        `Het loopt vast: ${causes.map((c) => c.nl).join('; ') || 'geen enkele weg verder geldt hier'}.`,
        `It gets stuck: ${causes.map((c) => c.en).join('; ') || 'no way on holds here'}.`,
    );
}

/** What holds a case up, of obstacles of one kind. */
function causeOf(machine: Machine, state: State, obstacles: readonly Obstacle[]): Bilingual {
    const stations = obstacles.flatMap((o) => machine.stations[o.station] ?? []);
    const names = enumerate(stations.map((s) => s.node.name));
    const [waiting, waitsFor] = stations.length === 1 ? ['wacht', 'waits'] : ['wachten', 'wait'];
    const values = (of: (station: Station) => readonly Condition[]) => valuesIn(machine, state, stations.flatMap(of));
    const held = (word: string, { nl, en }: Bilingual): Bilingual => ({
        nl: `${names.nl} ${waiting} op een \`${word}\` waaraan niet wordt voldaan, en dat verandert niet meer${nl}`,
        en: `${names.en} ${waitsFor} for a \`${word}\` that is not met, and that does not change any more${en}`,
    });
    switch (obstacles[0]?.reason) {
        case 'guard':
            return held(
                'pas als',
                values((s) => s.guards),
            );
        case 'done':
            return held(
                'klaar als',
                values((s) => s.doneWhen),
            );
        case 'join': {
            const parts = enumerate(
                obstacles.flatMap((o) => o.missing.flatMap((part) => machine.stations[part]?.node.name ?? [])),
            );
            return {
                nl: `${names.nl} wacht op ${parts.nl}, en dat gaat elders verder of wordt niet meer gedaan`,
                en: `${names.en} waits for ${parts.en}, which goes on elsewhere or is not done any more`,
            };
        }
        case 'bounds':
            return {
                nl: `na ${names.nl} mag geen van de wegen nog een keer (\`hoogstens … keer\`)`,
                en: `behind ${names.en} none of the ways may be taken again (\`hoogstens … keer\`)`,
            };
        case 'handover': {
            const { nl, en } = values((s) => s.exits.flatMap((w) => w.handovers.flatMap(guardsOf)));
            return {
                nl: `de overdracht na ${names.nl} mag niet beginnen (\`pas als\`), en dat verandert niet meer${nl}`,
                en: `the handover behind ${names.en} may not begin (\`pas als\`), and that does not change any more${en}`,
            };
        }
        default: {
            const { nl, en } = values((s) => s.exits.flatMap((w) => w.arrow.condition ?? []));
            return {
                nl: `bij ${names.nl} geldt geen enkele weg verder${nl}`,
                en: `at ${names.en} no way on holds${en}`,
            };
        }
    }
}

const guardsOf = ({ guards }: { readonly guards: readonly { readonly condition: Condition }[] }): Condition[] =>
    guards.map((g) => g.condition);

/** What is known of the facts that conditions ask about, as an addition between brackets. */
function valuesIn(machine: Machine, state: State, conditions: readonly Condition[]): Bilingual {
    const { fact } = knownIn(machine, state.facts);
    const names = [...new Set(conditions.flatMap((c) => [...factsIn(c)]))].filter((n) => machine.factIndex.has(n));
    const said = names.map((name): Bilingual => {
        const value = fact(name);
        return value === undefined
            ? { nl: `${name} is niet bekend`, en: `${name} is not known` }
            : { nl: `${name} is ${exampleOf(value)}`, en: `${name} is ${exampleOf(value)}` };
    });
    return said.length === 0
        ? { nl: '', en: '' }
        : { nl: ` (${said.map((s) => s.nl).join(', ')})`, en: ` (${said.map((s) => s.en).join(', ')})` };
}
