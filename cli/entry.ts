#!/usr/bin/env node
import { accessSync, constants } from 'node:fs';
import * as module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { cachedSnapshot, makeLater, startFrom } from './cached-snapshot.js';

/** The oldest Node that has what the tool uses; as `engines` in package.json says. */
const OLDEST_NODE = 22;

if (Number.parseInt(process.versions.node) < OLDEST_NODE) {
    const [needed, found] = [String(OLDEST_NODE), process.versions.node];
    console.error(
        `Draaiboek heeft Node ${needed} of nieuwer nodig; dit is ${found}. / Draaiboek needs Node ${needed} or newer.`,
    );
    process.exitCode = 2;
} else {
    const tool = import.meta.dirname;
    const cache = cacheFolder();
    const snapshot = cachedSnapshot(tool, cache);
    if (snapshot) {
        startFrom(snapshot);
    }
    // half of a short run would be compiling: V8's compiled code is kept beside the tool, or in the user's cache
    module.enableCompileCache(isWritable(tool) ? join(tool, '.cache') : cache);
    const { main } = await import('./main.js');
    await main(tool);
    if (snapshot) {
        makeLater(snapshot, cache);
    }
}

function cacheFolder(): string {
    const { LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
    return join(XDG_CACHE_HOME ?? LOCALAPPDATA ?? join(homedir(), '.cache'), 'draaiboek');
}

function isWritable(folder: string): boolean {
    try {
        accessSync(folder, constants.W_OK);
        return true;
    } catch {
        return false;
    }
}
