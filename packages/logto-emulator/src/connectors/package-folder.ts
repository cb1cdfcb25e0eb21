import { existsSync } from 'node:fs';
import { readdir, readFile, realpath } from 'node:fs/promises';
import path from 'node:path';

/** A folder that holds a connector package, by its name alone: nothing of it is loaded yet. */
export interface ConnectorPackage {
  name: string;
  path: string;
}

/**
 * Finds the connector packages among the given folders. A folder with a `package.json` is a package;
 * one without is searched one level deep, as Logto searches `packages/core/connectors`. As there, a
 * package counts when its name is `connector-*` or `@scope/connector-*`; others are reported to `log`
 * and left out. A folder given twice counts once.
 *
 * @throws Error when a folder does not exist or its `package.json` cannot be read.
 */
export async function findConnectorPackages(
  folders: readonly string[],
  log: (line: string) => void,
): Promise<ConnectorPackage[]> {
  const found = new Map<string, ConnectorPackage>();
  for (const folder of folders) {
    if (!existsSync(folder)) {
      throw new Error(`Connector folder not found: ${folder}`);
    }
    const single = existsSync(path.join(folder, 'package.json'));
    const candidates = single
      ? [folder]
      : (await readdir(folder)).sort().map((entry) => path.join(folder, entry));
    let any = false;
    for (const candidate of candidates) {
      const name = await packageName(candidate);
      if (name === undefined) {
        continue;
      }
      if (isConnectorName(name)) {
        const real = await realpath(candidate);
        found.set(real, { name, path: real });
        any = true;
      } else if (single) {
        log(
          `[load-connector] skip ${name}: a connector package is named connector-* or @scope/connector-*`,
        );
        any = true;
      }
    }
    if (!any) {
      log(`[load-connector] no connector package in ${folder}`);
    }
  }
  return [...found.values()];
}

async function packageName(folder: string): Promise<string | undefined> {
  const file = path.join(folder, 'package.json');
  if (!existsSync(file)) {
    return undefined;
  }
  const { name } = JSON.parse(await readFile(file, 'utf8')) as { name?: unknown };
  if (typeof name !== 'string') {
    throw new Error(`${file} has no name`);
  }
  return name;
}

function isConnectorName(name: string): boolean {
  return name.startsWith('connector-') || name.split('/')[1]?.startsWith('connector-') === true;
}
