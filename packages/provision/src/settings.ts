import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import type { Change } from './change.ts';

/** What each sample reads at its start. */
export interface SampleSettings {
  /** `public/logto.json` of the Angular sample. */
  angular: { endpoint: string; appId: string };
  /** Environment of the Next.js sample. */
  nextjs: {
    AUTH_LOGTO_ISSUER: string;
    AUTH_LOGTO_ID: string;
    AUTH_LOGTO_SECRET: string;
    AUTH_URL: string;
  };
}

const appsFolder = fileURLToPath(new URL('../../../apps/', import.meta.url));

/** Writes the samples' local settings (git-ignored, readable by their owner alone). */
export async function writeSettings(
  { angular, nextjs }: SampleSettings,
  folder = appsFolder,
): Promise<Change[]> {
  const environment = join(folder, 'nextjs/.env.local');
  const before = await readIfThere(environment);
  // Sessions outlive a second run: the secret that seals them is made once.
  const AUTH_SECRET = parseEnv(before).AUTH_SECRET || randomBytes(32).toString('base64url');
  const own = Object.entries({ ...nextjs, AUTH_SECRET }).map(([name, value]) => `${name}=${value}`);
  const others = before
    .split('\n')
    .filter(
      (line) => line && !own.some((mine) => line.startsWith(mine.slice(0, mine.indexOf('=') + 1))),
    );
  return [
    await writeIfChanged(
      'Settings apps/angular/public/logto.json',
      join(folder, 'angular/public/logto.json'),
      `${JSON.stringify(angular, null, 2)}\n`,
    ),
    await writeIfChanged(
      'Settings apps/nextjs/.env.local',
      environment,
      `${[...own, ...others].join('\n')}\n`,
    ),
  ];
}

async function writeIfChanged(subject: string, file: string, content: string): Promise<Change> {
  const before = await readIfThere(file);
  if (before === content) {
    return { subject, action: 'none' };
  }
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content, { mode: 0o600 });
  return { subject, action: before ? 'update' : 'create' };
}

async function readIfThere(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') {
      return '';
    }
    throw error;
  });
}
