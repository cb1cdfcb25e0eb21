/** The request that `next/headers` speaks of, see setup.ts. */
export const incoming = {
  headers: new Headers(),
  cookiesSet: new Map<string, string>(),
};
