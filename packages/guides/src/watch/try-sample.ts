import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Repository } from '../repository.ts';
import { Terminal } from '../run/terminal.ts';

/** How something came out. */
export interface Outcome {
  /** What was done: `npm run build`. */
  did: string;
  passed: boolean;
  seconds: number;
  /** The end of what it printed, where it failed. */
  says: string;
}

/** Copies a sample out, installs it with these versions, and type-checks, builds and tests it; stops where one fails. */
export async function trySample(
  { root }: Repository,
  folder: string,
  versions: Map<string, string>,
): Promise<Outcome[]> {
  const copy = await mkdtemp(join(tmpdir(), 'watch-'));
  try {
    const leave =
      /^(node_modules|dist|\.next|\.angular|\.turbo|reports|package-lock\.json|\.env\.local)$/;
    await cp(join(root, folder), copy, {
      recursive: true,
      filter: (path) => !leave.test(basename(path)),
    });
    const file = join(copy, 'package.json');
    const manifest = withVersions(JSON.parse(await readFile(file, 'utf8')), versions);
    await writeFile(file, JSON.stringify(manifest, undefined, 2));
    const scripts = ['typecheck', 'build', 'test'].filter(
      (name) => name in (manifest.scripts ?? {}),
    );
    const outcomes: Outcome[] = [];
    for (const did of ['npm install', ...scripts.map((name) => `npm run ${name}`)]) {
      const start = performance.now();
      const { code, output } = await new Terminal(copy).attempt(did, 10);
      const seconds = (performance.now() - start) / 1000;
      outcomes.push({ did, passed: code === 0, seconds, says: code === 0 ? '' : endOf(output) });
      if (code !== 0) {
        break;
      }
    }
    return outcomes;
  } finally {
    await rm(copy, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface Manifest {
  scripts?: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

/** This repository's own packages may not be published yet; no test of a sample needs them. */
function withVersions(manifest: Manifest, versions: Map<string, string>): Manifest {
  const renewed = (packages: Record<string, string> = {}) =>
    Object.fromEntries(
      Object.entries(packages)
        .filter(([name]) => !name.startsWith('@dm-kit/'))
        .map(([name, range]) => [name, versions.get(name) ?? range]),
    );
  return {
    ...manifest,
    dependencies: renewed(manifest.dependencies),
    devDependencies: renewed(manifest.devDependencies),
  };
}

function endOf(output: string): string {
  const lines = stripVTControlCharacters(output).trim().split('\n');
  const first = lines.findIndex((line) => /\berror\b|✘|\bFAIL\b/i.test(line));
  return (first >= 0 ? lines.slice(first, first + 12) : lines.slice(-12)).join('\n');
}
