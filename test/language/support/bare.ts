/**
 * A part of the process model as a test states it: without places, without what is absent, false or empty, and with
 * references as `@Name`.
 */
export function bare(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(bare);
    }
    if (typeof value !== 'object' || value === null) {
        return value;
    }
    const entries = Object.entries(value)
        .filter(([key]) => !['at', 'nameAt', 'nextAt'].includes(key))
        .map(([key, v]) => [key, bare(v)] as const)
        .filter(
            ([key, v]) => v !== undefined && (v !== false || key === 'value') && !(Array.isArray(v) && v.length === 0),
        );
    const isReference = 'name' in value && 'at' in value && !('nameAt' in value);
    return isReference && entries.length === 1 ? `@${String(value.name)}` : Object.fromEntries(entries);
}
