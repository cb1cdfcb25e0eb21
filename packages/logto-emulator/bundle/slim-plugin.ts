import { fileURLToPath } from 'node:url';

/** What the server's libraries load and hardly use: a third of the bundle, half of the time to start. */
const standIns = new Map([
  ['mime-db', 'mime-db.json'],
  ['depd', 'depd.cjs'],
  ['debug', 'debug.cjs'],
  ['node:http', 'node-http.ts'],
  ['node:http2', 'node-http2.ts'],
]);

/** Plug-in of the bundler: small stand-ins, so that the emulator starts sooner and takes less memory. */
export const slimPlugin = {
  name: 'slim',
  resolveId(source: string, importer?: string): string | null {
    const standIn = importer === undefined ? undefined : standIns.get(source);
    return standIn === undefined ? null : fileURLToPath(new URL(standIn, import.meta.url));
  },
};
