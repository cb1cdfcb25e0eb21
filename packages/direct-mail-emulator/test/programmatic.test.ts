import { expect, it } from 'vitest';
import { startDirectMailEmulator } from '../src/index.ts';
import { send } from './raw-client.ts';

it('is one line in a test, and ends with it', async () => {
  let url: string;
  {
    await using mail = await startDirectMailEmulator({ port: 0 });
    url = mail.url;
    const sent = send(url, { parameters: { ToAddress: 'grace@example.com' } });
    const { code, to } = await mail.waitForMessage({ to: 'grace@example.com' });
    expect([code, to]).toEqual(['123456', ['grace@example.com']]);
    expect(mail.messages({ to: 'nobody@example.com' })).toEqual([]);
    expect((await sent).status).toBe(200);
  }
  await expect(fetch(url)).rejects.toThrow('fetch failed');
});

it('waits for a mail after a moment or after another mail', async () => {
  let time = new Date('2026-01-02T03:04:05Z');
  await using mail = await startDirectMailEmulator({ port: 0, now: () => time });
  const to = 'ada@example.com';
  await send(mail.url, {}, time);
  time = new Date('2026-01-02T03:05:00Z');
  const second = mail.waitForMessage({ to, after: time });
  await send(mail.url, { parameters: { Subject: 'Second' } }, time);
  await send(mail.url, { parameters: { Subject: 'Third' } }, time);
  expect((await second).subject).toBe('Second');
  const [, middle, first] = mail.messages();
  expect(await mail.waitForMessage({ to, after: first?.id ?? '' })).toBe(middle);
  expect((await mail.waitForMessage({ to })).subject).toBe('Third');
});

it('gives up in time and says so', async () => {
  await using mail = await startDirectMailEmulator({ port: 0 });
  await expect(mail.waitForMessage({ to: 'ada@example.com', timeout: 20 })).rejects.toThrow(
    'No mail to ada@example.com came in 0.02 seconds',
  );
});

it('takes an undefined option as not given', async () => {
  const accessKeys = undefined as unknown as [];
  await using mail = await startDirectMailEmulator({ port: 0, accessKeys });
  expect(await send(mail.url)).toMatchObject({ status: 200 });
});

it('refuses a port in use', async () => {
  await using mail = await startDirectMailEmulator({ port: 0 });
  const port = Number(new URL(mail.url).port);
  await expect(startDirectMailEmulator({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
