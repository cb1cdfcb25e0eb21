import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { SampleSettings } from '@dm-kit/provision';
import { requireBuild } from './built.ts';
import type { Part } from './part.ts';
import { builtFiles, sampleFolders } from './paths.ts';
import { startProcess } from './process/start-process.ts';

export const nextjsName = 'Next.js sample';

/** Environment of the Next.js sample. One that is left out comes from `.env.local`; to have none, give ''. */
export type NextjsEnvironment = Partial<SampleSettings['nextjs']> & { AUTH_SECRET?: string };

export interface NextjsOptions {
  /** Not 0: `AUTH_URL` and the redirect URI name it. */
  port: number;
  env: NextjsEnvironment;
  /** `next dev` instead of the production build. */
  watch?: boolean | undefined;
  signal?: AbortSignal | undefined;
  onOutput?: ((line: string) => void) | undefined;
}

/** Starts the Next.js sample; its settings come in its environment, so one build works with any Logto. */
export async function startNextjs({
  port,
  env,
  watch = false,
  ...options
}: NextjsOptions): Promise<Part> {
  if (!watch) {
    requireBuild(nextjsName, join(builtFiles.nextjs, 'BUILD_ID'));
  }
  const manifest = createRequire(join(sampleFolders.nextjs, 'package.json'));
  const url = `http://localhost:${port}`;
  const { ready: _, ...process } = await startProcess({
    ...options,
    name: nextjsName,
    command: [
      'node',
      manifest.resolve('next/dist/bin/next'),
      watch ? 'dev' : 'start',
      '--hostname',
      '127.0.0.1',
      '--port',
      String(port),
    ],
    cwd: sampleFolders.nextjs,
    env: { AUTH_URL: url, ...env, NEXT_TELEMETRY_DISABLED: '1' },
    port,
    ready: { url },
    deadline: watch ? 120 : 30,
  });
  return { ...process, url };
}
