import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runServer } from 'verdaccio';

/** How to reach a registry. */
export interface RegistryAccess {
  url: string;
  /** A file of npm's settings for it. */
  npmrc: string;
}

/** Starts a registry on this machine that takes our packages, and gets all others where npm gets them. */
export async function startRegistry(): Promise<RegistryAccess & { close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'dm-kit-registry-'));
  const upstream = execFileSync('npm', ['config', 'get', 'registry'], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  }).trim();
  const configuration = {
    self_path: folder,
    storage: join(folder, 'storage'),
    auth: { htpasswd: { file: join(folder, 'htpasswd') } },
    uplinks: { upstream: { url: upstream, maxage: '60m', timeout: '60s', max_fails: 100 } },
    packages: {
      '@dm-kit/*': { access: '$all', publish: '$all' },
      '**': { access: '$all', proxy: 'upstream' },
    },
    log: { type: 'stdout', level: 'fatal' },
    max_body_size: '50mb',
  };
  const server = (await runServer(configuration as never)) as Server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const npmrc = join(folder, 'npmrc');
  // Anybody may publish, but npm asks for a token before it asks the registry.
  await writeFile(
    npmrc,
    `registry=http://127.0.0.1:${port}/\n//127.0.0.1:${port}/:_authToken=anybody\naudit=false\nfund=false\n`,
  );
  return {
    url: `http://127.0.0.1:${port}/`,
    npmrc,
    async close() {
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
