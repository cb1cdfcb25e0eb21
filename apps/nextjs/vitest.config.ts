import { defineConfig } from 'vitest/config';

export default defineConfig({
  // JSX as Next.js compiles it.
  oxc: { jsx: { runtime: 'automatic' } },
  resolve: { alias: [{ find: /^@\//, replacement: `${import.meta.dirname}/` }] },
  test: {
    include: ['hardening/**/*.test.{ts,tsx}', 'test/*.test.{ts,tsx}'],
    setupFiles: ['test/setup.ts'],
    reporters: ['default', ['json', { outputFile: 'reports/tests.json' }]],
    // next-auth imports `next/headers` without the extension that Node's own loader asks for.
    server: { deps: { inline: ['next-auth'] } },
  },
});
