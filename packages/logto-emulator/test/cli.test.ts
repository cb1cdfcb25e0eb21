import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';

const cli = fileURLToPath(new URL('../lib/cli.js', import.meta.url));

let child: ChildProcess | undefined;
afterEach(() => child?.kill('SIGKILL'));

/** Starts the built command line and collects what it writes. */
function run(...args: string[]) {
  const started = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  child = started;
  const output = { out: '', err: '' };
  started.stdout.on('data', (text) => {
    output.out += text;
  });
  started.stderr.on('data', (text) => {
    output.err += text;
  });
  const ended = once(started, 'close').then(([code]) => ({ code, ...output }));
  const ready = once(started.stdout, 'data').then(([text]) => String(text));
  return { started, ended, ready };
}

describe('the command line', () => {
  test('says when it is ready, answers, and ends with 0 on SIGTERM', async () => {
    const { started, ready, ended } = run('--port', '0', '--json', '--seed', 'one');
    const event = JSON.parse(await ready);
    expect(event).toMatchObject({
      event: 'ready',
      issuer: `${event.url}/oidc`,
      m2m: { appId: 'm-default', resource: 'https://default.logto.app/api' },
    });
    const discovery = await fetch(`${event.issuer}/.well-known/openid-configuration`);
    expect(await discovery.json()).toMatchObject({ issuer: event.issuer });
    // Of a body that was read before it, the library would say so in the log.
    const token = await fetch(`${event.issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${event.m2m.appId}:${event.m2m.appSecret}`)}` },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        resource: event.m2m.resource,
        scope: 'all',
      }),
    });
    expect(token.status).toBe(200);
    started.kill('SIGTERM');
    expect(await ended).toEqual({ code: 0, out: expect.stringMatching(/^.*\n$/), err: '' });
  });

  test('does not show the secret to a person', async () => {
    const { started, ready, ended } = run('--port', '0', '--seed', 'one');
    expect(await ready).toMatch(/^Logto emulator ready at http:\/\/localhost:\d+/);
    started.kill('SIGINT');
    const { code, out } = await ended;
    expect(code).toBe(0);
    expect(out).not.toMatch(/[A-Za-z0-9]{32}/);
  });

  test('names a port that is in use, and ends with 1', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    expect(await run('--port', String(port)).ended).toEqual({
      code: 1,
      out: '',
      err: `Port ${port} is in use. Stop what uses it, or choose another with --port.\n`,
    });
    server.close();
  });

  test('ends with 2 for a command line that is not understood', async () => {
    expect(await run('--nope').ended).toEqual({
      code: 2,
      out: '',
      err: "Unknown option '--nope'. See logto-emulator --help.\n",
    });
  });

  test('names a connector folder that does not exist', async () => {
    const { code, err } = await run('--connector', '/does/not/exist').ended;
    expect(code).toBe(1);
    expect(err).toBe(
      'The connector folder /does/not/exist does not exist. Give --connector a folder that does.\n',
    );
  });

  test('prints help and version', async () => {
    expect((await run('--help').ended).out).toContain('Usage: logto-emulator');
    expect((await run('--version').ended).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
