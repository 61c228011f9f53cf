import { knownIn } from '../execution/enter.js';
import type { Station } from '../execution/machine.js';
import { isInformal, valuesAskedIn } from '../execution/truth.js';
import type { Condition } from '../model/protocol.js';
import type { Space } from './space.js';

/** A fact that is known on no course where something that waits for it asks about it. */
export interface NeverKnown {
    readonly fact: string;
    /** `herhaal … tot`, an escalation, or `klaar als` */
    readonly kind: 'repetition' | 'escalation' | 'done';
    readonly condition: Condition;
    /** index of the station where it is asked; of an escalation the escalation */
    readonly station: number;
}

interface Asked extends Omit<NeverKnown, 'fact'> {
    /** whether work at a station at a stage is where it is asked */
    readonly isAt: (at: number, stage: string) => boolean;
}

/**
 * The facts that are known in no state in which they are asked, by what goes on without them unseen: a repetition that is
 * not ended, an escalation that does not come, work that is not done. Only of what some case comes to, and only where all
 * states were looked at.
 */
export function neverKnown(space: Space): NeverKnown[] {
    if (!space.complete) {
        return [];
    }
    const { machine, states } = space;
    const asked = machine.stations.flatMap((s) => askedAt(s, machine.stations));
    return asked.flatMap(({ isAt, ...of }): NeverKnown[] => {
        const own = machine.stations[of.station]?.determines.map((i) => machine.facts[i]?.name) ?? [];
        const known = new Set(of.kind === 'done' ? own : []);
        const unknown = () => [...valuesAskedIn(of.condition)].filter((fact) => !known.has(fact));
        // another part of what it asks may hold
        if (of.kind === 'done' && states.some((s) => s.tokens.some((t) => t.at === of.station && isOver(t.stage)))) {
            return [];
        }
        let isReached = false;
        for (const { tokens, facts } of states) {
            if (tokens.some((t) => isAt(t.at, t.stage))) {
                isReached = true;
                const { fact } = knownIn(machine, facts);
                unknown().forEach((name) => fact(name) !== undefined && known.add(name));
            }
        }
        return isReached ? unknown().map((fact) => ({ ...of, fact })) : [];
    });
}

/** Whether work is done at a stage, and what comes next is decided. */
const isOver = (stage: string): boolean => stage === 'repeating' || stage === 'leaving';

function askedAt({ index, repeats, doneWhen }: Station, stations: readonly Station[]): Asked[] {
    const from = stations.filter((s) => s.escalations.some((w) => w.target === index));
    const up = from.flatMap((s) => s.escalations.filter((w) => w.target === index).map((w) => w.arrow.condition));
    const all: { readonly kind: Asked['kind']; readonly conditions: readonly (Condition | undefined)[] }[] = [
        { kind: 'repetition', conditions: repeats.map((r) => r.until) },
        { kind: 'done', conditions: doneWhen },
        { kind: 'escalation', conditions: [...new Set(up)] },
    ];
    return all.flatMap(({ kind, conditions }) =>
        conditions.flatMap((condition): Asked[] => {
            const isAt = (at: number, stage: string): boolean => {
                switch (kind) {
                    case 'repetition':
                        return at === index && stage === 'repeating';
                    case 'done':
                        return stations[at]?.around.includes(index) === true;
                    case 'escalation':
                        return stage === 'leaving' && from.some((s) => s.index === at);
                }
            };
            return condition && !isInformal(condition) ? [{ kind, condition, station: index, isAt }] : [];
        }),
    );
}
