import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AllConnector, CreateConnector } from '@logto/connector-kit';
import { ConnectorError, ConnectorErrorCodes, ConnectorType } from '@logto/connector-kit';
import { satisfies } from 'semver';

const kitName = '@logto/connector-kit';

/** The kit that runs here; read when it runs, so that bundling does not freeze the version. */
const kit = createRequire(import.meta.url)(`${kitName}/package.json`) as { version: string };

/**
 * Imports a connector package the way Logto does: the kit among its `dependencies` in a range that the
 * running kit satisfies, and `lib/index.js` with a function as default export (or, from CommonJS, as
 * the default of the default).
 *
 * @throws Error that says which of these does not hold.
 */
export async function importConnector(
  folder: string,
  log: (line: string) => void,
): Promise<CreateConnector<AllConnector>> {
  const manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, unknown>;
  };
  checkKitVersion(manifest.dependencies);

  const loaded = (await import(pathToFileURL(path.join(folder, 'lib/index.js')).href)) as {
    default?: unknown;
  };
  const exported = loaded.default;
  if (typeof exported === 'function') {
    return exported as CreateConnector<AllConnector>;
  }
  const inner = (exported as { default?: unknown } | null | undefined)?.default;
  if (typeof inner === 'function') {
    log(`Load connector ${folder} in CJS mode`);
    return inner as CreateConnector<AllConnector>;
  }
  throw new Error(`Cannot load connector from ${folder}, the connector package may be broken.`);
}

function checkKitVersion(dependencies: Record<string, unknown> | undefined): void {
  const range = dependencies?.[kitName];
  if (typeof range !== 'string') {
    throw new Error(`Cannot find ${kitName} in connector's dependency`);
  }
  if (range.startsWith('workspace:') || satisfies(kit.version, range)) {
    return;
  }
  throw new Error(
    `Connector requires ${kitName} to be ${range}, but the version here is ${kit.version}.`,
  );
}

/** What Logto asks of the object that a connector package creates. */
export function assertConnector(
  connector: Partial<AllConnector>,
): asserts connector is AllConnector {
  if (!connector.metadata) {
    throw new ConnectorError(ConnectorErrorCodes.InvalidMetadata);
  }
  if (!connector.configGuard) {
    throw new ConnectorError(ConnectorErrorCodes.InvalidConfigGuard);
  }
  if (!connector.type || !Object.values(ConnectorType).includes(connector.type)) {
    throw new ConnectorError(ConnectorErrorCodes.UnexpectedType);
  }
}
