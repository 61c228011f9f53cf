import type { Finding, Severity } from '../../language/rules/finding.js';
import { standsFor } from '../../language/rules/told.js';

/** From least to most. */
export const SEVERITIES = ['info', 'warning', 'error'] as const satisfies readonly Severity[];

/** How many findings there are of each severity, with those that are only counted. */
export function countBySeverity(findings: Iterable<Finding>): Record<Severity, number> {
    const counts = { error: 0, warning: 0, info: 0 };
    for (const finding of findings) {
        counts[finding.severity] += standsFor(finding);
    }
    return counts;
}
