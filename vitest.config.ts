import { totalmem } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
    test: {
        include: ['test/**/*.test.ts'],
        exclude: ['test/vscode/**', 'test/engines/**', 'node_modules/**'],
        setupFiles: ['test/random.ts'],
        // How long something takes is for the benchmark; this only ends what hangs, on a machine that does much else.
        testTimeout: 900_000,
        hookTimeout: 900_000,
        // the files share what they import: building the parser anew for each would take half of the time
        isolate: false,
        // vitest itself keeps one core free, which is half of a small machine; each of two takes up to 8 GB
        maxWorkers: totalmem() >= 16 * 2 ** 30 ? '100%' : 1,
        // so what one file read stays while the next ones run: more than the 4 GB that Node allows by itself
        execArgv: ['--max-old-space-size=8192'],
        coverage: {
            provider: 'v8',
            include: ['language/**/*.ts', 'cli/**/*.ts', 'server/**/*.ts'],
            // Left out is what runs in processes of its own, which are tested but not measured: how the tool starts
            // (test/cli/process, launcher and installed), the two entries of the server (test/server/protocol and
            // browser), and the client, which needs a real VS Code (test/vscode).
            exclude: [
                'language/generated/**',
                'cli/entry.ts',
                'cli/cached-snapshot.ts',
                'cli/make-snapshot.ts',
                'cli/host.ts',
                'cli/snapshot.ts',
                'server/node.ts',
                'server/browser.ts',
            ],
            reporter: ['text-summary', 'html', 'json-summary'],
            reportsDirectory: 'coverage',
            thresholds: {
                'language/**/*.ts': { lines: 95, branches: 88 },
                'cli/**/*.ts': { lines: 93, branches: 84 },
                'server/**/*.ts': { lines: 93, branches: 84 },
            },
        },
    },
});
