import { defineConfig } from 'vitest/config';

export default defineConfig({
    test: {
        include: ['test/**/*.test.ts'],
        exclude: ['test/vscode/**', 'test/engines/**', 'node_modules/**'],
        testTimeout: 20_000,
        // the files share what they import: building the parser anew for each would take half of the time
        isolate: false,
        coverage: {
            provider: 'v8',
            include: ['language/**/*.ts', 'cli/**/*.ts'],
            // the last three run in processes of their own (test/cli/process.test.ts)
            exclude: ['language/generated/**', 'cli/entry.ts', 'cli/host.ts', 'cli/snapshot.ts'],
            reporter: ['text-summary', 'html', 'json-summary'],
            reportsDirectory: 'coverage',
            thresholds: {
                'language/**/*.ts': { lines: 92, branches: 82 },
                'cli/**/*.ts': { lines: 90, branches: 80 },
            },
        },
    },
});
