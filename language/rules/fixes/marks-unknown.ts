import type { Finding, Fix } from '../finding.js';

/** The mark of a fix that adds statements which only say that something is not known: `door onbekend`, `anders: onbekend`. */
export function markOf(statements: readonly string[]): Pick<Fix, 'marksUnknown'> {
    const isMark =
        statements.length > 0 && statements.every((s) => /(?:^|[\s:])onbekend(?: keer)?$/.test(s) && !/[{}\n]/.test(s));
    return isMark ? { marksUnknown: true } : {};
}

/**
 * Whether a fix may be applied where somebody asked to write `onbekend` wherever something is not said. What is only for
 * information asks for nothing, and a name that leads nowhere may be a slip: what it stands for is not marked as unknown.
 */
export function isMark({ code, severity }: Pick<Finding, 'code' | 'severity'>, { marksUnknown }: Fix): boolean {
    return marksUnknown === true && severity !== 'info' && !code.startsWith('meta/');
}
