import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';

/**
 * What Node is started with to begin where a snapshot ends. The hashes in it need no secret seed on one's own files, and
 * preparing to collect the garbage of a long run costs a short one a tenth of its time.
 */
export const FROM_SNAPSHOT = [
    '--no-rehash-snapshot',
    '--no-incremental-marking',
    '--semi-space-growth-factor=4',
    '--snapshot-blob',
];
/**
 * With what in its environment: glibc asks the kernel for large pages for large blocks (`mallopt`, glibc.malloc.hugetlb),
 * which saves thousands of page faults while a snapshot is read. Nothing else knows the name.
 */
const LARGE_PAGES = { GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1' };
/** Behind the name of a snapshot while it is made, and where that failed. */
const IN_THE_MAKING = '.making';
const DAY = 24 * 60 * 60 * 1000;
/** Snapshots of another Node or another version of the tool are taken away after this time. */
const KEPT = 30 * DAY;

/** Where an installed tool keeps its start-up snapshot. */
export interface CachedSnapshot {
    /** the tool's own folder */
    readonly tool: string;
    /** the snapshot, for this tool in this Node with these features of the processor */
    readonly blob: string;
}

/**
 * The place of the snapshot; undefined where there can be none: on Windows, in an older Node, where Node was given
 * options of its own, and in a checkout, which has its snapshot beside the tool (scripts/lib/snapshot.mjs).
 */
export function cachedSnapshot(tool: string, cache: string): CachedSnapshot | undefined {
    if (
        !('execve' in process) ||
        process.platform === 'win32' ||
        process.execArgv.length > 0 ||
        process.env['NODE_OPTIONS'] ||
        existsSync(join(tool, 'draaiboek.blob'))
    ) {
        return undefined;
    }
    const source = statSync(join(tool, 'snapshot.cjs'), { throwIfNoEntry: false });
    if (!source) {
        return undefined;
    }
    const kind = [
        process.version,
        process.arch,
        process.execPath,
        cachedDataVersionTag(),
        tool,
        source.size,
        source.mtimeMs,
    ];
    const name = createHash('sha256').update(kind.join('\n')).digest('hex').slice(0, 32);
    return { tool, blob: join(cache, `${name}.blob`) };
}

/** Goes on from the snapshot, when it is there: then this process becomes that one, and the call does not return. */
export function startFrom({ blob }: CachedSnapshot): void {
    if (existsSync(blob)) {
        const args = [process.execPath, ...FROM_SNAPSHOT, blob, '--', ...process.argv.slice(2)];
        process.execve?.(process.execPath, args, { ...LARGE_PAGES, ...process.env });
    }
}

/**
 * Has the snapshot made by a process of its own, for which nobody waits. Where the cache cannot be written, or it failed
 * in the last day, nothing happens: then the tool starts as an ordinary program, which does the same, only later.
 */
export function makeLater({ tool, blob }: CachedSnapshot, cache: string): void {
    try {
        mkdirSync(cache, { recursive: true, mode: 0o700 });
        removeOld(cache);
        closeSync(openSync(blob + IN_THE_MAKING, 'wx', 0o600));
        spawn(process.execPath, [join(tool, 'make-snapshot.js'), blob], { detached: true, stdio: 'ignore' }).unref();
    } catch {
        // it is made already, or cannot be made: either is fine
    }
}

function removeOld(cache: string): void {
    for (const name of readdirSync(cache).filter((file) => /\.blob(\.making)?$/.test(file))) {
        const path = join(cache, name);
        if (Date.now() - statSync(path).mtimeMs > (name.endsWith(IN_THE_MAKING) ? DAY : KEPT)) {
            rmSync(path, { force: true });
        }
    }
}
