/** A browser as far as the tests need one: cookies by name and path, and redirects followed by hand. */
export class Browser {
  readonly origin: string;
  #cookies = new Map<string, { value: string; path: string }>();

  constructor(origin: string) {
    this.origin = origin;
  }

  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const address = new URL(url, this.origin);
    const headers = new Headers(init.headers);
    const cookies = [...this.#cookies]
      .filter(([, { path }]) => address.pathname.startsWith(path))
      .map(([key, { value }]) => `${key.split(';')[0]}=${value}`);
    if (cookies.length > 0) {
      headers.set('cookie', cookies.join('; '));
    }
    const response = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      this.#store(line);
    }
    return response;
  }

  /** Sends JSON, as the sign-in pages do. */
  json(method: string, url: string, body?: unknown, headers: Record<string, string> = {}) {
    return this.fetch(url, {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  /** Follows redirects until one leaves this server, and answers where it goes. */
  async follow(url: string): Promise<URL> {
    let next = new URL(url, this.origin);
    while (next.origin === this.origin) {
      const response = await this.fetch(next.href);
      const location = response.headers.get('location');
      if (!location) {
        throw new Error(`${next.href} answered ${response.status}, no redirect`);
      }
      next = new URL(location, next);
    }
    return next;
  }

  #store(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const [name, value = ''] = [
      pair.slice(0, pair.indexOf('=')),
      pair.slice(pair.indexOf('=') + 1),
    ];
    const path = attributes.find((text) => text.startsWith('path='))?.slice(5) ?? '/';
    const key = `${name};${path}`;
    if (value === '') {
      this.#cookies.delete(key);
    } else {
      this.#cookies.set(key, { value, path });
    }
  }
}
