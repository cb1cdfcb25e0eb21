import type { LogtoAccess } from '@dm-kit/provision';
import { StackError } from '../errors.ts';
import { compose } from './compose.ts';

/** Where compose.yaml has Logto, as the browser and the samples see it. */
export const dockerLogto = {
  endpoint: 'http://localhost:3001',
  adminEndpoint: 'http://localhost:3002',
};

const query = `select secret from applications where tenant_id = 'admin' and id = 'm-default'`;

/** The machine-to-machine client that a fresh Logto makes for itself; its secret is in the database alone. */
export async function managementClient(
  signal?: AbortSignal,
  project?: string,
): Promise<LogtoAccess> {
  const output = await compose(
    [
      ...['exec', '-T', 'postgres'],
      ...['psql', '--username=logto', '--dbname=logto', '-tA', '-c', query],
    ],
    { signal, project },
  );
  const appSecret = output.map((line) => line.trim()).find(Boolean);
  if (!appSecret) {
    throw new StackError(
      'The database of this Logto has no client "m-default": `pnpm logto reset` makes a fresh one.',
    );
  }
  return { ...dockerLogto, appId: 'm-default', appSecret };
}
