/**
 * Stands in for the `AsyncLocalStorage` in which `oidc-provider` keeps the context of a request for those
 * functions of its configuration that are called without it. None of the emulator's need it, and it would
 * make every promise dearer (see `withClock`).
 */
export default {
  run: <T>(_context: unknown, next: () => T): T => next(),
  getStore: () => undefined,
};
