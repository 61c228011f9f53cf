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
    const keys = Object.keys(value).filter((k) => (value as Record<string, unknown>)[k] !== undefined);
    if (keys.length === 2 && 'name' in value && 'at' in value) {
        return `@${String(value.name)}`;
    }
    const entries = Object.entries(value)
        .filter(([key]) => key !== 'at' && !/[a-z]At$/.test(key))
        .map(([key, v]) => [key, bare(v)] as const)
        .filter(([, v]) => v !== undefined && v !== false && !(Array.isArray(v) && v.length === 0));
    return Object.fromEntries(entries);
}
