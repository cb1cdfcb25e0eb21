import { fileURLToPath } from 'node:url';

const sources = {
  '/epoch_time.js': '../src/oidc/epoch-time.ts',
  '/attention.js': '../src/oidc/attention.ts',
};

/**
 * Plug-in of the bundler and of the tests: two helpers of `oidc-provider` are the emulator's own, so that
 * tokens expire by its clock and nothing is written to the terminal.
 */
export const providerPlugin = {
  name: 'oidc-provider-helpers',
  enforce: 'pre' as const,
  resolveId(source: string, importer?: string): string | null {
    if (!importer?.includes('oidc-provider')) return null;
    const replaced = Object.entries(sources).find(([name]) => source.endsWith(name));
    return replaced ? fileURLToPath(new URL(replaced[1], import.meta.url)) : null;
  },
};
