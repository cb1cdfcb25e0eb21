import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseEnv } from 'node:util';
import { occupyPort } from '@dm-kit/processes/test';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const cli = join(import.meta.dirname, '../lib/cli.js');
const free = ['--port', '0', '--mail-port', '0'];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local cli-'));
});
afterEach(() => rm(folder, { recursive: true }));

function start(args: string[]) {
  const child = spawn(process.execPath, [cli, ...args], { cwd: folder });
  let output = '';
  child.stdout.on('data', (data) => {
    output += data;
  });
  child.stderr.on('data', (data) => {
    output += data;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number, output }));
  /** The first line that passes. */
  const line = (passes: (line: string) => boolean) =>
    new Promise<string>((resolve) => {
      createInterface({ input: child.stdout }).on('line', (text) => passes(text) && resolve(text));
    });
  return { child, ended, line };
}

async function ready(args: string[]) {
  const started = start([...args, ...free, '--json']);
  const said = JSON.parse(await started.line((line) => line.startsWith('{')));
  return { ...started, said };
}

describe('a wrong command line', () => {
  test.each([
    [[], /^dm-kit-local: Say which application: --spa URI, --web URI, or a file/],
    [['--spa', 'localhost:4200'], /^dm-kit-local: --spa takes a redirect URI such as/],
    [['--spa', 'http://a/b', '--web', 'http://a/b'], /^dm-kit-local: --spa, --web and --config/],
    [['--spa', 'http://a/b', '--port', 'x'], /^dm-kit-local: --port takes a whole number/],
    [['--foo'], /^dm-kit-local: Unknown option '--foo'. See --help/],
  ])('%j: one line, exit code 2', async (args, message) => {
    const { code, output } = await start(args).ended;
    expect(output).toMatch(message);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });

  test.each(['-h', '--help'])('%s tells what there is', async (option) => {
    const { code, output } = await start([option]).ended;
    expect(output).toContain('Usage: dm-kit-local');
    expect(code).toBe(0);
  });
});

test('names the process that has its port', async () => {
  await using other = await occupyPort();
  const args = ['--spa', 'http://localhost:4200/callback', '--port', String(other.port)];
  const { code, output } = await start([...args, '--mail-port', '0']).ended;
  expect(output).toContain(`Port ${other.port} is in use by`);
  expect(output).toContain(`(process ${process.pid})`);
  expect(code).toBe(1);
});

test('tells all that an application needs, and ends on SIGTERM', async () => {
  const { child, ended, said } = await ready(['--web', 'http://localhost:3000/callback']);
  expect(said.application).toMatchObject({
    endpoint: said.url,
    appId: expect.stringMatching(/^\w{21}$/),
    appSecret: expect.stringMatching(/^\w{32}$/),
  });
  expect(said.management).toMatchObject({
    appId: expect.any(String),
    appSecret: expect.any(String),
  });
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
});

test('writes settings, and leaves a file of somebody else alone', async () => {
  const args = ['--web', 'http://localhost:3000/callback', '--write', '.env'];
  const first = await ready(args);
  const file = join(folder, '.env');
  expect(parseEnv(await readFile(file, 'utf8'))).toEqual({
    LOGTO_ENDPOINT: first.said.url,
    LOGTO_APP_ID: first.said.application.appId,
    LOGTO_APP_SECRET: first.said.application.appSecret,
  });
  first.child.kill('SIGTERM');
  await first.ended;
  await writeFile(file, 'LOGTO_ENDPOINT=mine\n');
  const second = await ready(args);
  second.child.kill('SIGTERM');
  await second.ended;
  expect(await readFile(file, 'utf8')).toBe('LOGTO_ENDPOINT=mine\n');
});

test('runs the command of the file with the settings, and ends with it', async () => {
  const config = {
    name: 'Mine',
    type: 'spa',
    url: 'http://localhost:4211',
    redirectUris: ['/callback'],
    settings: { file: 'public/logto.json', values: { endpoint: '{endpoint}' } },
    start: 'node start.mjs',
  };
  await writeFile(join(folder, 'local.config.json'), JSON.stringify(config));
  await writeFile(
    join(folder, 'start.mjs'),
    `import { readFileSync } from 'node:fs';
     const { endpoint } = JSON.parse(readFileSync('public/logto.json', 'utf8'));
     console.log(endpoint === process.env.LOGTO_ENDPOINT ? 'the same' : 'another');
     process.exit(3);`,
  );
  const { code, output } = await start(free).ended;
  expect(output).toContain('Starting Mine: http://localhost:4211');
  expect(output).toContain('the same');
  expect(code).toBe(3);
});
