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
  vi.spyOn(console, 'error').mockReturnValue();
});

afterEach(() => {
  vi.unstubAllEnvs();
});
