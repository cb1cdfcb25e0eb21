import type { NextFetchEvent } from 'next/server';
import { NextRequest } from 'next/server';
import { vi } from 'vitest';
import { incoming } from './incoming';
import { startLogtoDouble } from './logto-double';
import { secret, sessionIn } from './session-cookie';

/** This application, set up for a double of Logto, or with something wrong in its settings. */
export async function startApplication(settings: Record<string, string> = {}) {
  const logto = await startLogtoDouble();
  const right = {
    AUTH_URL: 'http://localhost:3000',
    AUTH_SECRET: secret,
    AUTH_LOGTO_ISSUER: logto.issuer,
    AUTH_LOGTO_ID: 'app-id',
    AUTH_LOGTO_SECRET: 'app-secret',
    NOTES_API_RESOURCE: '',
  };
  for (const [name, value] of Object.entries({ ...right, ...settings })) {
    vi.stubEnv(name, value);
  }
  // Auth.js reads the settings when it is loaded.
  vi.resetModules();
  const application = await import('@/auth');
  return {
    ...application,
    logto,

    /** What the proxy answers. */
    visit(path: string, cookie = '', init: { method?: string; headers?: object } = {}) {
      const headers = { cookie, ...init.headers };
      const proxy = application.auth as unknown as (
        request: NextRequest,
        event: NextFetchEvent,
      ) => Promise<Response | undefined>;
      const request = new NextRequest(`http://localhost:3000${path}`, { ...init, headers });
      return proxy(request, {} as NextFetchEvent).then((response) => response ?? new Response());
    },

    /** What the server components of the same request see after the proxy. */
    async page(response: Response, cookie: string) {
      const changed = response.headers.has('x-middleware-override-headers');
      const handedOn = response.headers.get('x-middleware-request-cookie') ?? '';
      const seen = changed ? handedOn : cookie;
      incoming.headers = new Headers({ cookie: seen });
      return { session: await application.auth(), token: await sessionIn(seen) };
    },

    [Symbol.asyncDispose]: () => logto[Symbol.asyncDispose](),
  };
}

/** Where code sends the browser. */
export async function destination(code: () => Promise<unknown>): Promise<URL> {
  const error = await code().then(
    () => undefined,
    (thrown: Error) => thrown,
  );
  if (!error?.message.startsWith('redirect to ')) {
    throw error ?? new Error('no redirect');
  }
  return new URL(error.message.replace('redirect to ', ''), 'http://localhost:3000');
}
