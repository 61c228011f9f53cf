import type { Place } from '../model/protocol.js';
import type { Finding, Severity } from './finding.js';

/** How many findings of one rule are told in one file: nobody reads more, and a file that has more is something else. */
export const MOST_TOLD = 1000;

/** What stands for more findings than it is itself says so under this name in its data. */
const MORE = 'more';

/** How many findings one stands for: itself, or all those of its rule that are not told. */
export function standsFor({ data }: Finding): number {
    const more = data?.[MORE];
    return typeof more === 'number' ? more : 1;
}

/** What of a rule is not told any more, of one severity. */
interface Left {
    readonly code: string;
    readonly severity: Severity;
    /** where the first of them is */
    readonly at: Place;
    count: number;
}

/**
 * What is found in one file. Of a rule that finds very much the first findings are told and how many there are more, so
 * that what a mistake costs does not grow with how often it is made.
 */
export class Told {
    readonly findings: Finding[] = [];
    private readonly counts = new Map<string, number>();
    private readonly left = new Map<string, Left>();

    /** @param isWhole whether of a rule all is told, as where a comment in the text may silence some of it */
    constructor(private readonly isWhole: (code: string) => boolean) {}

    /** Whether a finding is to be told; if not, it is counted. */
    takes(code: string, severity: Severity, at: Place): boolean {
        const count = (this.counts.get(code) ?? 0) + 1;
        this.counts.set(code, count);
        if (count <= MOST_TOLD || this.isWhole(code)) {
            return true;
        }
        const key = `${code} ${severity}`;
        const left = this.left.get(key);
        if (left) {
            left.count++;
        } else {
            this.left.set(key, { code, severity, at, count: 1 });
        }
        return false;
    }

    /** All that was told, and of each rule how many more there are. */
    all(): Finding[] {
        const more = [...this.left.values()].map(({ code, count, severity, at }): Finding => ({
            code,
            severity,
            message: {
                nl: `Deze regel vindt in dit bestand nog ${String(count)} ${count === 1 ? 'plaats' : 'plaatsen'}, die er niet bij staan. Herstel eerst wat er wel staat.`,
                en: `This rule finds ${String(count)} more ${count === 1 ? 'place' : 'places'} in this file, which are not listed. First mend what is listed.`,
            },
            at,
            related: [],
            fixes: [],
            data: { [MORE]: count },
        }));
        return [...this.findings, ...more];
    }
}
