import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { systemClock, withClock } from './clock.ts';
import { assertConnectorFolders, connectorLoader } from './connectors/index.ts';
import type { ManagementClient } from './context.ts';
import { createContext } from './create-context.ts';
import { isAllowedHost } from './http/host-check.ts';
import { listen } from './http/listen.ts';
import { createOidcServer } from './oidc/server.ts';
import type { LogtoEmulatorOptions } from './options.ts';
import { openState } from './store/state.ts';

/** Headers that Logto sends with every answer. */
const securityHeaders = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'SAMEORIGIN'],
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['strict-transport-security', 'max-age=15552000; includeSubDomains'],
] as const;

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
 * @throws when a connector's folder is missing, the port is taken, or the data file cannot be used
 */
export async function startLogtoEmulator(
  options: LogtoEmulatorOptions = {},
): Promise<LogtoEmulator> {
  const { host = '127.0.0.1', clock = systemClock } = options;
  assertFolders(options.connectors ?? []);
  assertConnectorFolders(options.connectors ?? []);
  const server = await listen(options.port ?? 3001, host);
  const state = await openState(options, clock).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  const context = createContext(options, {
    port: server.port,
    state,
    connectorFactories: connectorLoader(options.connectors ?? []),
  });
  const oidc = createOidcServer(context);
  let loading: ReturnType<typeof loadOthers> | undefined;
  /** Everything but OpenID Connect is loaded after the first answer, or when it is asked for. */
  const loadOthers = async () => (await import('./http/listener.ts')).createListener(context, oidc);
  const others = () => {
    loading ??= loadOthers();
    return loading;
  };
  server.serve((request, response) => {
    if (!isAllowedHost(request.headers.host, host)) {
      response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('This server answers only under the name localhost.\n');
      return;
    }
    response.setHeader('logto-core-request-id', randomBytes(12).toString('base64url'));
    for (const [name, value] of securityHeaders) {
      response.setHeader(name, value);
    }
    void withClock(clock, async () => {
      if (!/^\/oidc(\/|\?|$)/.test(request.url ?? '')) {
        return (await others())(request, response);
      }
      await oidc.listener(request, response);
      return void others();
    });
  });
  const close = async () => {
    await server.close();
    await state.close();
  };
  const { url, issuer, m2m } = context;
  return { url, issuer, m2m, reset: state.reset, close, [Symbol.asyncDispose]: close };
}

/** Connectors are loaded when they are needed first; that they are there is said at the start. */
function assertFolders(folders: readonly string[]): void {
  const missing = folders.find((folder) => !existsSync(folder));
  if (missing === undefined) {
    return;
  }
  throw new Error(
    `The connector folder ${missing} does not exist. Give --connector a folder that does.`,
  );
}
