import { isHeadMissing } from '../syntax/missing-heads.js';
import type { Finding } from './finding.js';
import { comparePositions } from './places.js';

/**
 * The findings, in which a name that leads nowhere is told once where the line is missing with which a block begins: that
 * line most likely described it, and to say so at each use hides the one mistake. A misspelling has a mend at its own
 * place, and is told there.
 */
export function namesOnce(findings: Finding[]): Finding[] {
    if (!findings.some((f) => f.code === 'meta/syntaxis' && isHeadMissing(f.message))) {
        return findings;
    }
    const uses = new Map<string, Finding[]>();
    for (const finding of findings.filter((f) => f.code === 'meta/verwijzing' && !isMendedInPlace(f))) {
        const of = uses.get(finding.message.nl) ?? [];
        of.push(finding);
        uses.set(finding.message.nl, of);
    }
    const firsts = new Map(
        [...uses.values()].map((of) => {
            const [first, ...more] = of.sort((a, b) => comparePositions(a.at.range.start, b.at.range.start));
            return [first, more.length] as const;
        }),
    );
    const further = new Set([...uses.values()].flat().filter((f) => !firsts.has(f)));
    return findings
        .filter((f) => !further.has(f))
        .map((f) => {
            const more = firsts.get(f) ?? 0;
            const { nl, en } = f.message;
            return more === 0
                ? f
                : { ...f, message: { nl: `${nl} (nog ${String(more)} keer)`, en: `${en} (${String(more)} more)` } };
        });
}

function isMendedInPlace({ at, fixes }: Finding): boolean {
    return fixes.some(({ edits }) => edits.some((e) => comparePositions(e.at.range.start, at.range.start) === 0));
}
