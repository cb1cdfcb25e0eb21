import {
  accountFromEnvironment,
  type DirectMailAccount,
  type LogtoAccess,
  logtoFromEnvironment,
  requireAddress,
} from '@dm-kit/provision';
import { dockerLogto, managementClient } from '../docker/logto-client.ts';
import { containers } from '../docker/status.ts';
import { dockerDirectMail } from '../logto/docker.ts';

/** The Logto to look at, and how it may be managed, where that is known. */
export interface Subject {
  endpoint: string;
  managed?: { logto: LogtoAccess; directMail: DirectMailAccount };
}

/**
 * The one in LOGTO_*; else the one in Docker; else whatever is at the port of the demo.
 * @throws {ProvisionError} when LOGTO_ENDPOINT is no address
 */
export async function whichLogto(env: NodeJS.ProcessEnv): Promise<Subject> {
  if (env.LOGTO_M2M_APP_ID) {
    const logto = logtoFromEnvironment(env);
    const endpoint = logto.endpoint.replace(/\/+$/, '');
    return { endpoint, managed: { logto, directMail: accountFromEnvironment(env) } };
  }
  if (env.LOGTO_ENDPOINT) {
    requireAddress('LOGTO_ENDPOINT', env.LOGTO_ENDPOINT);
    return { endpoint: env.LOGTO_ENDPOINT.replace(/\/+$/, '') };
  }
  const inDocker = await containers().catch(() => []);
  if (inDocker.some(({ service, health }) => service === 'logto' && health === 'healthy')) {
    const logto = await managementClient();
    return { endpoint: logto.endpoint, managed: { logto, directMail: dockerDirectMail.account } };
  }
  return { endpoint: dockerLogto.endpoint };
}
