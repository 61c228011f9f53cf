#!/usr/bin/env node
import { accessSync, constants } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

// Half of a short run would be compiling: V8's compiled code is kept beside the tool, or in the user's cache.
enableCompileCache(compileCacheFolder());
const { main } = await import('./main.js');
await main();

function compileCacheFolder(): string {
    const beside = import.meta.dirname;
    try {
        accessSync(beside, constants.W_OK);
        return join(beside, '.cache');
    } catch {
        const { LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
        return join(XDG_CACHE_HOME ?? LOCALAPPDATA ?? join(homedir(), '.cache'), 'draaiboek');
    }
}
