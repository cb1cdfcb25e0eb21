import type { AllConnector, CreateConnector } from '@logto/connector-kit';
import { ConnectorError, ConnectorErrorCodes } from '@logto/connector-kit';
import { foreignKit, shareHostPackages } from './kit-resolution.ts';
import { inlineMetadata } from './metadata.ts';
import { assertConnector, importConnector } from './module.ts';
import { type ConnectorPackage, findConnectorPackages } from './package-folder.ts';

/** A connector package that is loaded and can make connectors. */
export type ConnectorFactory = Pick<AllConnector, 'type' | 'metadata' | 'configGuard'> & {
  createConnector: CreateConnector<AllConnector>;
  path: string;
};

/** What Logto passes for everything that a connector must not call yet. */
export function notImplemented(): never {
  throw new ConnectorError(ConnectorErrorCodes.NotImplemented);
}

/**
 * Loads the connector packages in the given folders by Logto's rules, once per emulator. What breaks a
 * rule is left out with a line of log that says why; the emulator starts all the same, as Logto does.
 *
 * @throws Error when a folder does not exist.
 */
export async function loadConnectorFactories(
  folders: readonly string[],
  log: (line: string) => void,
): Promise<ConnectorFactory[]> {
  const packages = await findConnectorPackages(folders, log);
  const factories = await Promise.all(packages.map((found) => loadFactory(found, log)));
  return factories.filter((factory) => factory !== undefined);
}

async function loadFactory(
  { name, path }: ConnectorPackage,
  log: (line: string) => void,
): Promise<ConnectorFactory | undefined> {
  try {
    shareHostPackages(path);
    const createConnector = await importConnector(path, log);
    const connector = await createConnector({ getConfig: notImplemented });
    assertConnector(connector);
    warnOfForeignKit(name, path, log);
    const { type, configGuard } = connector;
    const metadata = await inlineMetadata(connector.metadata, path, log);
    return { type, configGuard, metadata, createConnector, path };
  } catch (error) {
    if (!(error instanceof Error)) {
      throw error;
    }
    log(`[load-connector] skip ${name} due to error: ${error.message}`);
    return undefined;
  }
}

function warnOfForeignKit(name: string, folder: string, log: (line: string) => void): void {
  const kit = foreignKit(folder);
  if (kit === undefined) {
    return;
  }
  log(
    `[load-connector] ${name} brings its own @logto/connector-kit (${kit}): each of its ConnectorErrors becomes HTTP 500, as in Logto. Load the packed package, or install connector and emulator side by side.`,
  );
}
