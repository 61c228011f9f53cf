import type { Protocol, Statement } from '../../model/protocol.js';
import { isOpen } from '../../model/queries.js';
import type { Quantity, Value } from '../../model/values.js';
import type { Bilingual, Language } from '../../text/bilingual.js';
import { oneLine } from '../../text/one-line.js';
import { valueText } from '../../messages/wording.js';

/** What an interventie can be found by, as in a database of interventions. */
export interface Facet extends Bilingual {
    readonly id: string;
    readonly of: (protocol: Protocol) => readonly Statement[];
}

const own =
    (...kinds: string[]) =>
    (protocol: Protocol) =>
        protocol.statements.filter((s) => kinds.includes(s.kind));
const feature = (name: string) => (protocol: Protocol) =>
    protocol.statements.filter((s) => s.kind === 'kenmerk' && s.subject === name);

export const FACETS: readonly Facet[] = [
    { id: 'gericht-op', nl: 'Gericht op', en: 'Aimed at', of: own('gericht op') },
    {
        id: 'erkenning',
        nl: 'Erkenning',
        en: 'Recognition',
        of: (p) => p.recognitions.flatMap((r) => r.statements.filter((s) => s.kind === 'niveau')),
    },
    { id: 'methode', nl: 'Methode', en: 'Method', of: feature('Methode') },
    { id: 'uitvoering', nl: 'Uitvoering', en: 'Delivery', of: feature('Uitvoering') },
];

/** Whether a value says that something is open or not there. */
export function isSilent(value: string): boolean {
    return Object.values(OPEN).some(({ nl, en }) => value === nl || value === en);
}

/** What is open or not there has a name of its own, so that it can be found as well. */
const OPEN = {
    unknown: { nl: 'onbekend', en: 'unknown' },
    local: { nl: 'plaatselijk', en: 'decided locally' },
    none: { nl: 'niet gezegd', en: 'not said' },
} as const;

/** The values of a facet, each once. */
export function valuesOf(facet: Facet, protocol: Protocol, language: Language): readonly string[] {
    const values = facet.of(protocol).flatMap((s) => s.values);
    const said = values.map((v) => (isOpen(v) ? OPEN[v.type][language] : oneLine(valueText(v, language))));
    return said.length === 0 ? [OPEN.none[language]] : [...new Set(said)];
}

/** Whether it stands by itself, works another one out, or continues it. */
export function kindOf({ refines, refinesValue, continues, continuesValue }: Protocol): Bilingual {
    if (refines ?? refinesValue) {
        return { nl: 'plaatselijke uitwerking', en: 'local working-out' };
    }
    return (continues ?? continuesValue)
        ? { nl: 'vervolg op een andere interventie', en: 'continues another intervention' }
        : { nl: 'interventie', en: 'intervention' };
}

/** From and to which age in years it is, as far as that is said in figures; undefined where it is not. */
export function agesOf(protocol: Protocol): readonly [number, number] | undefined {
    const said = [...protocol.statements, ...protocol.targetGroups.flatMap((g) => g.statements)].filter(
        (s) => s.kind === 'leeftijd',
    );
    const years = said.flatMap((s) => s.values).filter(isInYears);
    return years.length === 0
        ? undefined
        : [Math.min(...years.map((q) => q.low ?? 0)), Math.max(...years.map((q) => q.high ?? MOST_AGE))];
}

/** Youth care ends at 23 (Jeugdwet, extended); parents of any age are counted with it. */
export const MOST_AGE = 23;

function isInYears(value: Value): value is Quantity {
    return value.type === 'quantity' && value.unit === 'jaar' && (value.low ?? value.high) !== undefined;
}
