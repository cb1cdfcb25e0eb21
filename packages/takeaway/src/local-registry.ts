import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startRegistry } from './registry.ts';
import { repositoryRoot, run } from './run-command.ts';

/** An npm registry on this machine, with this repository's packages in it. */
export interface LocalRegistry {
  url: string;
  /** For npm: which registry, and a cache of its own, since the same version may hold something else next time. */
  env: Record<string, string>;
  close(): Promise<void>;
}

const published = ['connector-aliyun-dm', 'direct-mail-emulator', 'logto-emulator', 'local'];

/** Starts a registry and publishes the packages to it. @param folder for what is packed, and for npm's cache */
export async function startLocalRegistry(folder: string): Promise<LocalRegistry> {
  const { url, npmrc, close } = await startRegistry();
  const env = {
    npm_config_userconfig: npmrc,
    npm_config_registry: url,
    npm_config_cache: join(folder, 'cache'),
    npm_config_update_notifier: 'false',
  };
  for (const name of published) {
    await publish(join(repositoryRoot, 'packages', name), join(folder, 'packed', name), env);
  }
  return { url, env, close };
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
