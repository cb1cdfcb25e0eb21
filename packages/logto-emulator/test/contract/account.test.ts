import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInByCode } from '../support/sign-in.ts';
import { knownDifferences } from './ledger.ts';
import { openStage, type Stage } from './support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

/** The recorded addresses of the account: the first, and the one that takes its place. */
const recorded = {
  present: 'ada179553656050816@example.com',
  next: 'ada.new179553656050817@example.com',
};

test('account-email', async () => {
  const { tenant } = stage;
  const { mailbox } = tenant;
  const present = `ada${Date.now()}@example.com`;
  const next = `ada.new${Date.now()}@example.com`;
  const replay = stage.replay('account-email');
  replay.know(recorded.present, present);
  replay.know(recorded.next, next);
  const manager = { authorization: `Bearer ${tenant.managementToken}` };
  await replay.steps(['account center', 'enable it'], manager);
  const { access_token } = await signInByCode(tenant, present, { event: 'Register' });
  const user = { authorization: `Bearer ${access_token}` };
  await replay.steps(['my account', 'code to the present address'], user);
  replay.mail('what the connector was given, present address', mailbox.messages.at(-1));
  await replay.steps(['wrong code', 'right code', 'code to the new address'], user);
  replay.mail('what the connector was given, new address', mailbox.messages.at(-1));
  await replay.steps(
    [
      'right code, new address',
      'change without a verified identity',
      'change',
      'my account afterwards',
      'userinfo afterwards',
      'change the name',
    ],
    user,
  );
  await replay.step('the user', manager);
  await tenant.api('PATCH', '/account-center', { enabled: false, fields: {} });
  expect(replay.left).toEqual([]);
  expect(replay.differences).toEqual(knownDifferences('account-email', stage.target.isEmulator));
});
