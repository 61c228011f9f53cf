import { defineConfig } from 'vitest/config';

/** What plays in process engines: `npm run test:engines`. */
export default defineConfig({
    test: { include: ['test/engines/**/*.test.ts'], testTimeout: 900_000, hookTimeout: 900_000, isolate: false },
});
