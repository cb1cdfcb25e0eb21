import { systemClock } from './clock.ts';
import type { Context } from './context.ts';
import type { LogtoEmulatorOptions } from './options.ts';
import { managementApi } from './store/seed.ts';
import type { State } from './store/state.ts';

/** Puts together what every part of one emulator is given: from its options, its state and its port. */
export function createContext(
  { clock = systemClock, ttl = {}, logCodes = false }: LogtoEmulatorOptions,
  {
    port,
    state: { random, store, models, keys, saved },
    connectorFactories,
  }: { port: number; state: State; connectorFactories: Context['connectorFactories'] },
): Context {
  const url = `http://localhost:${port}`;
  const issuer = `${url}/oidc`;
  return {
    url,
    issuer,
    clock,
    random,
    store,
    models,
    saved,
    connectorFactories,
    m2m: {
      appId: 'm-default',
      appSecret: keys.appSecret,
      resource: managementApi,
      tokenEndpoint: `${issuer}/token`,
    },
    signingKey: keys.signingKey,
    cookieKey: keys.cookieKey,
    revokeUser: (userId) => models.revokeByAccountId(userId),
    ttl,
    logCodes,
  };
}
