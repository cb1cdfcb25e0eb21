import { errors, type KoaContextWithOIDC } from 'oidc-provider';
import { errorMessage } from '../http/messages.ts';

/** What Logto can do and the emulator cannot, in the words of the routes below `/api`: 501. */
export function notSupported(what: string): errors.OIDCProviderError {
  const message = errorMessage('emulator.not_supported', 'en', { what });
  const error = new errors.CustomOIDCProviderError('not_supported', message);
  return Object.assign(error, { status: 501, statusCode: 501 });
}

/** The library refuses clients that may not use the device flow; there are no pages for those that may. */
export async function refuseDeviceFlow(
  ctx: KoaContextWithOIDC,
  next: () => Promise<void>,
): Promise<void> {
  await next();
  if (/^\/device(\/|$)/.test(ctx.path) && ctx.status < 400) {
    throw notSupported('the device flow');
  }
}
