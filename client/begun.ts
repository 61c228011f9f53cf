/**
 * How many milliseconds the extension host has worked so far: where there is Node the time of the processor, which other
 * work of the machine does not lengthen; in a browser there is only the clock.
 */
export function worked(): number {
    const node = 'process' in globalThis ? (globalThis.process as Partial<NodeJS.Process>) : undefined;
    const spent = node?.cpuUsage?.();
    return spent ? (spent.user + spent.system) / 1000 : performance.now();
}

/** When the extension host began to load the extension: imported first, so that nothing is read before it. */
export const BEGUN = worked();
