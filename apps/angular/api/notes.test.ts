import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notesApi } from './notes.ts';

const apiResource = 'https://notes.example.com/api';
const keys = await generateKeyPair('ES384');
const strangers = await generateKeyPair('ES384');
const others = await generateKeyPair('RS256');
const jwks = {
  keys: [
    { ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'ES384' },
    { ...(await exportJWK(others.publicKey)), kid: 'two', alg: 'RS256' },
  ],
};

const logto = createServer((_, response) => response.end(JSON.stringify(jwks)));
let endpoint = '';
let server: ReturnType<typeof createServer>;
let url = '';

function listen(one: typeof logto): Promise<string> {
  return new Promise((resolve) =>
    one.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(one.address() as AddressInfo).port}`),
    ),
  );
}

beforeAll(async () => {
  endpoint = await listen(logto);
  server = createServer(notesApi({ endpoint, apiResource }));
  url = await listen(server);
});
afterAll(() => {
  logto.close();
  server.close();
});

interface Token {
  issuer?: string;
  audience?: string;
  scope?: string;
  expires?: string;
  key?: CryptoKey;
}

function token(token: Token = {}): Promise<string> {
  const { scope = 'read:notes' } = token;
  return new SignJWT({ scope })
    .setProtectedHeader({ alg: 'ES384', kid: 'one' })
    .setIssuer(token.issuer ?? `${endpoint}/oidc`)
    .setAudience(token.audience ?? apiResource)
    .setExpirationTime(token.expires ?? '1h')
    .sign(token.key ?? keys.privateKey);
}

function ask(authorization?: string, path = '/api/notes') {
  return fetch(url + path, { headers: authorization ? { authorization } : {} });
}

test('gives the notes to an access token with the scope', async () => {
  const response = await ask(`Bearer ${await token()}`);
  expect(response.status).toBe(200);
  expect(await response.json()).toHaveLength(2);
});

test.each<[string, Token]>([
  ['of another issuer', { issuer: 'http://localhost:3001/oidc' }],
  ['for another API', { audience: 'https://other.example.com' }],
  ['that has expired', { expires: '-1 minute' }],
  ['with another signature', { key: strangers.privateKey }],
])('answers 401 to a token %s', async (_what, wrong) => {
  const response = await ask(`Bearer ${await token(wrong)}`);
  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
});

test('answers 401 to a token that is signed in another way than those of Logto', async () => {
  const signed = await new SignJWT({ scope: 'read:notes' })
    .setProtectedHeader({ alg: 'RS256', kid: 'two' })
    .setIssuer(`${endpoint}/oidc`)
    .setAudience(apiResource)
    .setExpirationTime('1h')
    .sign(others.privateKey);
  expect((await ask(`Bearer ${signed}`)).status).toBe(401);
});

test('answers 401 to a token without an end', async () => {
  const signed = await new SignJWT({ scope: 'read:notes' })
    .setProtectedHeader({ alg: 'ES384', kid: 'one' })
    .setIssuer(`${endpoint}/oidc`)
    .setAudience(apiResource)
    .sign(keys.privateKey);
  expect((await ask(`Bearer ${signed}`)).status).toBe(401);
});

test.each([undefined, 'Bearer', 'Bearer opaque', 'Basic YTpi'])(
  'answers 401 without a token: %s',
  async (authorization) => {
    expect((await ask(authorization)).status).toBe(401);
  },
);

test('answers 403 to a token without the scope', async () => {
  const response = await ask(`Bearer ${await token({ scope: 'write:notes' })}`);
  expect(response.status).toBe(403);
  expect(response.headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope"');
});

test('knows no other path', async () => {
  expect((await ask(undefined, '/api/other')).status).toBe(404);
});

test('says 503 when the keys of Logto cannot be fetched', async () => {
  const away = createServer(notesApi({ endpoint: 'http://127.0.0.1:9', apiResource }));
  const address = await listen(away);
  const response = await fetch(`${address}/api/notes`, {
    headers: { authorization: `Bearer ${await token()}` },
  });
  expect(response.status).toBe(503);
  away.close();
});
