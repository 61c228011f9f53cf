import { spawn } from 'node:child_process';
import { Complaint } from './complaint.mjs';

/**
 * The environment for a process that must not notice in which editor or package manager it was started.
 *
 * @param {Record<string, string>} more added last
 * @returns {Record<string, string>}
 */
export function cleanEnvironment(more) {
    const entries = Object.entries(process.env).filter(
        /** @returns {entry is [string, string]} */ (entry) =>
            entry[1] !== undefined && !/^(VSCODE_|ELECTRON_|npm_|NODE_OPTIONS$)/.test(entry[0]),
    );
    return { ...Object.fromEntries(entries), ...more };
}

/**
 * Runs a command to its end. Its output is kept back and only shown when it fails.
 *
 * @param {string} title what it does, for the progress line and the complaint
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: Record<string, string>, seconds: number}} options `seconds`: its time limit
 * @returns {Promise<string>} standard output and standard error
 * @throws {Complaint} when it cannot be started, fails, or takes longer than allowed
 */
export async function runQuietly(title, command, args, options) {
    console.log(`… ${title}`);
    let output = '';
    const child = spawn(command, args, {
        cwd: options.cwd,
        env: options.env ?? process.env,
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: options.seconds * 1000,
        killSignal: 'SIGKILL',
    });
    child.stdout.on('data', (data) => (output += String(data)));
    child.stderr.on('data', (data) => (output += String(data)));
    const outcome = await new Promise((resolve) => {
        child.on('error', (error) => resolve(error.message));
        child.on('close', (code, signal) => resolve(signal ? `stopped after ${options.seconds} s` : code));
    });
    if (outcome === 0) return output;
    process.stderr.write(output);
    throw new Complaint(`Could not finish "${title}" (${command}: ${outcome}); the output above tells why.`);
}

/**
 * Waits for a promise, but not longer than allowed.
 *
 * @template T
 * @param {Promise<T>} promise
 * @param {number} seconds
 * @param {string} what for the message, after "Time-out: "
 * @returns {Promise<T>}
 */
export async function within(promise, seconds, what) {
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`Time-out: ${what} took more than ${seconds} s.`)), seconds * 1000);
    });
    try {
        return /** @type {T} */ (await Promise.race([promise, late]));
    } finally {
        clearTimeout(timer);
    }
}
