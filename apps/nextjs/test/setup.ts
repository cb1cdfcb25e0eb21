import { afterEach, beforeEach, vi } from 'vitest';
import { incoming } from './incoming';

// Next.js makes these two know the request that is being answered; here, `incoming` is it.
vi.mock('next/headers', () => ({
  headers: async () => incoming.headers,
  cookies: async () => ({
    set: (name: string, value: string) => incoming.cookiesSet.set(name, value),
  }),
}));
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Error(`redirect to ${to}`);
  },
}));

beforeEach(() => {
  incoming.headers = new Headers();
  incoming.cookiesSet.clear();
  vi.stubEnv('AUTH_URL', 'http://localhost:3000');
  vi.stubEnv('AUTH_SECRET', 'a secret for tests only');
  vi.stubEnv('AUTH_LOGTO_ID', 'app-id');
  vi.stubEnv('AUTH_LOGTO_SECRET', 'app-secret');
});

afterEach(() => {
  vi.unstubAllEnvs();
});
