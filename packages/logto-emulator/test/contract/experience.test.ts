import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { authorizationUrl, createPkce } from '../support/authorize.ts';
import { signInByCode } from '../support/sign-in.ts';
import { emailCodes, passwords } from '../support/tenant.ts';
import { knownDifferences } from './ledger.ts';
import type { Replay } from './support/replay.ts';
import { openStage, type Stage } from './support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

const afterSubmit = ['after submit hop 0', 'after submit hop 1', 'after submit hop 2'];
const password = 'Nn2@another-horse';

/** A replay in a browser that has just been sent to the sign-in page. */
async function replayInBrowser(topic: string): Promise<Replay> {
  const browser = stage.tenant.browser();
  await browser.fetch(authorizationUrl(stage.tenant, createPkce().challenge));
  return stage.replay(topic, browser);
}

function expectLikeness(topic: string, replay: Replay): void {
  expect(replay.left).toEqual([]);
  expect(replay.differences).toEqual(knownDifferences(topic, stage.target.isEmulator));
}

function newAddress() {
  return `ada${Date.now()}${Math.random().toString(36).slice(2, 8)}@example.com`;
}

/** What a password is verified with. */
interface Sent extends Record<string, unknown> {
  identifier: { value: string };
  password: string;
}

/** Replays the sending of a code and then its verification with the code that arrived. */
async function sendAndVerify(replay: Replay, email: string) {
  const { identifier } = replay.sent('send code') as { identifier: { value: string } };
  replay.know(identifier.value, email);
  await replay.step('send code');
  const code = stage.tenant.mailbox.codeFor(email);
  replay.know(String(replay.sent('right code').code), code);
  return { json: { code } };
}

describe('by e-mail code', () => {
  beforeEach(async () => {
    await stage.tenant.api('PATCH', '/sign-in-exp', emailCodes);
  });

  test('experience-register-by-code', async () => {
    const email = newAddress();
    const replay = await replayInBrowser('experience-register-by-code');
    await replay.step('start');
    const right = await sendAndVerify(replay, email);
    replay.note('what the connector was given', stage.tenant.mailbox.messages.at(-1));
    await replay.step('wrong code', { json: { code: right.json.code === '0' ? '1' : '0' } });
    await replay.step('identify before verified');
    await replay.step('right code', right);
    await replay.step('create the user');
    await replay.step('submit');
    for (const label of afterSubmit) {
      await replay.step(label);
    }
    expectLikeness('experience-register-by-code', replay);
  });

  test('experience-sign-in-by-code', async () => {
    const email = newAddress();
    await signInByCode(stage.tenant, email, { event: 'Register' });
    const replay = await replayInBrowser('experience-sign-in-by-code');
    await replay.step('start');
    const right = await sendAndVerify(replay, email);
    await replay.step('right code', right);
    for (const label of ['identify', 'interaction so far', 'submit', ...afterSubmit]) {
      await replay.step(label);
    }
    expectLikeness('experience-sign-in-by-code', replay);
  });

  test('experience-sign-in-unknown-user', async () => {
    const email = newAddress();
    const replay = await replayInBrowser('experience-sign-in-unknown-user');
    await replay.step('start');
    const right = await sendAndVerify(replay, email);
    await replay.step('right code', right);
    for (const label of ['identify', 'switch to register', 'create the user', 'submit']) {
      await replay.step(label);
    }
    expectLikeness('experience-sign-in-unknown-user', replay);
  });

  test('experience-connector-failure', async () => {
    const { api, mailbox } = stage.tenant;
    const connect = (endpoint: string) =>
      api('POST', '/connectors', { connectorId: 'http-email', config: { endpoint } });
    // Nothing listens on a port of 0.
    await connect('http://localhost:0/dead');
    const replay = await replayInBrowser('experience-connector-failure');
    for (const label of replay.left) {
      await replay.step(label);
    }
    await connect(mailbox.url);
    expectLikeness('experience-connector-failure', replay);
  });

  test('experience-errors', async () => {
    const email = newAddress();
    await stage.tenant.api('POST', '/users', { primaryEmail: email, password });
    const nobody = stage.replay('experience-errors');
    await nobody.step('no session');
    const replay = await replayInBrowser('experience-errors');
    const sent = replay.sent('password sign-in not enabled') as Sent;
    replay.know(sent.identifier.value, email);
    replay.know(sent.password, password);
    for (const label of replay.left.slice(1)) {
      await replay.step(label);
    }
    expect({ ...nobody.differences, ...replay.differences }).toEqual(
      knownDifferences('experience-errors', stage.target.isEmulator),
    );
  });
});

describe('with passwords', () => {
  beforeEach(async () => {
    await stage.tenant.api('PATCH', '/sign-in-exp', passwords);
  });

  test('experience-forgot-password', async () => {
    const email = newAddress();
    await stage.tenant.api('POST', '/users', { primaryEmail: email, password: 'Old1!password-x' });
    const replay = await replayInBrowser('experience-forgot-password');
    await replay.step('start');
    const right = await sendAndVerify(replay, email);
    replay.note('what the connector was given', stage.tenant.mailbox.messages.at(-1));
    await replay.step('right code', right);
    for (const label of ['identify', 'weak password', 'new password', 'submit']) {
      await replay.step(label);
    }
    expectLikeness('experience-forgot-password', replay);
  });

  test('experience-password-sign-in', async () => {
    const email = newAddress();
    await stage.tenant.api('POST', '/users', { primaryEmail: email, password });
    const replay = await replayInBrowser('experience-password-sign-in');
    replay.know((replay.sent('right password') as Sent).identifier.value, email);
    for (const label of replay.left) {
      await replay.step(label);
    }
    expectLikeness('experience-password-sign-in', replay);
  });
});
