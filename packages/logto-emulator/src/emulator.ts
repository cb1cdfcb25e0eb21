import { getRequestListener } from '@hono/node-server';
import { systemClock, withClock } from './clock.ts';
import { connectorLoader } from './connectors/index.ts';
import type { Context, ManagementClient } from './context.ts';
import { createApp } from './http/app.ts';
import { isAllowedHost } from './http/host-check.ts';
import { listen } from './http/listen.ts';
import { OidcModels } from './oidc/models.ts';
import { createOidcServer } from './oidc/server.ts';
import { createSigningKey } from './oidc/signing-key.ts';
import type { LogtoEmulatorOptions } from './options.ts';
import { Random } from './random.ts';
import { managementApi, seedStore } from './store/seed.ts';
import { Store } from './store/store.ts';

/** A running emulator. */
export interface LogtoEmulator {
  /** Where it answers, such as `http://localhost:3001`. */
  readonly url: string;
  /** The issuer of its tokens: `{url}/oidc`. */
  readonly issuer: string;
  /** The client for the Management API. */
  readonly m2m: ManagementClient;
  /** Forgets everything and starts anew, with the same keys and the same client. */
  reset(): Promise<void>;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Starts Logto on this machine.
 *
 * @throws when the port is taken, a connector's folder cannot be read, or the data file is damaged
 */
export async function startLogtoEmulator(
  options: LogtoEmulatorOptions = {},
): Promise<LogtoEmulator> {
  const host = options.host ?? '127.0.0.1';
  const server = await listen(options.port ?? 3001, host);
  const url = `http://localhost:${server.port}`;
  const issuer = `${url}/oidc`;
  const clock = options.clock ?? systemClock;
  const random = new Random({ seed: options.seed });
  const signingKey = createSigningKey(random);
  const m2m = {
    appId: 'm-default',
    appSecret: random.secret(),
    resource: managementApi,
    tokenEndpoint: `${issuer}/token`,
  };
  const cookieKey = random.secret();
  const store = new Store();
  const models = new OidcModels(clock);
  seedStore(store, clock.now());
  const context: Context = {
    url,
    issuer,
    clock,
    random,
    store,
    models,
    connectorFactories: connectorLoader(options.connectors ?? []),
    m2m,
    signingKey,
    cookieKey,
    revokeUser: (userId) => models.revokeByAccountId(userId),
    ttl: options.ttl ?? {},
    logCodes: options.logCodes ?? false,
  };
  const oidc = createOidcServer(context);
  const app = getRequestListener(createApp(context, oidc).fetch);
  server.serve((request, response) => {
    if (!isAllowedHost(request.headers.host, host)) {
      response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('This server answers only under the name localhost.\n');
      return;
    }
    withClock(clock, () =>
      /^\/oidc(\/|\?|$)/.test(request.url ?? '')
        ? oidc.listener(request, response)
        : app(request, response),
    );
  });
  const close = () => server.close();
  return {
    url,
    issuer,
    m2m,
    reset: async () => {
      store.clear();
      models.clear();
      seedStore(store, clock.now());
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
