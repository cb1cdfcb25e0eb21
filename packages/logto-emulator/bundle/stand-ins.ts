import { fileURLToPath } from 'node:url';
import type { Rolldown } from 'tsdown';

/** A module that another takes the place of. */
interface StandIn {
  /** How the imports of it end: `node:http`, `/epoch_time.js`. */
  readonly source: string;
  /** Only in files whose path has this in it. */
  readonly importer: string;
  /** Path from this folder. */
  readonly file: string;
}

/** In the bundle and in the tests: tokens expire by the emulator's clock. */
const clock: StandIn = {
  source: '/epoch_time.js',
  importer: 'oidc-provider',
  file: '../src/oidc/epoch-time.ts',
};

/** In the bundle alone, for a quick start: each is loaded by the server's libraries and hardly used. */
const slow: readonly StandIn[] = [
  { source: 'mime-db', importer: 'node_modules', file: 'mime-db.json' },
  { source: 'node:http', importer: '', file: 'node-http.ts' },
  { source: 'node:http2', importer: 'node_modules', file: 'node-http2.ts' },
];

/** Plug-in of the tests. */
export const clockPlugin = standInPlugin([clock]);

/** Plug-in of the bundler. */
export const standInsPlugin = standInPlugin([clock, ...slow]);

/** Puts stand-ins in the place of modules; a build in which one of them is in nobody's place fails. */
export function standInPlugin(standIns: readonly StandIn[]) {
  const used = new Set<StandIn>();
  return {
    name: 'stand-ins',
    enforce: 'pre' as const,
    resolveId(source: string, importer?: string): string | null {
      const standIn = standIns.find(
        (one) => importer?.includes(one.importer) && source.endsWith(one.source),
      );
      if (!standIn) {
        return null;
      }
      used.add(standIn);
      return fileURLToPath(new URL(standIn.file, import.meta.url));
    },
    generateBundle(): void {
      const unused = standIns.filter((standIn) => !used.has(standIn)).map(({ source }) => source);
      if (unused.length > 0) {
        throw new Error(`Nothing imports ${unused.join(', ')}: see bundle/stand-ins.ts.`);
      }
    },
  } satisfies Rolldown.Plugin & { enforce: 'pre' };
}
