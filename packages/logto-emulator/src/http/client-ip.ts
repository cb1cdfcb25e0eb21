import type { Context as HonoContext } from 'hono';

/** The address that a request came from, as the socket has it (`127.0.0.1` or `::ffff:127.0.0.1`). */
export function clientIp(c: HonoContext): string | undefined {
  const { incoming } = (c.env ?? {}) as {
    incoming?: { socket?: { remoteAddress?: string } };
  };
  return incoming?.socket?.remoteAddress;
}
