import { rmSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPages } from '../check.ts';
import { frameworks } from '../framework.ts';
import { Repository } from '../repository.ts';
import { makesProject } from '../run/commands.ts';
import { ReaderError } from '../run/reader-error.ts';
import { runGuide } from '../run/run-guide.ts';
import { readSteps } from '../run/steps.ts';
import { Terminal } from '../run/terminal.ts';
import type { Mutation } from './mutation.ts';

export interface Verdict {
  mutation: string;
  /** Which check failed; `undefined` when none did. */
  caughtBy: 'docs:check' | 'docs:run' | undefined;
  says: string;
  seconds: number;
}

/** Makes a mistake in memory, and has first the quick check and then a reader look for it. */
export async function judge(mutation: Mutation, withRun: boolean): Promise<Verdict> {
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  const repository = new Repository();
  mutation.apply(repository);
  if (mutation.synced) {
    // As docs:sync does it: what is generated follows, and empty hashes are filled in.
    await checkPages(repository);
    acceptTranslations(repository, mutation);
    await checkPages(repository);
  }
  const { stale, problems } = await checkPages(repository);
  const [first] = [...problems, ...stale];
  if (first) {
    const says = `${first.file}:${first.line}: ${first.message}`;
    return { mutation: mutation.name, caughtBy: 'docs:check', says, seconds: seconds() };
  }
  const { guide } = mutation;
  const usualPort = frameworks.find((one) => one.guide === guide)?.usualPort;
  if (!withRun || !guide || !usualPort) {
    return {
      mutation: mutation.name,
      caughtBy: undefined,
      says: 'docs:check says nothing',
      seconds: seconds(),
    };
  }
  const folder = await mkdtemp(join(tmpdir(), 'guide-'));
  try {
    const text = repository.read(`docs/en/${guide}.md`) ?? '';
    await cp(await prepare(guide), folder, { recursive: true, verbatimSymlinks: true });
    await runGuide({ text, folder, usualPort, prepared: true });
    return {
      mutation: mutation.name,
      caughtBy: undefined,
      says: 'a reader gets to the end',
      seconds: seconds(),
    };
  } catch (error) {
    if (!(error instanceof ReaderError)) {
      throw error;
    }
    const says = error.message.split('\n')[0] ?? '';
    return { mutation: mutation.name, caughtBy: 'docs:run', says, seconds: seconds() };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const prepared = new Map<string, Promise<string>>();

/** What the commands of the right page make, once for all mutations of a guide. @returns the folder. */
function prepare(guide: string): Promise<string> {
  const known = prepared.get(guide) ?? runCommands(guide);
  prepared.set(guide, known);
  return known;
}

async function runCommands(guide: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `guide-${guide}-`));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const terminal = new Terminal(folder);
  const steps = readSteps(new Repository().read(`docs/en/${guide}.md`) ?? '').flatMap(
    (chapter) => chapter.steps,
  );
  for (const step of steps) {
    if (step.kind === 'command' && makesProject(step.command)) {
      await terminal.run(step.command, step.line);
    }
  }
  return folder;
}

/** Somebody who takes a step out in every language also says that the translation is right. */
function acceptTranslations(repository: Repository, { guide }: Mutation): void {
  const file = `docs/zh-CN/${guide}.md`;
  const text = repository.read(file);
  if (text) {
    repository.replace(file, text.replace(/<!-- en: \w+ -->/g, '<!-- en: -->'));
  }
}
