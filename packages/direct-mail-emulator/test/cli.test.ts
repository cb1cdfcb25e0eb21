import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { send } from './raw-client.ts';

const cli = fileURLToPath(new URL('../lib/cli.js', import.meta.url));
const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) {
    child.kill('SIGKILL');
  }
  running.clear();
});

function start(...args: string[]) {
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text;
  });
  const line = once(child.stdout, 'data').then(([text]) => String(text));
  const end = once(child, 'close').then(([code]) => ({ code: code as number, ...output }));
  return { child, line, end };
}

it.each(['SIGTERM', 'SIGINT'] as const)(
  'says when it is ready and ends at %s with 0',
  async (signal) => {
    const { child, line, end } = start('--port', '0', '--json', '--sender', 'me@mail.example.com');
    const ready = JSON.parse(await line) as { event: string; url: string };
    expect(ready).toEqual({
      event: 'ready',
      url: expect.stringMatching(/^http:\/\/localhost:\d+$/),
    });
    const sent = await send(ready.url, { parameters: { AccountName: 'me@mail.example.com' } });
    expect(sent.status).toBe(200);
    child.kill(signal);
    const { code, stderr, stdout } = await end;
    expect([code, stderr, stdout.trim().split('\n')]).toEqual([0, '', [expect.any(String)]]);
  },
);

it('takes other keys and says its address to a person, without the secret', async () => {
  const { line } = start('--port', '0', '--access-key', 'me:hidden');
  const text = await line;
  expect(text).not.toContain('hidden');
  const url = /http:\S+/.exec(text)?.[0] ?? '';
  const sent = await send(url, { secret: 'hidden', parameters: { AccessKeyId: 'me' } });
  expect(sent.status).toBe(200);
  expect(await send(url)).toMatchObject({ status: 404, Code: 'InvalidAccessKeyId.NotFound' });
});

it('names a port in use in one line', async () => {
  const first = start('--port', '0', '--json');
  const { url } = JSON.parse(await first.line) as { url: string };
  const { port } = new URL(url);
  const { code, stderr, stdout } = await start('--port', port).end;
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toBe(
    `direct-mail-emulator: 127.0.0.1:${port} is in use: stop what uses it, or choose another with --port\n`,
  );
});

it.each([
  [['--port', 'x'], '--port must be a whole number from 0 to 65535. See --help'],
  [['--port', '70000'], '--port must be a whole number from 0 to 65535. See --help'],
  [['--access-key', 'hidden'], '--access-key must be ID:SECRET. See --help'],
  [['--sendr', 'a@b.cd'], "Unknown option '--sendr'. See --help"],
  [['extra'], "Unexpected argument 'extra'. See --help"],
  [['--port'], "Option '--port <value>' argument missing. See --help"],
])('refuses %j in one line', async (args, message) => {
  const { code, stderr, stdout } = await start(...args).end;
  expect([code, stdout, stderr]).toEqual([2, '', `direct-mail-emulator: ${message}\n`]);
});

it.each(['-h', '--help'])('%s tells what there is', async (option) => {
  const help = await start(option).end;
  expect(help).toMatchObject({ code: 0, stderr: '' });
  expect(help.stdout).toContain('--access-key');
});

it('has a version', async () => {
  const version = await start('--version').end;
  expect(version).toMatchObject({ code: 0, stdout: `${manifest.version}\n` });
});
