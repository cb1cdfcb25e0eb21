import { statSync } from 'node:fs';
import { RequestError } from '../http/request-error.ts';
import type { ConnectorFactory } from './factories.ts';

export {
  createConnector,
  getConnector,
  getConnectors,
  getEmailConnector,
  type LoadedConnector,
} from './connectors.ts';
export { translateConnectorErrors } from './errors.ts';
export type { ConnectorFactory } from './factories.ts';

/**
 * Prepares the loading of connector packages. Importing them and Logto's kit takes a few hundred
 * milliseconds, so it happens at the first call of the function returned; every later call answers the
 * same factories.
 *
 * @param folders connector packages, or folders that hold connector packages
 * @param log is given a line for each package that is left out, and why
 * @returns the factories; throws RequestError `connector.more_than_one_connector_factory` (422) when two
 * packages have one id, at every call, as Logto does
 */
export function connectorLoader(
  folders: readonly string[],
  log: (line: string) => void = console.error,
): () => Promise<readonly ConnectorFactory[]> {
  let loading: Promise<ConnectorFactory[]> | undefined;
  return async () => {
    loading ??= import('./factories.ts').then((module) =>
      module.loadConnectorFactories(folders, log),
    );
    const factories = await loading;
    assertDistinct(factories);
    return factories;
  };
}

/**
 * Checks, before anything is loaded, that there is something to load.
 *
 * @throws Error that names the first path that is not a folder
 */
export function assertConnectorFolders(folders: readonly string[]): void {
  for (const folder of folders) {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
      continue;
    }
    throw new Error(
      `There is no connector in ${folder}: no such folder. Build it first, or correct the path.`,
    );
  }
}

function assertDistinct(factories: readonly ConnectorFactory[]): void {
  const ids = factories.map(({ metadata }) => metadata.id);
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  if (twice.size === 0) {
    return;
  }
  throw new RequestError({
    code: 'connector.more_than_one_connector_factory',
    status: 422,
    connectorIds: [...twice].join(', '),
  });
}
