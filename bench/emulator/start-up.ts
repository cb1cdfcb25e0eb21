import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { median } from '../median.ts';

/** A server that answers with an OpenID Connect discovery document. */
interface Server {
  name: string;
  command: (port: number) => string[];
  discovery: string;
}

function bin(name: string, path: string) {
  return fileURLToPath(new URL(path, import.meta.resolve(`${name}/package.json`)));
}

export const servers: Server[] = [
  {
    name: 'Logto emulator',
    command: (port) => [bin('@dm-kit/logto-emulator', 'lib/cli.js'), '--port', String(port)],
    discovery: '/oidc/.well-known/openid-configuration',
  },
  {
    name: 'oauth2-mock-server',
    command: (port) => [oauth2MockServer(), '-p', String(port)],
    discovery: '/.well-known/openid-configuration',
  },
  {
    name: 'bare oidc-provider',
    command: (port) => [
      fileURLToPath(new URL('./bare-oidc-provider.ts', import.meta.url)),
      String(port),
    ],
    discovery: '/.well-known/openid-configuration',
  },
];

/** Its `exports` hide package.json, so the command line tool is found beside the entry point. */
function oauth2MockServer(): string {
  return fileURLToPath(
    new URL('./oauth2-mock-server.mjs', import.meta.resolve('oauth2-mock-server')),
  );
}

/** Milliseconds from spawn to the first 200 of the discovery document; the servers take turns, so that noise is shared. */
export async function measureStartUp(
  rounds = 10,
): Promise<{ name: string; median: number; max: number }[]> {
  const times = servers.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, server] of servers.entries()) {
      const time = await startOnce(server);
      // The first round fills caches and does not count.
      if (round > 0) {
        times[index]?.push(time);
      }
    }
  }
  return servers.map(({ name }, index) => ({
    name,
    median: median(times[index] ?? []),
    max: Math.max(...(times[index] ?? [])),
  }));
}

async function startOnce({ command, discovery }: Server): Promise<number> {
  const port = await freePort();
  const start = performance.now();
  const child = spawn(process.execPath, command(port), { stdio: 'ignore' });
  const exit = once(child, 'exit');
  const url = `http://localhost:${port}${discovery}`;
  while (
    !(await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null) {
      throw new Error(`${command(port).join(' ')} ended`);
    }
    await delay(2);
  }
  const time = performance.now() - start;
  child.kill('SIGTERM');
  await exit;
  return time;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
