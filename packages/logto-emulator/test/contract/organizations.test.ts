import { afterAll, beforeAll, expect, test } from 'vitest';
import { knownDifferences } from './ledger.ts';
import { openStage, type Stage } from './support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

/** By this number, the recorded addresses are new. */
const recordedNumber = '1795553555967';

test('management-organizations', async () => {
  const { managementToken, mailbox } = stage.tenant;
  const replay = stage.replay('management-organizations');
  replay.know(recordedNumber, String(Date.now()));
  const later = Date.now() + 100_000;
  for (const label of replay.left) {
    if (label.startsWith('what ')) {
      replay.note(label, mailbox.messages.at(-1));
      continue;
    }
    const expires = /^invite/.test(label) && label !== 'invite: in the past';
    await replay.step(label, {
      authorization: `Bearer ${managementToken}`,
      ...(expires && { json: { expiresAt: later } }),
    });
  }
  expect(replay.differences).toEqual(
    knownDifferences('management-organizations', stage.target.isEmulator),
  );
});
