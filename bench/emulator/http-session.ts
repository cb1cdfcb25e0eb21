import { type Agent, request } from 'node:http';

/** A browser as far as HTTP goes: cookies by path, redirects by hand. Loopback only, where ports share cookies. */
export class HttpSession {
  readonly #origin: string;
  readonly #agent: Agent;
  readonly #cookies = new Map<string, { value: string; path: string }>();

  constructor(origin: string, agent: Agent) {
    this.#origin = origin;
    this.#agent = agent;
  }

  /** @param path below the origin, or an address. @throws when the status is not the one that is expected. */
  async call(
    method: string,
    path: string,
    { json, form, expect }: { json?: unknown; form?: Record<string, string>; expect?: number },
  ): Promise<{ status: number; location: string; body: string }> {
    const payload = json ? JSON.stringify(json) : form ? new URLSearchParams(form).toString() : '';
    const { pathname } = new URL(path, this.#origin);
    const cookie = [...this.#cookies]
      .filter(([, { path: scope }]) => pathname.startsWith(scope))
      .map(([name, { value }]) => `${name.split('@')[0]}=${value}`)
      .join('; ');
    const type = json ? 'application/json' : 'application/x-www-form-urlencoded';
    const { status, location, setCookie, body } = await new Promise<{
      status: number;
      location: string;
      setCookie: string[];
      body: string;
    }>((resolve, reject) => {
      const call = request(
        new URL(path, this.#origin),
        {
          method,
          agent: this.#agent,
          headers: {
            ...(cookie && { cookie }),
            ...(payload && { 'content-type': type, 'content-length': Buffer.byteLength(payload) }),
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk) => chunks.push(chunk));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              location: response.headers.location ?? '',
              setCookie: response.headers['set-cookie'] ?? [],
              body: Buffer.concat(chunks).toString(),
            }),
          );
        },
      );
      call.on('error', reject);
      call.end(payload);
    });
    for (const line of setCookie) {
      this.#keep(line);
    }
    if (expect !== undefined && status !== expect) {
      throw new Error(`${method} ${pathname}: ${status} ${body}`);
    }
    return { status, location, body };
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const [name = '', value = ''] = pair.split('=');
    const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/';
    const key = `${name}@${path}`;
    if (!value || /expires=Thu, 01 Jan 1970/i.test(line)) {
      this.#cookies.delete(key);
    } else {
      this.#cookies.set(key, { value, path });
    }
  }
}
