import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DirectMailEmulator, startDirectMailEmulator } from '../src/index.ts';
import { send, sendRaw } from './raw-client.ts';

let emulator: DirectMailEmulator;
beforeAll(async () => {
  emulator = await startDirectMailEmulator({ port: 0 });
});
beforeEach(async () => {
  await emulator.reset();
  await send(emulator.url, {
    parameters: { HtmlBody: '<script>alert(1)</script>', TextBody: 'T' },
  });
});
afterAll(() => emulator.close());

/** Asks with headers that `fetch` would not send. */
function statusWith(path: string, headers: Record<string, string>, method = 'GET') {
  return new Promise<number | undefined>((resolve, reject) => {
    const { port } = new URL(emulator.url);
    request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('another site in the browser', () => {
  it.each(['/api/v1/messages', '/api/v1/events', '/view/latest.html'])(
    'cannot reach %s under a name of its own',
    async (path) => {
      expect(await statusWith(path, { host: 'evil.example.com:3010' })).toBe(403);
      expect(await statusWith(path, { host: 'localhost.evil.example.com' })).toBe(403);
    },
  );

  it.each(['localhost', 'localhost:1', '127.0.0.1:3010', '[::1]:3010'])(
    '%s is us',
    async (host) => {
      expect(await statusWith('/api/v1/messages', { host })).toBe(200);
    },
  );

  it.each(['http://evil.example.com', 'null', 'http://localhost:1'])(
    'cannot change anything from %s',
    async (origin) => {
      expect(await statusWith('/api/v1/messages', { origin }, 'DELETE')).toBe(403);
      expect(emulator.messages()).toHaveLength(1);
    },
  );

  it('may be the page itself', async () => {
    expect(
      await statusWith('/api/v1/faults', {
        origin: emulator.url,
        host: new URL(emulator.url).host,
      }),
    ).toBe(200);
  });

  it('does not disturb the API, which its signature guards', async () => {
    const headers = { origin: 'http://logto.example.com' };
    expect((await sendRaw(emulator.url, { headers })).status).toBe(200);
  });
});

describe('the page', () => {
  const page = (path: string) => fetch(emulator.url + path, { headers: { accept: 'text/html' } });

  it.each(['/', '/view/m1', '/view/latest'])('is at %s, with a strict policy', async (path) => {
    const response = await page(path);
    expect(response.status).toBe(200);
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect(policy).not.toContain('unsafe');
    const html = await response.text();
    expect(html).toContain('<title>Inbox · Direct Mail emulator</title>');
    expect(html).not.toMatch(/<script(?![^>]* src=)|<style|\son\w+=|\sstyle=|https?:/);
  });

  it.each(['inbox.js', 'base.css', 'bar.css', 'page.css', 'message.css', 'panels.css', 'icon.svg'])(
    'has %s',
    async (name) => {
      const response = await page(`/inbox/${name}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  it('has nothing else', async () => {
    for (const name of ['index.js', '..%2findex.js', 'constructor', 'toString.html']) {
      expect((await page(`/inbox/${name}`)).status).toBe(404);
    }
  });
});

it('gives a mail without rights', async () => {
  const response = await fetch(`${emulator.url}/view/latest.html`);
  expect(await response.text()).toContain('<script>alert(1)</script>');
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/^sandbox /);
  expect(policy).not.toContain('allow-same-origin');
  expect(policy).toContain("default-src 'none'; script-src 'none';");
  const text = await fetch(`${emulator.url}/view/latest.txt`);
  expect([await text.text(), text.headers.get('content-type')]).toEqual([
    'T',
    'text/plain; charset=utf-8',
  ]);
  expect((await fetch(`${emulator.url}/view/m9.html`)).status).toBe(404);
});

it('keeps the secrets of keys to itself', async () => {
  const info = await (await fetch(`${emulator.url}/api/v1/info`)).text();
  expect(JSON.parse(info)).toMatchObject({
    accessKeyIds: ['testid'],
    senders: ['no-reply@mail.example.com'],
    maxMessages: 10_000,
    requestsPerSecond: 100,
  });
  expect(info).not.toContain('testsecret');
});
