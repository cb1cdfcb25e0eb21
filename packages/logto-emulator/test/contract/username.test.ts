import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLogtoEmulator } from '../../src/index.ts';
import { createPkce } from '../support/authorize.ts';
import { Browser } from '../support/browser.ts';
import { requestToken, type Tokens } from '../support/sign-in.ts';
import { emailCodes } from '../support/tenant.ts';
import { knownDifferences } from './ledger.ts';
import { Replay } from './support/replay.ts';
import { openStage, type Stage } from './support/stage.ts';

const topic = 'experience-username-password';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

/** What a fresh Logto has: user names and passwords to sign in with. */
const usernames = {
  signUp: { identifiers: ['username'], password: true, verify: false },
  signIn: {
    methods: [
      { identifier: 'username', password: true, verificationCode: false, isPasswordPrimary: true },
    ],
  },
  passwordPolicy: { rejects: { pwned: false } },
};

test('user name and password', async () => {
  const { api, ...tenant } = stage.tenant;
  await api('PATCH', '/sign-in-exp', usernames);
  const browser = tenant.browser();
  const replay = stage.replay(topic, browser);
  const unique = String(Date.now());
  const { identifier } = replay.sent('new password identity') as { identifier: { value: string } };
  replay.know(identifier.value, `ada_${unique}`);
  const { verifier, challenge } = createPkce();
  await replay.step('authorize', { query: { code_challenge: challenge } });
  const hops = (when: string) => [0, 1, 2].map((hop) => `after ${when} hop ${hop}`);
  const registration = ['start registration', 'new password identity', 'create the user', 'submit'];
  for (const label of [...registration, ...hops('submit')]) {
    await replay.step(label);
  }
  const { body } = await replay.step('authorization code', { form: { code_verifier: verifier } });
  const { id_token, access_token } = body as unknown as Tokens;
  const [header, payload] = [decodeProtectedHeader(id_token), decodeJwt(id_token)];
  replay.note('ID token', { header, payload });
  await replay.step('userinfo', { authorization: `Bearer ${access_token}` });

  const again = tenant.browser();
  const signIn = new Replay(topic, stage.target, again, replay.known);
  await again.fetch(replay.address('authorize'));
  const labels = ['start sign-in', 'wrong password', 'unknown user', 'right password', 'identify'];
  for (const label of [...labels, 'submit, sign-in', ...hops('sign-in')]) {
    await signIn.step(label);
  }
  await api('PATCH', '/sign-in-exp', emailCodes);
  const left = replay.left.filter((label) => signIn.left.includes(label));
  expect(left.filter((label) => !label.startsWith('fresh: '))).toEqual(['sign-in experience']);
  expect({ ...replay.differences, ...signIn.differences }).toEqual(
    knownDifferences(topic, stage.target.isEmulator),
  );
});

test('a fresh Logto', async () => {
  await using logto = await startLogtoEmulator({ port: 0 });
  const { appId, appSecret, resource } = logto.m2m;
  const answer = await requestToken(
    { logto },
    { grant_type: 'client_credentials', resource, scope: 'all' },
    { authorization: `Basic ${btoa(`${appId}:${appSecret}`)}` },
  );
  const { access_token } = (await answer.json()) as { access_token: string };
  const target = { ...stage.target, endpoint: logto.url, adminEndpoint: logto.url };
  const replay = new Replay(topic, target, new Browser(logto.url), new Map());
  for (const label of replay.left.filter((one) => one.startsWith('fresh: '))) {
    await replay.step(label, { authorization: `Bearer ${access_token}` });
  }
  expect(replay.differences).toEqual({});
});
