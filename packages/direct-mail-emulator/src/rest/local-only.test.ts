import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { localOnly } from './local-only.ts';

it.each([
  ['127.0.0.1', 'localhost:3010', 200],
  ['127.0.0.1', '127.0.0.1', 200],
  ['127.0.0.1', '[::1]:3010', 200],
  ['127.0.0.1', '192.168.1.2:3010', 403],
  ['127.0.0.1', 'direct-mail', 403],
  ['127.0.0.1', '', 403],
  ['127.0.0.1', 'local host', 403],
  ['mail.lan', 'mail.lan:3010', 200],
  ['0.0.0.0', 'localhost:3010', 200],
  ['0.0.0.0', '192.168.1.2:3010', 200],
  ['0.0.0.0', '[fe80::1]:3010', 200],
  ['0.0.0.0', 'direct-mail:3010', 200],
  ['0.0.0.0', 'host.docker.internal:3010', 200],
  ['0.0.0.0', 'evil.example.com:3010', 403],
  ['0.0.0.0', '', 403],
])('listening on %s, asked as %j: %i', async (listening, host, status) => {
  const app = new Hono();
  app.use(localOnly(listening));
  app.get('/', (context) => context.text('ok'));
  const response = await app.request('http://localhost/', { headers: { host } });
  expect(response.status).toBe(status);
});
