import { join } from 'node:path';
import type { Part } from './part.ts';
import { ROOT } from './paths.ts';
import { startProcess } from './process/start-process.ts';
import { type OnProgress, reported } from './progress.ts';
import { startTogether } from './start-together.ts';

const FOLDERS = ['connector-aliyun-dm', 'direct-mail-emulator', 'logto-emulator'];

/** Builds the published packages again whenever their sources change; ready after the first build. */
export async function startRebuilding(
  onProgress: OnProgress,
  interrupted: AbortSignal,
): Promise<Part[]> {
  return startTogether(
    interrupted,
    ...FOLDERS.map((folder) => (signal: AbortSignal) => rebuild(folder, onProgress, signal)),
  );
}

function rebuild(folder: string, onProgress: OnProgress, signal: AbortSignal): Promise<Part> {
  const cwd = join(ROOT, 'packages', folder);
  return reported(onProgress, `Build of ${folder}`, async (onOutput) => {
    const { ready: _, ...process } = await startProcess<true>({
      name: `build of ${folder}`,
      // An emulator that starts again must not find an empty folder.
      command: [join(cwd, 'node_modules/.bin/tsdown'), '--watch', '--no-clean'],
      cwd,
      port: 0,
      ready: { line: (line) => /build complete/i.test(line) || undefined },
      deadline: 120,
      signal,
      onOutput,
    });
    return { ...process, url: '' };
  });
}
