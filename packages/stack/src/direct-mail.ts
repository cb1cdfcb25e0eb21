import { requireBuild } from './built.ts';
import type { Part } from './part.ts';
import { builtFiles } from './paths.ts';
import { startProcess } from './process/start-process.ts';
import { readyLine } from './ready-line.ts';

export const directMailName = 'Direct Mail emulator';

export interface DirectMailOptions {
  /** 0: a free one. */
  port: number;
  signal?: AbortSignal | undefined;
  onOutput?: ((line: string) => void) | undefined;
}

/** Starts the Direct Mail emulator; `url` is its inbox and its API. */
export async function startDirectMail({ port, ...options }: DirectMailOptions): Promise<Part> {
  requireBuild(directMailName, builtFiles.directMail);
  const { ready, ...running } = await startProcess<{ url: string }>({
    ...options,
    name: directMailName,
    command: ['node', builtFiles.directMail, '--port', String(port), '--json'],
    port,
    ready: { line: readyLine },
  });
  return { ...running, url: ready.url };
}
