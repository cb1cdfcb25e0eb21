import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: `${import.meta.dirname}/` }] },
  test: {
    include: ['lib/**/*.test.ts', 'test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    reporters: ['default', ['json', { outputFile: 'reports/tests.json' }]],
    // next-auth imports `next/headers` without the extension that Node's own loader asks for.
    server: { deps: { inline: ['next-auth'] } },
  },
});
