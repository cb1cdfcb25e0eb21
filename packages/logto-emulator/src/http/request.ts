import type { Context as HonoContext } from 'hono';

/** The address that a request came from, as the socket has it (`127.0.0.1` or `::ffff:127.0.0.1`). */
export function clientIp(c: HonoContext): string | undefined {
  const { incoming } = (c.env ?? {}) as {
    incoming?: { socket?: { remoteAddress?: string } };
  };
  return incoming?.socket?.remoteAddress;
}

/** The value of a cookie as it was set. (Logto's are JSON, which strict parsers do not take.) */
export function readCookie(header: string | undefined, name: string): string | undefined {
  const pair = header?.split(/; */).find((text) => text.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}
