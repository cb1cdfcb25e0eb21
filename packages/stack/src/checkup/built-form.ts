import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { builtFiles } from '../paths.ts';

type CreateConnector = (options: {
  getConfig: () => Promise<never>;
}) => Promise<{ metadata: { formItems?: unknown } }>;

/** The settings that the connector built here asks for in Logto's Console; `undefined` when it is not built. */
export async function builtForm(): Promise<unknown> {
  const file = join(builtFiles.connector, 'lib/index.js');
  if (!existsSync(file)) {
    return undefined;
  }
  const { default: createConnector } = (await import(file)) as { default: CreateConnector };
  const connector = await createConnector({
    getConfig: () => Promise.reject(new Error('no configuration is needed for the metadata')),
  });
  return connector.metadata.formItems;
}
