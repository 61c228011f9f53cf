import { AstUtils, type AstNode } from 'langium';
import { isIntervention } from '../../../generated/ast.js';
import type { Place } from '../../../model/protocol.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { comparePositions } from '../../places.js';
import type { Report } from '../../rule.js';
import type { messages } from './verwijzing-texts.js';

/** A name that leads nowhere, which may stand in what was not found. */
export interface UncheckedName {
    readonly name: string;
    readonly at: Place;
    /** what was not found */
    readonly behind: Bilingual;
}

/** Tells once for all that is not found which names cannot be checked for that reason. */
export function reportUnchecked(names: readonly UncheckedName[], report: Report<keyof typeof messages>): void {
    for (const [key, group] of Map.groupBy(names, (n) => n.behind.nl)) {
        // references come in the order of the parser's work
        const sorted = group.sort((a, b) => comparePositions(a.at.range.start, b.at.range.start));
        const [first, ...others] = sorted;
        if (!first) {
            continue;
        }
        report({
            message: 'unchecked',
            severity: 'info',
            at: first.at,
            parameters: {
                behindNl: key,
                behindEn: first.behind.en,
                names: [...new Set(sorted.map((n) => `\`${n.name}\``))].join(', '),
            },
            related: others.map(({ name, at }) => ({
                message: { nl: `\`${name}\` staat hier.`, en: `\`${name}\` is here.` },
                at,
            })),
        });
    }
}

/** The interventie that is refined or continued here and was not found: a name may be one of its names. */
export function missingBase(container: AstNode): Bilingual | undefined {
    const intervention = AstUtils.getContainerOfType(container, isIntervention);
    const missing = [intervention?.refines, intervention?.continues].find(
        (r) => r && !r.ref && r.error?.info.container !== container,
    );
    return missing && { nl: `\`${missing.$refText}\``, en: `\`${missing.$refText}\`` };
}
