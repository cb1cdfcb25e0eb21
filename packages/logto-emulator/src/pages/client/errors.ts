import { ApiError } from './api.ts';
import type { App } from './app.ts';

/** What to do about an error, by its code. Whatever is not listed becomes a toast. */
export type ErrorHandlers = Record<string, (error: ApiError) => void | Promise<void>>;

/** Tells the visitor what went wrong, or does what the screen has in mind for this error. */
export async function handleError(
  app: App,
  error: unknown,
  handlers: ErrorHandlers = {},
): Promise<void> {
  if (error instanceof ApiError) {
    const handler = handlers[error.code];
    if (handler) {
      await handler(error);
    } else if (error.code === 'user.suspended') {
      app.navigate('/account-suspended', { replace: true });
    } else {
      app.toast(error.message);
    }
    return;
  }
  const isTimeout = error instanceof DOMException && error.name === 'TimeoutError';
  app.toast(app.t(isTimeout ? 'timeout' : 'unknownError'));
  if (!isTimeout) {
    console.error(error);
  }
}
