#!/usr/bin/env node
import { accessSync, constants } from 'node:fs';
import * as module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { complaintOfNode } from '../language/oldest-node.js';
import { cachedSnapshot, makeLater, startFrom } from './cached-snapshot.js';

const complaint = complaintOfNode(process.versions.node);
if (complaint !== undefined) {
    console.error(complaint);
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
