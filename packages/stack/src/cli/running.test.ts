import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimPorts } from './running.ts';

let folder: string;
let file: string;
let other: ChildProcess;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'running-'));
  file = join(folder, 'running.json');
  other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
});
afterEach(async () => {
  other.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

async function another(places: [string, string][]) {
  const { pid } = other;
  await writeFile(file, JSON.stringify({ pid, command: 'demo', folder: '/there', places }));
}

test('a second one is told where the first one is', async () => {
  await another([['Angular sample', 'http://localhost:4200']]);
  const claiming = claimPorts('dev', '/here', file);
  await expect(claiming).rejects.toThrow(
    `\`pnpm demo\` runs already (process ${other.pid}, started in /there)`,
  );
  await expect(claiming).rejects.toThrow('http://localhost:4200');
});

test('a first one that is still starting counts', async () => {
  await another([]);
  await expect(claimPorts('dev', '/here', file)).rejects.toThrow('is still starting');
});

test('one that was killed does not', async () => {
  await another([]);
  other.kill('SIGKILL');
  await once(other, 'exit');
  const claim = await claimPorts('demo', '/here', file);
  expect(existsSync(file)).toBe(true);
  claim.release();
  expect(existsSync(file)).toBe(false);
});

test('a claim that somebody else has by now is left alone', async () => {
  const claim = await claimPorts('demo', '/here', file);
  await another([]);
  claim.release();
  expect(existsSync(file)).toBe(true);
});

test('another program that has the number of one that was killed does not count', async () => {
  other.kill('SIGKILL');
  other = spawn('sleep', ['60']);
  await another([]);
  const claim = await claimPorts('demo', '/here', file);
  claim.release();
});

test('it says where it is, once it is', async () => {
  const claim = await claimPorts('demo', '/here', file);
  claim.tell([['Mails', 'http://localhost:3010']]);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    pid: process.pid,
    command: 'demo',
    folder: '/here',
    places: [['Mails', 'http://localhost:3010']],
  });
  claim.release();
});
