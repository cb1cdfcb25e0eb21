import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { Stranger } from './stranger.ts';

// Nothing is installed: npx gets each program from the registry.

const { packages } = inject('release');

let stranger: Stranger;
beforeAll(async () => {
  stranger = await Stranger.come();
});
afterAll(() => stranger.leave());

test.each([
  ['@dm-kit/direct-mail-emulator', []],
  ['@dm-kit/logto-emulator', []],
  ['@dm-kit/local', ['--spa', 'http://localhost:4200/callback', '--mail-port', '0']],
])('starts %s', async (name, args) => {
  const { line, stop } = await stranger.start('npx', '-y', name, ...args, '--port', '0', '--json');
  const { event, url, application } = JSON.parse(line);
  expect(event).toBe('ready');
  expect((await fetch(url)).status).toBeLessThan(500);
  if (application) {
    const discovery = await fetch(`${application.issuer}/.well-known/openid-configuration`);
    expect(await discovery.json()).toMatchObject({ issuer: application.issuer });
  }
  await stop();
});

test.each(
  packages.filter(({ manifest }) => manifest.bin).map(({ name, version }) => [name, version]),
)('%s says its version, %s', async (name, version) => {
  expect(await stranger.run('npx', '-y', name, '--version')).toMatchObject({
    stdout: expect.stringContaining(version),
  });
});
