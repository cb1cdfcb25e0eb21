import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPkce } from '../support/authorize.ts';
import type { Tokens } from '../support/sign-in.ts';
import { knownDifferences } from './ledger.ts';
import { Replay } from './support/replay.ts';
import { openStage, type Stage } from './support/stage.ts';

const topic = 'experience-one-time-token';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

/** The recorded address and tokens. */
const recorded = {
  email: 'ada17955365533218@example.com',
  forNewcomer: 'SWsVhupDGgwn2CxQVJwu4VNrZSz0G2sl',
  forUser: 'BcjeaAByOoiQt4ukt4DS7VxmMUq7aDKO',
  forManagement: 'Ibw2RLbhWnkZUuNfoSLYw5xspz0XLDsk',
  withoutConnector: '52pdamV4Dr5blPkk3l3UuTnadJRLP82h',
};

function hops(what: string): string[] {
  return [0, 1, 2].map((hop) => `${what} hop ${hop}`);
}

test(topic, async () => {
  const { tenant, target } = stage;
  const manager = { authorization: `Bearer ${tenant.managementToken}` };
  const management = stage.replay(topic);
  management.know(recorded.email, `ada${Date.now()}@example.com`);
  const create = async (label: string, token: string) => {
    const { body } = await management.step(label, manager);
    management.know(token, (body as { token: string }).token);
  };
  const replays = [management];
  /** Opens a link in a browser of its own, as the recorder did. */
  const follow = async (label: string) => {
    const replay = new Replay(topic, target, tenant.browser(), management.known);
    replays.push(replay);
    const { verifier, challenge } = createPkce();
    await replay.step(label, { query: { code_challenge: challenge } });
    return { replay, verifier };
  };

  await create('create a token for an unknown address', recorded.forNewcomer);
  await management.steps(['get', 'list by address'], manager);
  const newcomer = await follow('magic link: authorize');
  await newcomer.replay.steps([
    'start',
    'verify the token',
    'identify: no account',
    'switch to register',
    'create the user',
    'submit',
    ...hops('after submit'),
  ]);
  const form = { code_verifier: newcomer.verifier };
  const { body } = await newcomer.replay.step('authorization code', { form });
  const { id_token } = body as Tokens;
  const [header, payload] = [decodeProtectedHeader(id_token), decodeJwt(id_token)];
  newcomer.replay.note('ID token', { header, payload });
  await management.step('the consumed token', manager);

  await create('create a token for a known address, 60 seconds', recorded.forUser);
  const user = await follow('magic link: authorize, known address');
  await user.replay.steps([
    'start, known address',
    'verify, known address',
    'identify, known address',
    'submit, known address',
    ...hops('after submit, known address'),
  ]);

  await create('create a third token', recorded.forManagement);
  await management.steps(['management verify', 'management verify again'], manager);
  management.note(
    'mails of these steps: a token is not sent by the connector',
    tenant.mailbox.messages.length,
  );

  await removeConnectors();
  await create('create a token without an e-mail connector', recorded.withoutConnector);
  const last = await follow('magic link: authorize, known address');
  await last.replay.steps([
    'start, known address',
    'verify without an e-mail connector',
    'identify without an e-mail connector',
    'submit without an e-mail connector',
  ]);

  const isLeft = (label: string) => replays.every(({ left }) => left.includes(label));
  expect(management.left.filter(isLeft)).toEqual([]);
  expect(Object.assign({}, ...replays.map(({ differences }) => differences))).toEqual(
    knownDifferences(topic, stage.target.isEmulator),
  );
});

async function removeConnectors(): Promise<void> {
  const { api } = stage.tenant;
  const connectors = (await (await api('GET', '/connectors')).json()) as { id: string }[];
  for (const { id } of connectors) {
    await api('DELETE', `/connectors/${id}`);
  }
}
