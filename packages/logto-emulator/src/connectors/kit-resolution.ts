import { realpathSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const kitName = '@logto/connector-kit';
const roots = new Set<string>();
let registered = false;

/**
 * Lets a connector folder import what the emulator itself can import when the folder and its parents
 * do not have it. Logto keeps connectors below its own `node_modules`, so a packed connector finds the
 * kit there; here the folder may lie anywhere, and would find nothing.
 *
 * @param folder the real path of a connector package.
 */
export function shareHostPackages(folder: string): void {
  roots.add(pathToFileURL(folder + path.sep).href);
  if (registered) return;
  registered = true;
  registerHooks({
    resolve(specifier, context, next) {
      try {
        return next(specifier, context);
      } catch (error) {
        const { parentURL } = context;
        const bare = !specifier.startsWith('.') && !specifier.includes(':');
        if (!bare || !parentURL || ![...roots].some((root) => parentURL.startsWith(root))) {
          throw error;
        }
        return next(specifier, { ...context, parentURL: import.meta.url });
      }
    },
  });
}

/**
 * The path of the connector's own copy of the kit, if it has one other than the emulator's. Logto tells
 * a `ConnectorError` by `instanceof`; those of another copy it takes for crashes (HTTP 500).
 */
export function foreignKit(folder: string): string | undefined {
  const host = createRequire(import.meta.url).resolve(kitName);
  const own = resolveFrom(path.join(folder, 'lib/index.js'));
  return own === undefined || own === realpathSync(host) ? undefined : path.dirname(own);
}

function resolveFrom(file: string): string | undefined {
  try {
    const resolved = createRequire(file).resolve(kitName);
    return realpathSync(resolved.startsWith('file:') ? fileURLToPath(resolved) : resolved);
  } catch {
    // The folder has no copy: it shares the emulator's (see shareHostPackages).
    return undefined;
  }
}
