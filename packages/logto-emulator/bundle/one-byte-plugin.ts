import type { Rolldown } from 'tsdown';

/**
 * Plug-in of the bundler: writes what is beyond Latin-1 as escapes. One Chinese character in a script makes
 * V8 keep the whole of it in two bytes a character: half a megabyte more here, for as long as it runs.
 */
export const oneBytePlugin: Rolldown.Plugin = {
  name: 'one-byte',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk') {
        file.code = file.code.replace(/[^\0-\xff]/g, toEscape);
      }
    }
  },
};

function toEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
