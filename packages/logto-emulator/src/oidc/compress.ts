import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { KoaContextWithOIDC } from 'oidc-provider';

/** What is shorter is sent as it is; bytes. */
const threshold = 1024;

const compressed = promisify(gzip);

/** Compresses long answers for who takes gzip, as Logto does: a proxy between may have to cope with it. */
export async function compress(ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> {
  await next();
  ctx.vary('Accept-Encoding');
  const { body } = ctx;
  if (!body || ctx.acceptsEncodings('gzip', 'identity') !== 'gzip') {
    return;
  }
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  if (Buffer.byteLength(text) < threshold) {
    return;
  }
  ctx.set('content-encoding', 'gzip');
  ctx.body = await compressed(text);
}
