import type { Finding, Severity } from '../../language/rules/finding.js';

/** From least to most. */
export const SEVERITIES = ['info', 'warning', 'error'] as const satisfies readonly Severity[];

/** How many findings there are of each severity. */
export function countBySeverity(findings: Iterable<Finding>): Record<Severity, number> {
    const counts = { error: 0, warning: 0, info: 0 };
    for (const { severity } of findings) {
        counts[severity]++;
    }
    return counts;
}
