/**
 * What `make` gives, made once. Next.js bundles the proxy, the pages and the route handlers apart, each with
 * its own copy of a module; the process has one of these.
 */
export function oncePerProcess<T>(name: string, make: () => T): T {
  const shared = globalThis as Record<symbol, unknown>;
  const key = Symbol.for(`nextjs-sample: ${name}`);
  shared[key] ??= make();
  return shared[key] as T;
}
