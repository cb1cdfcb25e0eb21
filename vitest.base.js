import { defineConfig } from 'vitest/config';
/** What every package's tests have in common: Node, and a report that `.ci/run` counts. */
const base = defineConfig({
    test: {
        environment: 'node',
        include: ['{src,test}/**/*.test.ts'],
        reporters: ['default', ['json', { outputFile: 'reports/tests.json' }]],
        // Generous: they only end a test that hangs, and a busy machine is not a failure.
        testTimeout: 60_000,
        hookTimeout: 60_000,
    },
});
export default base;
