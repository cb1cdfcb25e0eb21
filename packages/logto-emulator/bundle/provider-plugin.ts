import { fileURLToPath } from 'node:url';

const sources = {
  '/epoch_time.js': '../src/oidc/epoch-time.ts',
  '/attention.js': '../src/oidc/attention.ts',
  '/als.js': '../src/oidc/async-context.ts',
};

/**
 * Plug-in of the bundler and of the tests: three helpers of `oidc-provider` are the emulator's own, so that
 * tokens expire by its clock, nothing is written to the terminal, and a sign-in takes less.
 */
export const providerPlugin = {
  name: 'oidc-provider-helpers',
  enforce: 'pre' as const,
  resolveId(source: string, importer?: string): string | null {
    if (!importer?.includes('oidc-provider')) {
      return null;
    }
    const replaced = Object.entries(sources).find(([name]) => source.endsWith(name));
    return replaced ? fileURLToPath(new URL(replaced[1], import.meta.url)) : null;
  },
};
