import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort, spawnGroup } from '@dm-kit/processes';
import { repositoryRoot, run } from './run-command.ts';

/** An npm registry on this machine, with this repository's packages in it. */
export interface LocalRegistry {
  url: string;
  /** For npm: which registry, and a cache of its own, since the same version may hold something else next time. */
  env: Record<string, string>;
  close(): Promise<void>;
}

const published = ['connector-aliyun-dm', 'direct-mail-emulator', 'logto-emulator', 'local'];

/** Starts verdaccio in the folder and publishes the packages; everything else comes from npm's own registry. */
export async function startLocalRegistry(folder: string): Promise<LocalRegistry> {
  const port = await freePort();
  const url = `http://localhost:${port}/`;
  const upstream = (await run('npm', ['config', 'get', 'registry'], { cwd: folder })).trim();
  await writeFile(join(folder, 'verdaccio.yaml'), configuration(folder, upstream));
  const require = createRequire(import.meta.url);
  const group = spawnGroup({
    command: [
      'node',
      join(dirname(require.resolve('verdaccio/package.json')), 'bin/verdaccio'),
      ...['--config', join(folder, 'verdaccio.yaml'), '--listen', `localhost:${port}`],
    ],
    onLine: () => {},
  });
  await untilAnswers(`${url}-/ping`);
  const userConfig = join(folder, '.npmrc');
  // Anybody may publish, but npm itself wants a token.
  await writeFile(userConfig, `registry=${url}\n//localhost:${port}/:_authToken=none\n`);
  const env = {
    npm_config_userconfig: userConfig,
    npm_config_registry: url,
    npm_config_cache: join(folder, 'cache'),
    npm_config_update_notifier: 'false',
    npm_config_fund: 'false',
    npm_config_audit: 'false',
  };
  for (const name of published) {
    await publish(join(repositoryRoot, 'packages', name), join(folder, 'packed', name), env);
  }
  return {
    url,
    env,
    close: () => group.stop(),
  };
}

async function publish(source: string, packed: string, env: Record<string, string>): Promise<void> {
  await mkdir(packed, { recursive: true });
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', packed], {
    cwd: source,
    env,
  });
  const [archive = ''] = await readdir(packed);
  await run('npm', ['publish', join(packed, archive), '--ignore-scripts'], { cwd: packed, env });
}

async function untilAnswers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    ) {
      return;
    }
    await delay(200);
  }
  throw new Error(`verdaccio does not answer at ${url}`);
}

function configuration(folder: string, upstream: string): string {
  return `
storage: ${JSON.stringify(join(folder, 'storage'))}
uplinks:
  npmjs: { url: ${JSON.stringify(upstream)}, maxage: 60m, timeout: 120s }
packages:
  '@dm-kit/*': { access: $all, publish: $all, unpublish: $all }
  '**': { access: $all, proxy: npmjs }
max_body_size: 100mb
log: { type: stdout, format: pretty, level: error }
`;
}
