import { importJWK, SignJWT } from 'jose';
import { createClock, type MovableClock } from '../../src/clock.ts';
import { connectorLoader } from '../../src/connectors/index.ts';
import type { Context } from '../../src/context.ts';
import { createContext } from '../../src/create-context.ts';
import { createRoutes } from '../../src/management/routes.ts';
import { managementApi } from '../../src/store/seed.ts';
import { openState } from '../../src/store/state.ts';

/** An answer with its JSON already read (`undefined` when there is none). */
export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape.
  body: any;
}

/** The Management API on a store of its own, without a server, for the tests beside its routes. */
export interface TestClient {
  context: Context;
  clock: MovableClock;
  /** Lines that the connector loader wrote. */
  log: string[];
  /** Sends a request with a valid access token, or with the header given (`null`: none). */
  call(
    method: string,
    path: string,
    json?: unknown,
    options?: { authorization?: string | null; headers?: Record<string, string> },
  ): Promise<Answer>;
  /** An access token with these claims instead of the usual ones. */
  token(claims?: Record<string, unknown>): Promise<string>;
}

/** Makes a client; `connectors` are folders of connector packages. */
export async function createTestClient(connectors: string[] = []): Promise<TestClient> {
  const clock = createClock(new Date('2026-01-02T03:04:05.678Z'));
  const log: string[] = [];
  const context = createContext(
    { clock },
    {
      port: 3001,
      state: await openState({ seed: 'test' }, clock),
      connectorFactories: connectorLoader(connectors, (line) => log.push(line)),
    },
  );
  const routes = createRoutes(context);
  const key = await importJWK(context.signingKey, 'ES384');

  const token = (claims: Record<string, unknown> = {}) => {
    const now = Math.floor(clock.now().getTime() / 1000);
    return new SignJWT({
      iss: context.issuer,
      aud: managementApi,
      sub: 'm-default',
      client_id: 'm-default',
      scope: 'all',
      iat: now,
      exp: now + 3600,
      ...claims,
    })
      .setProtectedHeader({ alg: 'ES384', kid: context.signingKey.kid })
      .sign(key);
  };

  return {
    context,
    clock,
    log,
    token,
    async call(method, path, json, options = {}) {
      const authorization =
        options.authorization === undefined ? `Bearer ${await token()}` : options.authorization;
      const response = await routes.request(`${context.url}/api${path}`, {
        method,
        headers: {
          ...(authorization !== null && { authorization }),
          ...(json !== undefined && { 'content-type': 'application/json' }),
          ...options.headers,
        },
        ...(json !== undefined && { body: typeof json === 'string' ? json : JSON.stringify(json) }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.startsWith('application/json');
      return {
        status: response.status,
        headers: response.headers,
        body: isJson && text ? JSON.parse(text) : text || undefined,
      };
    },
  };
}
