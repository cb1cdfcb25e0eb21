import { existsSync, realpathSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const kitName = '@logto/connector-kit';
const hostUrl = import.meta.url;

/** The folders of connector packages by the address that everything in them starts with. */
const folders = new Map<string, string>();

/**
 * Lets a connector import the kit as it would from its place in Logto. There it lies below Logto's own
 * `node_modules`: it gets the kit from its own folder if that has one, and else the kit that Logto runs.
 * The same goes here for a folder anywhere on the disk, and whatever else the connector cannot find, it
 * gets from the emulator, if the emulator has it.
 *
 * @param folder the real path of a connector package
 */
export function shareHostPackages(folder: string): void {
  if (folders.size === 0) {
    registerHooks({ resolve });
  }
  folders.set(pathToFileURL(folder + path.sep).href, folder);
}

type Resolve = Parameters<typeof registerHooks>[0]['resolve'] & {};

const resolve: Resolve = (specifier, context, next) => {
  const folder = folderOf(context.parentURL);
  const isBare = !specifier.startsWith('.') && !specifier.includes(':');
  if (folder === undefined || !isBare) {
    return next(specifier, context);
  }
  const fromHost = () => next(specifier, { ...context, parentURL: hostUrl });
  if (specifier === kitName && !existsSync(ownKit(folder))) {
    return fromHost();
  }
  try {
    return next(specifier, context);
  } catch (error) {
    try {
      return fromHost();
    } catch {
      // The first one names the connector's file.
      throw error;
    }
  }
};

function folderOf(url: string | undefined): string | undefined {
  for (const [start, folder] of folders) {
    if (url?.startsWith(start)) {
      return folder;
    }
  }
  return undefined;
}

function ownKit(folder: string): string {
  return path.join(folder, 'node_modules', kitName);
}

/**
 * The connector's own copy of the kit, if it has one other than the emulator's. Logto tells a
 * `ConnectorError` by `instanceof`; those of another copy it takes for crashes (HTTP 500).
 */
export function foreignKit(folder: string): string | undefined {
  const own = ownKit(folder);
  if (!existsSync(own)) {
    return undefined;
  }
  const host = path.dirname(createRequire(hostUrl).resolve(`${kitName}/package.json`));
  return realpathSync(own) === realpathSync(host) ? undefined : own;
}
