import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isJson, lendSettings } from '@dm-kit/provision';
import type { Program, Sample } from '@dm-kit/samples';
import { requireBuild } from '../built.ts';
import type { Part } from '../part.ts';
import { startProcess } from '../process/start-process.ts';
import { startStaticFiles } from './static-files.ts';

export interface StartSampleOptions {
  /** Not 0: redirect URIs name it. */
  port: number;
  /** Its settings; without, it has none, as after a clone. */
  settings: Record<string, string> | undefined;
  signal?: AbortSignal | undefined;
  onOutput?: ((line: string) => void) | undefined;
}

/** Starts the production build of a sample. Its own settings files are not read, and not touched. */
export async function startSample(sample: Sample, options: StartSampleOptions): Promise<Part> {
  const { production, application } = sample;
  const { name } = application;
  if ('files' in production) {
    return startStaticFiles({ ...production, ...options, name });
  }
  requireBuild(name, production.builtFile);
  return startProgram(sample, production, { ...options, deadline: 30 });
}

/** Starts a sample so that it follows changes. A settings file of somebody's own comes back when it stops. */
export async function startWatchedSample(
  sample: Sample,
  options: StartSampleOptions,
): Promise<Part> {
  const { settings: described } = sample.application;
  const start = () => startProgram(sample, sample.development, { ...options, deadline: 120 });
  if (!described || !options.settings || !isJson(described.file)) {
    return start();
  }
  const lent = await lendSettings(join(sample.folder, described.file), options.settings);
  const part = await start().catch(async (error: unknown) => {
    await lent.restore();
    throw error;
  });
  return {
    ...part,
    async stop() {
      await part.stop();
      await lent.restore();
    },
  };
}

async function startProgram(
  { application, folder }: Sample,
  { module, args }: Program,
  { port, settings, ...options }: StartSampleOptions & { deadline: number },
): Promise<Part> {
  const url = `http://localhost:${port}`;
  const { ready: _, ...running } = await startProcess({
    ...options,
    name: application.name,
    command: [
      'node',
      createRequire(join(folder, 'package.json')).resolve(module),
      ...args.map((arg) => arg.replaceAll('{port}', String(port))),
    ],
    cwd: folder,
    env: {
      ...(settings ?? emptySettings(application)),
      NG_CLI_ANALYTICS: 'false',
      NEXT_TELEMETRY_DISABLED: '1',
    },
    port,
    ready: { url },
    // Next.js would wait for as long as a browser holds a connection open; nothing of a sample is lost.
    secondsToEnd: 0.2,
  });
  return { ...running, url };
}

/** Empty, not absent: a developer's `.env.local` would fill the gap. */
function emptySettings({ settings }: Sample['application']): Record<string, string> {
  return Object.fromEntries(Object.keys(settings?.values ?? {}).map((name) => [name, '']));
}
