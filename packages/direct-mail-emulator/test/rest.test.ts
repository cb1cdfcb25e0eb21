import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type DirectMailEmulator, type Message, startDirectMailEmulator } from '../src/index.ts';
import { send } from './raw-client.ts';

let emulator: DirectMailEmulator;
beforeAll(async () => {
  emulator = await startDirectMailEmulator({ port: 0, requestsPerSecond: 10_000 });
});
beforeEach(() => emulator.reset());
afterAll(() => emulator.close());

function at(path: string) {
  return `${emulator.url}/api/v1${path}`;
}
function mail(to: string, more: Record<string, string> = {}) {
  return send(emulator.url, { parameters: { ToAddress: to, ...more } });
}
async function list(search = '') {
  return (await (await fetch(at(`/messages${search}`))).json()) as {
    total: number;
    messages: Message[];
  };
}

it('lists mails, the newest first, by recipient, page and words', async () => {
  await mail('ada@example.com', { Subject: 'One', TagName: 'SignIn' });
  await mail('alan@example.com', { Subject: 'Two' });
  await mail('Ada@example.com', { Subject: 'Three' });
  expect(await list()).toMatchObject({
    total: 3,
    messages: [{ subject: 'Three' }, { subject: 'Two' }, { subject: 'One', tag: 'SignIn' }],
  });
  expect((await list('?to=ada%40example.com')).total).toBe(2);
  const page = await list('?limit=1&start=1');
  expect([page.total, page.messages.map(({ subject }) => subject)]).toEqual([3, ['Two']]);
  expect((await list('?query=two')).messages).toHaveLength(1);
  expect((await list('?query=tag:signin')).messages).toHaveLength(1);
  const [summary] = (await list('?limit=1')).messages;
  expect(Object.keys(summary ?? {})).not.toContain('html');
});

it('shows one mail with all that was sent, but no signature', async () => {
  await mail('ada@example.com', { TextBody: 'Code 654321', TagName: 'Register' });
  const { messages } = await list();
  const response = await fetch(at(`/message/${messages[0]?.id}`));
  const message = (await response.json()) as Message;
  expect(message).toMatchObject({
    ...messages[0],
    html: '<p>Your code is <b>123456</b>.</p>',
    text: 'Code 654321',
    code: '654321',
    usageType: 'Register',
    parameters: { Action: 'SingleSendMail', ToAddress: 'ada@example.com', AddressType: '1' },
  });
  expect(message.parameters).not.toHaveProperty('Signature');
  expect((await fetch(at('/message/m1'))).status).toBe(404);
});

it('deletes one, some, those of a recipient, all', async () => {
  for (const to of ['a@x.com', 'b@x.com', 'b@x.com', 'c@x.com', 'd@x.com']) {
    await mail(to);
  }
  const ids = emulator.messages().map(({ id }) => id);
  expect((await fetch(at(`/message/${ids[0]}`), { method: 'DELETE' })).status).toBe(204);
  expect((await fetch(at(`/message/${ids[0]}`), { method: 'DELETE' })).status).toBe(404);
  await fetch(at('/messages'), { method: 'DELETE', body: JSON.stringify({ ids: [ids[1]] }) });
  expect(emulator.messages().map(({ to }) => to[0])).toEqual(['b@x.com', 'b@x.com', 'a@x.com']);
  const refused = await fetch(at('/messages'), { method: 'DELETE', body: '{"ids":' });
  expect(refused.status).toBe(400);
  const some = await fetch(at('/messages?to=b@x.com'), { method: 'DELETE' });
  expect(await some.json()).toEqual({ deleted: 2 });
  await fetch(at('/messages'), { method: 'DELETE' });
  expect(await list()).toMatchObject({ total: 0, messages: [] });
});

it('waits for the next mail to an address', async () => {
  await mail('ada@example.com');
  const wait = (search: string) => fetch(at(`/messages/wait?to=ada@example.com${search}`));
  const first = (await (await wait('')).json()) as Message;
  expect(first.code).toBe('123456');
  const next = wait(`&after=${first.id}`);
  await mail('alan@example.com');
  await mail('ada@example.com', { Subject: 'Second' });
  expect(await (await next).json()).toMatchObject({ subject: 'Second', to: ['ada@example.com'] });
  expect((await wait(`&after=2100-01-01T00:00:00Z&timeout=0.01`)).status).toBe(408);
  expect((await wait('&after=yesterday')).status).toBe(400);
  expect((await fetch(at('/messages/wait'))).status).toBe(400);
});

it('keeps faults by REST, and says what is wrong with one', async () => {
  const add = (rule: unknown) =>
    fetch(at('/faults'), { method: 'POST', body: JSON.stringify(rule) });
  const created = await add({ code: 'Throttling.User', times: 1, to: 'example.com' });
  expect(created.status).toBe(201);
  const fault = (await created.json()) as { id: string };
  expect(await (await fetch(at('/faults'))).json()).toEqual({ faults: [fault] });
  expect(await mail('ada@example.com')).toMatchObject({ status: 400, Code: 'Throttling.User' });
  expect(await mail('ada@example.com')).toMatchObject({ status: 200 });
  expect(emulator.faults.list()).toEqual([]);
  for (const [rule, reason] of [
    [{ kode: 'x' }, 'no "kode"'],
    [{ delay: -1 }, '"delay" of a fault rule must be milliseconds'],
    [{ times: 1 }, 'needs one of'],
    [{ hang: true, reset: true }, 'can have one of'],
    ['x', 'must be an object'],
  ] as const) {
    const refused = await add(rule);
    expect(refused.status).toBe(400);
    expect(((await refused.json()) as { error: string }).error).toContain(reason);
  }
  const { id } = emulator.faults.add({ hang: true });
  expect((await fetch(at(`/faults/${id}`), { method: 'DELETE' })).status).toBe(204);
  expect((await fetch(at(`/faults/${id}`), { method: 'DELETE' })).status).toBe(404);
});

it('is alive and ready', async () => {
  expect((await fetch(`${emulator.url}/livez`)).status).toBe(200);
  expect((await fetch(`${emulator.url}/readyz`)).status).toBe(200);
  expect((await fetch(`${emulator.url}/nowhere`)).status).toBe(404);
});
