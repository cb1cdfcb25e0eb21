import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Repository } from '../repository.ts';

interface Guard {
  safeParse(value: unknown): {
    success: boolean;
    error?: { issues: { path: PropertyKey[]; message: string }[] };
  };
}

interface Connector {
  metadata: { formItems: { key: string; label: string; description?: string }[] };
  configGuard: Guard;
}

/** The connector of that tree, from its sources: a copy's is the copy's. */
export async function connectorOf({ root }: Repository): Promise<Connector> {
  const path = join(root, 'packages/connector-aliyun-dm/src/create-connector.ts');
  const { createConnector } = await import(pathToFileURL(path).href);
  return createConnector({
    getConfig: async () => {
      throw new Error('No page has a saved configuration');
    },
  });
}
