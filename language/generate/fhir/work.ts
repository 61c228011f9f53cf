import type { Labour } from '../../model/process.js';
import type { Ref } from '../../model/protocol.js';
import { byName } from '../../model/queries.js';
import { absent } from './absent.js';
import { fhirLine, roleOf, titleOf, type Context } from './context.js';
import type { Action, DataRequirement, Participant, RelatedArtifact } from './types.js';

/** Who does it: the performers first, then who joins in; each once. FHIR has no participant of whom nothing is known. */
export function participantsOf(context: Context, { performers }: Pick<Labour, 'performers'>): Participant[] {
    const refs = [...performers.flatMap((p) => p.performers), ...performers.flatMap((p) => p.with)];
    return participants(context, refs);
}

export function participants(context: Context, refs: readonly Ref[]): Participant[] {
    const names = new Set<string>();
    return refs
        .filter(({ name }) => !names.has(name) && names.add(name))
        .map((ref) => {
            const { role, text } = roleOf(context, ref);
            return { type: role?.isClient ? 'patient' : 'practitioner', role: { text } };
        });
}

/** What work needs and makes: documents, and the facts that become known by it. */
export function dataOf({ protocol }: Context, works: readonly Labour[]): Pick<Action, 'input' | 'output'> {
    const documents = byName(protocol.documents);
    const nameOf = (of: ReadonlyMap<string, { name: string; title?: string }>, { name }: Ref) => {
        const element = of.get(name);
        return element ? titleOf(element) : fhirLine(name);
    };
    const once = (all: readonly Ref[]) => [...new Map(all.map((ref) => [ref.name, ref])).values()];
    const input = once(works.flatMap((w) => w.requires)).map((d) =>
        requirement('DocumentReference', nameOf(documents, d)),
    );
    const output = [
        ...once(works.flatMap((w) => w.delivers)).map((d) => requirement('DocumentReference', nameOf(documents, d))),
        ...once(works.flatMap((w) => w.determines)).map((f) => requirement('Observation', fhirLine(f.name))),
    ];
    return { ...(input.length > 0 ? { input } : {}), ...(output.length > 0 ? { output } : {}) };
}

export function requirement(type: DataRequirement['type'], display: string): DataRequirement {
    return { type, codeFilter: [{ path: type === 'Observation' ? 'code' : 'type', code: [{ display }] }] };
}

/** The guidelines that work follows. */
export function guidelinesOf({ protocol }: Context, works: readonly Labour[]): RelatedArtifact[] {
    const sources = byName(protocol.sources);
    const names = works
        .flatMap((w) => w.follows)
        .flatMap((f) => [
            ...(f.meldcode ? ['Meldcode huiselijk geweld en kindermishandeling'] : []),
            ...f.guidelines.map((g) => sources.get(g.name)?.title ?? g.name),
            ...(f.text === undefined ? [] : [f.text]),
        ]);
    return [...new Set(names)].map((display) => ({ type: 'documentation', display: fhirLine(display) }));
}

/** A way that leads where nobody says. */
export const NOWHERE = { _actionId: absent(), relationship: 'before-start' } as const;
