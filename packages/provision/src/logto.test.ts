import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { body, connectToLogto } from './logto.ts';

interface Answer {
  status?: number;
  json?: unknown;
  /** The connection is cut in place of an answer. */
  cut?: boolean;
}

const goodToken = { json: { access_token: 'token', scope: 'all' } };

// What no real Logto answers in a test: its refusals, one by one.
let server: Server;
let endpoint: string;
let token: Answer;
let answer: Answer;
let tokensAsked: number;
beforeAll(async () => {
  server = createServer((request, response) => {
    const isToken = request.url === '/oidc/token';
    tokensAsked += isToken ? 1 : 0;
    const { status = 200, json, cut } = isToken ? token : answer;
    if (cut) {
      request.socket.destroy();
      return;
    }
    const headers = json === undefined ? {} : { 'content-type': 'application/json' };
    response.writeHead(status, headers).end(json === undefined ? '' : JSON.stringify(json));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  token = goodToken;
  answer = { json: [] };
  tokensAsked = 0;
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

function connect() {
  return connectToLogto({ endpoint: `${endpoint}/`, appId: 'the-client', appSecret: 'the-secret' });
}

it('asks for one token only', async () => {
  const api = connect();
  await Promise.all([api.GET('/api/roles'), api.GET('/api/resources')]);
  await api.GET('/api/roles');
  expect(tokensAsked).toBe(1);
});

it.each<[string, Answer, RegExp]>([
  ['without the scope', { json: { access_token: 'token', scope: '' } }, /give it the role/],
  ['of an unknown client', { status: 401, json: { error: 'invalid_client' } }, /does not accept/],
  [
    'for an unknown resource',
    { status: 400, json: { error: 'invalid_target' } },
    /no API resource https:\/\/default\.logto\.app\/api: set LOGTO_RESOURCE/,
  ],
  ['of another server', { status: 404, json: { error: 'x' } }, /\(HTTP 404\): is that a Logto\?$/],
  ['that is no JSON', { status: 502 }, /\(HTTP 502\): is that a Logto\?$/],
  ['that never comes', { cut: true }, /does not answer at .* \(UND_ERR_SOCKET\): is it running\?$/],
])('says what is wrong with a token %s', async (_, given, message) => {
  token = given;
  const failure = await connect()
    .GET('/api/roles')
    .catch((error: Error) => error);
  expect(failure).toMatchObject({
    name: 'ProvisionError',
    message: expect.stringMatching(message),
  });
  expect(String(failure)).not.toContain('the-secret');
});

it.each<[string, Answer, string]>([
  [
    'with its words',
    { status: 422, json: { code: 'role.name_in_use', message: 'The name is in use.' } },
    'Logto refused GET /api/roles: The name is in use. (role.name_in_use)',
  ],
  ['without words', { status: 500, json: {} }, 'Logto refused GET /api/roles: HTTP 500'],
  ['without a body', { status: 403 }, 'Logto refused GET /api/roles: HTTP 403'],
  ['by hanging up', { cut: true }, 'Logto does not answer at'],
])('says what Logto refused %s', async (_, given, message) => {
  answer = given;
  const failure = await connect()
    .GET('/api/roles')
    .catch((error: Error) => error);
  expect(failure).toMatchObject({
    name: 'ProvisionError',
    message: expect.stringContaining(message),
  });
});

it.each([undefined, null])('wants a body, not %s', (data) => {
  expect(() => body({ data })).toThrow('Logto answered without a body.');
  expect(body({ data: '' })).toBe('');
});
