import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { authorizationUrl, createPkce } from '../support/authorize.ts';
import { passByCode, signInByCode, type Tokens } from '../support/sign-in.ts';
import { knownDifferences } from './ledger.ts';
import type { Replay } from './support/replay.ts';
import { openStage, type Stage } from './support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

function expectLikeness(topic: string, replay: Replay) {
  expect(replay.left).toEqual([]);
  expect(replay.differences).toEqual(knownDifferences(topic, stage.target.isEmulator));
}
function newAddress() {
  return `ada${Date.now()}${Math.random().toString(36).slice(2, 8)}@example.com`;
}

test('discovery', async () => {
  const replay = stage.replay('discovery');
  for (const label of ['discovery', 'jwks', 'status', 'public sign-in experience']) {
    await replay.step(label);
  }
  expectLikeness('discovery', replay);
});

test('oidc-authorize', async () => {
  const replay = stage.replay('oidc-authorize');
  for (const label of replay.left) {
    await replay.step(label);
  }
  expectLikeness('oidc-authorize', replay);
});

test('management-token', async () => {
  const replay = stage.replay('management-token');
  const { appId, appSecret } = stage.target;
  const basic = (secret: string) => ({ authorization: `Basic ${btoa(`${appId}:${secret}`)}` });
  await replay.step('client credentials', basic(appSecret));
  await replay.step('wrong secret', basic('nope'));
  await replay.step('unknown resource', basic(appSecret));
  expectLikeness('management-token', replay);
});

test('oidc-token', async () => {
  const { tenant } = stage;
  const email = newAddress();
  await signInByCode(tenant, email, { event: 'Register' });
  const grant = async () => {
    const browser = tenant.browser();
    const { verifier, challenge } = createPkce();
    await browser.fetch(authorizationUrl(tenant, challenge));
    const callback = await browser.follow(await passByCode(tenant, browser, 'SignIn', email));
    return { code: callback.searchParams.get('code') ?? '', code_verifier: verifier };
  };
  const replay = stage.replay('oidc-token');
  const first = { form: await grant() };
  await replay.step('authorization code', first);
  await replay.step('code reused', first);
  const { code } = await grant();
  await replay.step('wrong verifier', { form: { code, code_verifier: 'x'.repeat(43) } });
  const { body } = await replay.step('authorization code, again', { form: await grant() });
  const { refresh_token } = body as { refresh_token: string };
  await replay.step('refresh', { form: { refresh_token } });
  await replay.step('wrong refresh token', { form: { refresh_token: 'nope' } });
  expectLikeness('oidc-token', replay);
});

/** A token as the recordings note it. */
function decoded(token: unknown) {
  return { header: decodeProtectedHeader(String(token)), payload: decodeJwt(String(token)) };
}

test('oidc-post', async () => {
  const { mailbox } = stage.tenant;
  const email = newAddress();
  const replay = stage.replay('oidc-post');
  const { identifier } = replay.sent('send code') as { identifier: { value: string } };
  replay.know(identifier.value, email);
  const { verifier, challenge } = createPkce();
  const withChallenge = { form: { code_challenge: challenge } };
  await replay.step('authorization request as a form', withChallenge);
  for (const label of ['start', 'send code']) {
    await replay.step(label);
  }
  await replay.step('right code', { json: { code: mailbox.codeFor(email) } });
  const hops = ['after submit hop 0', 'after submit hop 1', 'after submit hop 2'];
  for (const label of ['create the user', 'submit', ...hops]) {
    await replay.step(label);
  }
  const { body } = await replay.step('authorization code', { form: { code_verifier: verifier } });
  const tokens = body as unknown as Tokens;
  replay.note('ID token', decoded(tokens.id_token));
  await replay.step('second authorization request as a form, with the session', withChallenge);
  const page = await replay.step('end session as a form', {
    form: { id_token_hint: tokens.id_token },
  });
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(String(page.body))?.[1] ?? '';
  await replay.step('what the page submits by itself', { form: { xsrf } });
  await replay.step('userinfo after sign-out', { authorization: `Bearer ${tokens.access_token}` });
  await replay.step('refresh after sign-out', { form: { refresh_token: tokens.refresh_token } });
  await replay.step('prompt=none after sign-out, as a form', withChallenge);
  expect(replay.left).toEqual(['sign-in page']);
  expect(replay.differences).toEqual(knownDifferences('oidc-post', stage.target.isEmulator));
});

test('oidc-revocation', async () => {
  const { tenant } = stage;
  const email = newAddress();
  await signInByCode(tenant, email, { event: 'Register' });
  const replay = stage.replay('oidc-revocation', tenant.browser());
  const opaque = await signInByCode(tenant, email);
  const userinfo = { authorization: `Bearer ${opaque.access_token}` };
  await replay.step('opaque access token', { form: { token: opaque.access_token } });
  await replay.step('userinfo afterwards', userinfo);
  const refresh = { form: { refresh_token: opaque.refresh_token } };
  await replay.step('refresh afterwards: the grant is gone', refresh);

  const browser = tenant.browser();
  const second = await signInByCode(tenant, email, { browser });
  const inBrowser = stage.replay('oidc-revocation', browser);
  await inBrowser.step('refresh token', { form: { token: second.refresh_token } });
  await inBrowser.step('refresh afterwards', { form: { refresh_token: second.refresh_token } });
  await inBrowser.step('userinfo after the refresh token went', {
    authorization: `Bearer ${second.access_token}`,
  });
  await inBrowser.step('prompt=none after the revocation');

  const { managementToken } = tenant;
  const third = await signInByCode(tenant, email);
  await replay.step('JWT access token', { form: { token: managementToken } });
  await replay.step('refresh after the JWT', { form: { refresh_token: third.refresh_token } });
  for (const label of ['unknown token', 'no token', 'no client']) {
    await replay.step(label);
  }
  const played = (label: string) => replay.left.includes(label) && inBrowser.left.includes(label);
  expect(replay.left.filter(played)).toEqual([]);
  expect({ ...replay.differences, ...inBrowser.differences }).toEqual(
    knownDifferences('oidc-revocation', stage.target.isEmulator),
  );
});

test('oidc-roles', async () => {
  const { tenant } = stage;
  const email = newAddress();
  const management = { authorization: `Bearer ${tenant.managementToken}` };
  const replay = stage.replay('oidc-roles');
  const unique = String(Date.now());
  replay.know(
    String(replay.sent('create an API resource').indicator).split('/').at(-1) ?? '',
    unique,
  );
  for (const label of [
    'create an API resource',
    'create a scope',
    'create a role with the scope',
  ]) {
    await replay.step(label, management);
  }
  await signInByCode(tenant, email, { event: 'Register' });
  const [user] = (await (
    await tenant.api('GET', `/users?search.primaryEmail=${encodeURIComponent(email)}`)
  ).json()) as { id: string }[];
  replay.know('7p9t8bvh159v', user?.id ?? '');
  const labels = ['role', 'scopes of the role', 'assign the role', 'roles of the user'];
  for (const label of labels) {
    await replay.step(label, management);
  }
  const scope = 'openid offline_access profile email roles';
  const tokens = await signInByCode(tenant, email, { parameters: { scope } });
  replay.note('scope of the token response', tokens.scope);
  replay.note('ID token with the scope roles', decoded(tokens.id_token));
  await replay.step('userinfo with the scope roles', {
    authorization: `Bearer ${tokens.access_token}`,
  });
  const resource = `https://api.bookstore.example/${unique}`;
  const withResource = await signInByCode(tenant, email, {
    parameters: { resource, scope: 'openid offline_access profile read:books' },
  });
  replay.note('access token at the code, resource asked', {
    scope: withResource.scope,
    accessToken: withResource.access_token.includes('.') ? 'JWT' : 'opaque',
    hasIdToken: withResource.id_token !== undefined,
  });
  const first = await replay.step('refresh for the resource', {
    form: { refresh_token: withResource.refresh_token },
  });
  const { access_token, refresh_token } = first.body as unknown as Tokens;
  replay.note('access token for the resource', decoded(access_token));
  await replay.step('take the role away', management);
  const second = await replay.step('refresh for the resource, no permission left', {
    form: { refresh_token },
  });
  const empty = second.body as unknown as Tokens;
  replay.note('access token with an empty scope', decoded(empty.access_token));
  const last = await signInByCode(tenant, email, {
    parameters: { scope: 'openid offline_access roles' },
  });
  replay.note('ID token without roles left', decoded(last.id_token));
  await replay.step('userinfo without roles left', {
    authorization: `Bearer ${last.access_token}`,
  });
  expectLikeness('oidc-roles', replay);
});
