import type { Protocol, Statement } from '../model/protocol.js';

/** Something without a name that an interventie says and its working-out does not: its keyword, and how often. */
export interface NotTakenOver {
    readonly kind: string;
    readonly times: number;
    /** in which block it stands, where that is not the interventie itself */
    readonly within?: Within;
}

/**
 * What an interventie says of itself without a name, of which its working-out says nothing: a working-out inherits what
 * has a name only. In the order of the text of a protocol; linear in both.
 */
export function notTakenOver(base: Protocol, workingOut: Protocol): readonly NotTakenOver[] {
    const here = new Set(withoutName(workingOut).map(keyOf));
    const left = withoutName(base).filter((said) => !here.has(keyOf(said)));
    return [...Map.groupBy(left, ({ kind, within }) => JSON.stringify([kind, within]))].flatMap(([, all]) =>
        all.slice(0, 1).map(({ kind, within }) => ({ kind, times: all.length, ...(within ? { within } : {}) })),
    );
}

type Within = 'aanpak' | 'uitvoering' | 'onderbouwing';

type Said = Pick<Statement, 'kind' | 'subject'> & { readonly within?: Within };

/** A cijfer or an effect is another one where it is about something else. */
function keyOf({ kind, subject = '' }: Said): string {
    return JSON.stringify([kind, subject]);
}

function withoutName(protocol: Protocol): readonly Said[] {
    const { statements, parties, partners, recognitions, spoken, effects, rationales, deliveries } = protocol;
    const { process, stepCounts, collaborations, contradictions } = protocol;
    const each = (kind: string, parts: readonly unknown[]): Said[] => parts.map(() => ({ kind }));
    const inside = (within: Within, all: readonly Said[]): Said[] =>
        all.map(({ kind, subject }) => ({ kind, ...(subject === undefined ? {} : { subject }), within }));
    return [
        ...parties,
        ...statements,
        ...each('partner', partners),
        ...each('erkenning', recognitions),
        ...inside('aanpak', process?.statements ?? []),
        ...each('aantal stappen', [...stepCounts, ...(process?.stepCounts ?? [])]),
        ...deliveries.flatMap((d) => inside('uitvoering', d.statements)),
        ...rationales.flatMap((r) =>
            inside('onderbouwing', [...r.statements, ...each('werkzaam element', r.workingElements)]),
        ),
        ...effects.map(({ subject }) => ({ kind: 'effect', subject })),
        ...spoken.map(({ kind }) => ({ kind })),
        ...each('samenwerking', collaborations),
        ...each('tegenspraak', contradictions),
    ];
}
