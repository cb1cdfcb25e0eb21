import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { authorizationUrl, createPkce } from '../support/authorize.ts';
import type { Tokens } from '../support/sign-in.ts';
import { emailCodes, usernamePasswords } from '../support/tenant.ts';
import { knownDifferences } from './ledger.ts';
import { Replay } from './support/replay.ts';
import { openStage, type Stage } from './support/stage.ts';

const topic = 'experience-mfa-email';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  const mfa = { factors: [], policy: 'UserControlled' };
  await stage.tenant.api('PATCH', '/sign-in-exp', { ...emailCodes, mfa });
  await stage[Symbol.asyncDispose]();
});

/** How the tenant of the recording was set up beside. */
const asRecorded = {
  passwordPolicy: {
    rejects: { pwned: false, repetitionAndSequence: true, userInfo: true, words: [] },
  },
  adaptiveMfa: { enabled: false },
  forgotPasswordMethods: null,
};

/** The numbers by which the recorded users and their addresses are new; some begin as others do. */
const recordedNumbers = ['179553655732214', '179553655828015', '1795536557322', '1795536558280'];

function hops(what: string): string[] {
  return [0, 1, 2].map((hop) => `${what} hop ${hop}`);
}

/** A browser in which the sign-in has begun, and what it replays. */
async function begin(known: Map<string, string>) {
  const { tenant, target } = stage;
  const browser = tenant.browser();
  const { verifier, challenge } = createPkce();
  await browser.fetch(authorizationUrl(tenant, challenge));
  await browser.json('PUT', '/api/experience', { interactionEvent: 'SignIn' });
  return { verifier, replay: new Replay(topic, target, browser, known) };
}

test(topic, async () => {
  const { api, mailbox, managementToken } = stage.tenant;
  const manager = { authorization: `Bearer ${managementToken}` };
  const setUp = stage.replay(topic);
  const unique = String(Date.now());
  for (const number of recordedNumbers) {
    setUp.know(number, unique);
  }
  await api('PATCH', '/sign-in-exp', { ...emailCodes, ...asRecorded });
  await setUp.step('while e-mail codes sign in', manager);
  await api('PATCH', '/sign-in-exp', { ...usernamePasswords, ...asRecorded });
  await setUp.steps(['mandatory MFA by e-mail', 'create a user with an address'], manager);

  const { replay: known, verifier } = await begin(setUp.known);
  await known.steps(['password', 'password: identify', 'submit: MFA asked', 'send the MFA code']);
  known.mail('what the connector was given', mailbox.messages.at(-1));
  await known.steps(['wrong MFA code', 'right MFA code', 'interaction', 'submit']);
  await known.steps(hops('after submit'));
  const form = { code_verifier: verifier };
  const { id_token } = (await known.step('authorization code', { form })).body as Tokens;
  const [header, payload] = [decodeProtectedHeader(id_token), decodeJwt(id_token)];
  known.note('ID token', { header, payload });

  await setUp.step('create a user without an address', manager);
  const { replay: adding } = await begin(setUp.known);
  await adding.steps([
    'password, no address',
    'password, no address: identify',
    'submit: an address is missing',
    'send a code to the new address',
  ]);
  adding.mail('what the connector was given, new address', mailbox.messages.at(-1));
  await adding.steps(['right code, new address', 'add the address', 'submit, new address']);
  await adding.steps(hops('after submit, new address'));

  const replays = [setUp, known, adding];
  const isLeft = (label: string) => replays.every(({ left }) => left.includes(label));
  expect(setUp.left.filter(isLeft)).toEqual([]);
  expect(Object.assign({}, ...replays.map(({ differences }) => differences))).toEqual(
    knownDifferences(topic, stage.target.isEmulator),
  );
});
