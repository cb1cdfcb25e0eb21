import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { freePort } from '@dm-kit/processes';
import { afterEach, describe, expect, test } from 'vitest';
import { checkReach } from './check-logto.ts';
import { checkPorts } from './check-ports.ts';
import { fine, note, problem, table } from './finding.ts';
import { checkNode, checkPnpm } from './tools.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
  }
});

/** Something that answers the discovery document like a Logto whose address is `issuer`. */
async function logtoLike(issuer: (url: string) => string, date = new Date()): Promise<string> {
  const server = createServer((request, response) => {
    response.setHeader('Date', date.toUTCString());
    response.end(JSON.stringify({ issuer: issuer(`http://${request.headers.host}`) }));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

describe('a Logto', () => {
  test('that answers by the name it is asked by, at the same time, is fine', async () => {
    const endpoint = await logtoLike((url) => `${url}/oidc`);
    const states = (await checkReach(endpoint)).map(({ what, state }) => `${what} ${state}`);
    expect(states).toEqual(['Logto fine', 'Issuer fine', 'Clock fine']);
  });

  test('that takes itself for a container has the wrong issuer', async () => {
    const endpoint = await logtoLike(() => 'http://logto:3001/oidc');
    const [, issuer] = await checkReach(endpoint);
    expect(issuer?.state).toBe('problem');
    expect(issuer?.detail).toBe(
      `http://logto:3001/oidc, and the samples are told ${endpoint}/oidc`,
    );
    expect(issuer?.remedy).toContain(`Set ENDPOINT=${endpoint} where Logto runs`);
  });

  test('whose clock is behind is told apart', async () => {
    const date = new Date('2026-01-01T00:00:00Z');
    const endpoint = await logtoLike((url) => `${url}/oidc`, date);
    const [, , clock] = await checkReach(endpoint, () => date.getTime() + 120_000);
    expect(clock).toMatchObject({ state: 'problem', detail: "Logto's is 120 seconds behind" });
  });

  test('that does not answer is one problem', async () => {
    const endpoint = `http://localhost:${await freePort()}`;
    const [reach, ...others] = await checkReach(endpoint);
    expect(reach).toMatchObject({ state: 'problem', detail: `${endpoint} does not answer` });
    expect(others).toEqual([]);
  });

  test('that is something else is told apart', async () => {
    const { port } = await occupied();
    const [reach] = await checkReach(`http://localhost:${port}`);
    expect(reach?.detail).toContain('answers (HTTP 200), but not as a Logto');
  });
});

test('ports: free, and in use by somebody', async () => {
  const { port } = await occupied();
  const [taken, free] = await checkPorts([
    { name: 'one', port },
    { name: 'other', port: await freePort() },
  ]);
  expect(taken).toMatchObject({ what: `Port ${port}`, state: 'note' });
  expect(free?.state).toBe('fine');
});

test.each([
  ['22.22.3', 'fine'],
  ['22.23.0', 'fine'],
  ['22.22.2', 'problem'],
  ['20.20.2', 'problem'],
  ['24.15.0', 'problem'],
])('Node %s: %s', (version, state) => {
  expect(checkNode(version).state).toBe(state);
});

test.each([
  ['pnpm/12.21.0 npm/? node/v22.23.3 linux x64', 'fine'],
  ['pnpm/9.0.0 npm/? node/v22.23.3 linux x64', 'problem'],
  ['', 'note'],
])('package manager "%s": %s', async (agent, state) => {
  expect((await checkPnpm(agent)).state).toBe(state);
});

test('the table has a line a finding, and each remedy below its own', () => {
  expect(
    table([fine('Node', '22'), note('Docker', 'none'), problem('Clock', 'behind', 'Set it.')]),
  ).toBe(`  ✔ Node    22
  • Docker  none
  ✘ Clock   behind
            → Set it.`);
});

async function occupied(): Promise<{ port: number }> {
  const server = createServer((_, response) => response.end('somebody else'));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port };
}
