import { freePort } from '@dm-kit/processes';
import { isRunning, listens, occupyPort, untilGone } from '@dm-kit/processes/test';
import { describe, expect, test, vi } from 'vitest';

import { PortTakenError, StackError } from '../errors.ts';
import { readyLine } from '../ready-line.ts';
import { startProcess } from './start-process.ts';

const name = 'small server';

function start(script: string, options: object = {}) {
  return startProcess<{ pid: number }>({
    name,
    command: ['node', '-e', script],
    port: 0,
    ready: { line: readyLine },
    ...options,
  });
}

const ready = `console.log(JSON.stringify({ event: 'ready', pid: process.pid }));`;
const idle = 'setInterval(() => {}, 1000);';

describe('a part that becomes ready', () => {
  test('is known by the line that it prints', async () => {
    const part = await startProcess<{ port: number }>({
      name,
      command: ['node', '-e', listens(0)],
      port: 0,
      ready: { line: readyLine },
    });
    expect(await (await fetch(`http://localhost:${part.ready.port}`)).text()).toBe('here');
    await part.stop();
    await expect(fetch(`http://localhost:${part.ready.port}`)).rejects.toThrow();
  });

  test('is known by its address', async () => {
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const part = await startProcess({
      name,
      command: ['node', '-e', listens(port)],
      port,
      ready: { url },
    });
    expect((await fetch(url)).status).toBe(200);
    await part.stop();
  });
});

describe('a part that does not become ready', () => {
  test('says its last lines when it ends', async () => {
    const error = await start(`console.error('no such file: a.json'); process.exit(3)`).catch(
      (reason) => reason,
    );
    expect(error).toBeInstanceOf(StackError);
    expect(error.message).toBe('The small server ended by itself with exit code 3.');
    expect(error.output).toEqual(['no such file: a.json']);
  });

  test('is stopped when it takes too long', async () => {
    let pid = 0;
    const onOutput = (line: string) => {
      pid = Number(line);
    };
    const error = await start(`console.log(process.pid); ${idle}`, {
      deadline: 0.5,
      onOutput,
    }).catch((reason) => reason);
    expect(error.message).toBe('The small server was not ready within 0.5 seconds.');
    expect(pid).toBeGreaterThan(0);
    expect(isRunning(pid)).toBe(false);
  });

  test('is stopped when the start is given up', async () => {
    const giveUp = new AbortController();
    const starting = start(`console.log(process.pid); ${idle}`, {
      signal: giveUp.signal,
      onOutput: () => giveUp.abort(new Error('given up')),
    });
    await expect(starting).rejects.toThrow('given up');
  });

  test('says that there is no such program', async () => {
    const starting = startProcess({
      name,
      command: ['/no/such/program'],
      port: 0,
      ready: { line: readyLine },
    });
    await expect(starting).rejects.toThrow(/^The small server could not be started: .*ENOENT/);
  });
});

test('a port that somebody else has is named, and that server is not taken for the part', async () => {
  const other = await occupyPort();
  const starting = start(listens(other.port), {
    port: other.port,
    ready: { url: `http://localhost:${other.port}` },
  });
  await expect(starting).rejects.toThrow(PortTakenError);
  await expect(starting).rejects.toThrow(/^Port \d+ is in use.*, and the small server needs it/);
  await other[Symbol.asyncDispose]();
});

describe('a part that is ready', () => {
  test('has said so in a line that is kept from everybody else: it may hold credentials', async () => {
    const printed: string[] = [];
    const part = await start(`${ready} setTimeout(() => process.exit(1), 50)`, {
      onOutput: (line: string) => printed.push(line),
    });
    const error = await part.crashed;
    expect([...printed, ...error.output]).toEqual([]);
  });

  test('is reported when it ends by itself', async () => {
    const part = await start(`${ready} setTimeout(() => { throw new Error('boom') }, 50)`);
    const error = await part.crashed;
    expect(error.message).toBe('The small server ended by itself with exit code 1.');
    expect(error.output.join('\n')).toContain('Error: boom');
  });

  test('is not reported when it is stopped', async () => {
    const part = await start(`${ready} ${idle}`);
    await part.stop();
    const outcome = await Promise.race([part.crashed, Promise.resolve('quiet')]);
    expect(outcome).toBe('quiet');
  });

  test('ends with all that it started, even what ignores SIGTERM', async () => {
    const stubborn = `process.on('SIGTERM', () => {}); ${idle}`;
    const part = await start(`
      const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(
        `${stubborn} console.log(1)`,
      )}], { stdio: ['ignore', 'pipe', 'ignore'] });
      child.stdout.once('data', () =>
        console.log(JSON.stringify({ event: 'ready', pid: child.pid })));
    `);
    expect(isRunning(part.ready.pid)).toBe(true);
    await part.stop();
    await untilGone(part.ready.pid);
  });
});

test('settings of another Logto or sample in the shell do not reach it, its own do', async () => {
  vi.stubEnv('LOGTO_ENDPOINT', 'http://of-the-shell');
  vi.stubEnv('AUTH_URL', 'http://of-the-shell');
  vi.stubEnv('PLAIN', 'of the shell');
  const script = `console.log(JSON.stringify({ event: 'ready', env: process.env })); ${idle}`;
  const part = await startProcess<{ env: NodeJS.ProcessEnv }>({
    name,
    command: ['node', '-e', script],
    env: { AUTH_URL: 'http://its-own' },
    port: 0,
    ready: { line: readyLine },
  });
  await part.stop();
  const { LOGTO_ENDPOINT, AUTH_URL, PLAIN } = part.ready.env;
  vi.unstubAllEnvs();
  expect({ LOGTO_ENDPOINT, AUTH_URL, PLAIN }).toEqual({
    LOGTO_ENDPOINT: undefined,
    AUTH_URL: 'http://its-own',
    PLAIN: 'of the shell',
  });
});

test('its secrets are not in what it is said to have printed', async () => {
  const printed: string[] = [];
  const secret = 'a-secret-of-some-length';
  const error = await startProcess({
    name,
    command: ['node', '-e', `console.log('using ' + process.env.APP_SECRET); process.exit(1)`],
    env: { APP_SECRET: secret },
    port: 0,
    ready: { line: () => undefined },
    onOutput: (line) => printed.push(line),
  }).catch((reason) => reason);
  expect([...printed, ...error.output].join()).toContain('using [secret]');
  expect([...printed, ...error.output].join()).not.toContain(secret);
});
