import { afterAll, beforeAll, expect, test } from 'vitest';
import { authorizationUrl, createPkce } from '../support/authorize.ts';
import { passByCode, signInByCode } from '../support/sign-in.ts';
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
