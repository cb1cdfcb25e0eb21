import { afterAll, beforeAll, expect, test } from 'vitest';
import { authorizationUrl, createPkce } from '../support/authorize.ts';
import { emailCodes } from '../support/tenant.ts';
import { knownDifferences } from './ledger.ts';
import { openStage, type Stage } from './support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

/** The numbers by which the recorded addresses are new. */
const recorded = /1795536563038|179553656671721/;

/** How the tenant of the recording was set up beside. */
const asRecorded = {
  passwordPolicy: { rejects: { pwned: false } },
  adaptiveMfa: { enabled: false },
  forgotPasswordMethods: null,
};

test('management-email-rules', async () => {
  const { api, mailbox, managementToken, ...tenant } = stage.tenant;
  await api('PATCH', '/sign-in-exp', { ...emailCodes, ...asRecorded });
  const browser = tenant.browser();
  const replay = stage.replay('management-email-rules', browser);
  const unique = String(Date.now());
  replay.know('1795536563038', unique);
  replay.know('179553656671721', unique);
  let address = '';
  for (const label of replay.left) {
    if (label.endsWith(': mails sent')) {
      replay.note(label, mailbox.messages.filter(({ to }) => to === address).length);
      continue;
    }
    if (label.endsWith(': send code')) {
      if (label.startsWith('registration off')) {
        await api('PATCH', '/sign-in-exp', { signInMode: 'SignIn' });
      }
      const { identifier, interactionEvent } = replay.sent(label) as {
        identifier: { value: string };
        interactionEvent: string;
      };
      address = identifier.value.replace(recorded, unique);
      await browser.fetch(authorizationUrl(stage.tenant, createPkce().challenge));
      await browser.json('PUT', '/api/experience', { interactionEvent });
    }
    await replay.step(label, {
      authorization: `Bearer ${managementToken}`,
      ...(label.endsWith(': verify') && { json: { code: mailbox.codeFor(address) } }),
    });
  }
  await api('PATCH', '/sign-in-exp', emailCodes);
  expect(replay.differences).toEqual(
    knownDifferences('management-email-rules', stage.target.isEmulator),
  );
});
