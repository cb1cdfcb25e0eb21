import { startDirectMailEmulator } from '@dm-kit/direct-mail-emulator';
import { expect, it } from 'vitest';
import { findInbox } from './find-inbox.ts';

it('is where Logto finds the emulator, when that is also where we do', async () => {
  await using emulator = await startDirectMailEmulator({ port: 0 });
  expect(await findInbox(`${emulator.url}/`)).toBe(emulator.url);
});

it('is at the same port of this machine, when Logto has another name for it', async () => {
  await using emulator = await startDirectMailEmulator({ port: 0 });
  const { port } = new URL(emulator.url);
  expect(await findInbox(`http://direct-mail.invalid:${port}`)).toBe(emulator.url);
});

it('is what was said, when nothing answers', async () => {
  expect(await findInbox('http://localhost:1')).toBe('http://localhost:1');
});
