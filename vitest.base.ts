import { defineConfig, type ViteUserConfigExport } from 'vitest/config';

/** What every package's tests have in common: Node, and a report that `.ci/run` counts. */
const base: ViteUserConfigExport = defineConfig({
  test: {
    environment: 'node',
    include: ['{src,test}/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: 'reports/tests.json' }]],
    testTimeout: 20_000,
  },
});

export default base;
