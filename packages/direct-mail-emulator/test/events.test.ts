import { expect, it } from 'vitest';
import { startDirectMailEmulator } from '../src/index.ts';
import { send } from './raw-client.ts';

it('tells what happens, as it happens', async () => {
  await using emulator = await startDirectMailEmulator({ port: 0 });
  const response = await fetch(`${emulator.url}/api/v1/events`);
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const stream = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const read = async () => (await stream?.read())?.value;
  expect(await read()).toBe('retry: 1000\n\n');

  await send(emulator.url);
  const [event, data = ''] = (await read())?.split('\ndata: ') ?? [];
  expect(event).toBe('event: message');
  const [message] = emulator.messages();
  const { html: _html, ...summary } = JSON.parse(data);
  expect(message).toMatchObject(summary);
  expect(data).not.toContain('<p>');

  await fetch(`${emulator.url}/api/v1/messages`, { method: 'PUT', body: '{"read":true}' });
  expect(await read()).toBe(`event: read\ndata: {"ids":["${message?.id}"],"read":true}\n\n`);
  emulator.faults.add({ hang: true });
  expect(await read()).toBe('event: faults\ndata: [{"id":"f1","hang":true,"hits":0}]\n\n');
  await fetch(`${emulator.url}/api/v1/messages`, { method: 'DELETE' });
  expect(await read()).toBe(`event: deleted\ndata: {"ids":["${message?.id}"]}\n\n`);
  await stream?.cancel();
});
