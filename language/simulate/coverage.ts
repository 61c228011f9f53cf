import type { Machine } from '../execution/machine.js';
import type { Arrow } from '../model/process.js';
import type { Protocol } from '../model/protocol.js';
import { withSpokenGroups } from '../model/unnamed-groups.js';
import type { Bilingual } from '../text/bilingual.js';
import { isRefused, NO_ACCESS, refusedFacts } from './refusal.js';
import type { Run } from './run.js';

/** Which parts of a protocol some courses come through. */
export interface Coverage {
    readonly steps: Covered;
    readonly branches: Covered;
    readonly handovers: Covered;
    readonly ends: Covered;
}

export interface Covered {
    readonly covered: number;
    readonly total: number;
    /** what no course comes through, in the order of the text */
    readonly missing: readonly Bilingual[];
}

/** What {@link Coverage} counts as a branch: a way on which something decides; not the plain order of the text. */
const BRANCHES: ReadonlySet<Arrow['kind']> = new Set([
    'branch',
    'otherwise',
    'repeat',
    'deadline',
    'escalation',
    'interrupt',
    'fallback',
]);

/** The steps and escalations, branches, handovers and ends that these courses come through. */
export function coverageOf(machine: Machine, runs: readonly Run[]): Coverage {
    const { process, protocol } = machine;
    const done = new Set(runs.flatMap((r) => r.path));
    const ends = new Set(runs.flatMap((r) => r.end ?? []));
    const arrows = new Set(runs.flatMap((r) => r.arrows));
    const handovers = new Set(runs.flatMap((r) => r.handovers.flatMap((h) => (h.confirmed ? [h.name] : []))));
    const work = process.nodes.filter((n) => n.kind === 'step' || n.kind === 'escalation');
    const named = (name: string): Bilingual => ({ nl: name, en: name });
    return {
        steps: count(
            work,
            (n) => done.has(n.name),
            (n) => named(n.name),
        ),
        branches: count(
            [...branchesOf(machine), ...(refusedFacts(machine) ? [NO_ACCESS] : [])],
            (branch) => ('nl' in branch ? runs.some(isRefused) : arrows.has(branch)),
            (branch) => ('nl' in branch ? branch : branchInWords(protocol, branch)),
        ),
        handovers: count(
            protocol.handovers,
            (h) => handovers.has(h.name),
            (h) => named(h.name),
        ),
        ends: count(
            process.nodes.filter((n) => n.kind === 'end'),
            (n) => ends.has(n.name),
            (n) => named(n.name),
        ),
    };
}

/** The ways of a process on which something decides. */
export function branchesOf({ process }: Machine): Arrow[] {
    return process.arrows.filter((a) => BRANCHES.has(a.kind));
}

/** `Plan → Vastgelopen (termijn)` */
export function branchInWords(protocol: Protocol, arrow: Arrow): Bilingual {
    const { from, to, kind, handovers } = arrow;
    const why = isByTerm(protocol, arrow) ? TERM_OF : REASONS[kind];
    const way = (language: keyof Bilingual, anywhere: string, unknown: string) => {
        const reason =
            why === undefined ? '' : ` (${[why[language], ...(kind === 'fallback' ? handovers : [])].join(' ')})`;
        return `${from ?? anywhere} → ${to ?? unknown}${reason}`;
    };
    return withSpokenGroups({ nl: way('nl', 'altijd', 'onbekend'), en: way('en', 'always', 'unknown') }, protocol);
}

/** Whether a case goes back since the term of a handover ran out, and not since its confirmation stayed out. */
function isByTerm({ handovers }: Protocol, { kind, at }: Arrow): boolean {
    return kind === 'fallback' && handovers.some((h) => h.deadlines.some((d) => d.at === at));
}

const TERM_OF: Bilingual = { nl: 'termijn van', en: 'term of' };

const REASONS: Partial<Record<Arrow['kind'], Bilingual>> = {
    otherwise: { nl: 'anders', en: 'otherwise' },
    repeat: { nl: 'herhaal', en: 'repeat' },
    deadline: { nl: 'termijn', en: 'term' },
    escalation: { nl: 'escalatie', en: 'escalation' },
    fallback: { nl: 'geen bevestiging van', en: 'no confirmation of' },
};

function count<T>(all: readonly T[], isCovered: (one: T) => boolean, inWords: (one: T) => Bilingual): Covered {
    const missing = all.filter((one) => !isCovered(one)).map(inWords);
    return { covered: all.length - missing.length, total: all.length, missing };
}
