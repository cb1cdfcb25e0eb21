import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { repositoryRoot } from '../paths.ts';

const drainScript = join(repositoryRoot, 'packages/stack/docker/drain.mjs');

/** A server that says its port, then when it has begun with `/slow`; it ends that when it is told to. */
const serverScript = `
  const { createServer } = require('node:http');
  const server = createServer((request, response) => {
    if (request.url !== '/slow') return response.end('here');
    console.log('slow began');
    process.stdin.once('data', () => response.end('slow'));
  });
  process.on('SIGTERM', () => console.log('told'));
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

interface Answer {
  status: number | undefined;
  text: string;
}

function ask(url: string, headers = {}) {
  return new Promise<Answer>((resolve, reject) => {
    get(url, { agent: false, headers }, async (response) => {
      const text = (await response.toArray()).join('');
      resolve({ status: response.statusCode, text });
    }).on('error', reject);
  });
}

async function startServer(seconds: number) {
  const child = spawn(process.execPath, ['--import', drainScript, '--eval', serverScript], {
    env: { ...process.env, DRAIN_SECONDS: String(seconds) },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const nextLine = async (): Promise<string> => (await once(lines, 'line'))[0];
  const ended = once(child, 'exit');
  return {
    url: `http://127.0.0.1:${await nextLine()}`,
    nextLine,
    ended,
    finishSlow: () => child.stdin.write('now'),
    async tellToStop() {
      const told = nextLine();
      child.kill('SIGTERM');
      await told;
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

test('one that stops says so at its health check, and goes on answering all else', async () => {
  await using server = await startServer(60);
  expect(await ask(`${server.url}/api/status`)).toEqual({ status: 200, text: 'here' });
  await server.tellToStop();
  expect(await ask(`${server.url}/api/status`)).toEqual({ status: 503, text: '' });
  expect(await ask(`${server.url}/sign-in`)).toEqual({ status: 200, text: 'here' });
  const throughProxy = { 'x-forwarded-for': '192.0.2.1' };
  expect(await ask(`${server.url}/api/status`, throughProxy)).toMatchObject({ status: 200 });
});

test('one that stops takes no more connections, finishes what it is answering, and ends', async () => {
  await using server = await startServer(0);
  const began = server.nextLine();
  const slow = ask(`${server.url}/slow`);
  await began;
  await server.tellToStop();
  const more = () =>
    ask(`${server.url}/sign-in`).then(
      () => 'answered',
      ({ code }) => code,
    );
  await expect.poll(more).toBe('ECONNREFUSED');
  server.finishSlow();
  expect(await slow).toEqual({ status: 200, text: 'slow' });
  expect(await server.ended).toEqual([0, null]);
});
