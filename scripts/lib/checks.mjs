import { join } from 'node:path';
import { NODE, ROOT, run } from './set-up.mjs';

/** What `npm run lint` and `npm test` look at besides the tests. Each gives an exit code. */
export const CHECKS = {
    'ESLint, with the arrows between the rooms': (write = false) =>
        node('eslint/bin/eslint.js', ['.', '--max-warnings', '0', ...(write ? ['--fix'] : [])]),
    'the layout of the code (Prettier)': (write = false) =>
        node('prettier/bin/prettier.cjs', [write ? '--write' : '--check', '.', '--log-level', 'warn']),
};

/** The types of all rooms. */
export function checkTypes() {
    return node('typescript/bin/tsc', ['-b']);
}

/** Runs a program of an npm package on this terminal. @param {string} program @param {readonly string[]} args */
export function node(program, args) {
    return run(NODE, [join(ROOT, 'node_modules', program), ...args], { cwd: ROOT });
}
