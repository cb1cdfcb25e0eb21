import { launchOptions } from '@dm-kit/chromium';
import { chromium } from '@playwright/test';
import type { Framework } from '../framework.ts';
import { starterOf } from '../framework.ts';
import { readPublished } from '../published/read.ts';
import { Repository } from '../repository.ts';
import { isStarter } from '../run/commands.ts';
import { ReaderError } from '../run/reader-error.ts';
import { startSurroundings } from '../run/surroundings.ts';
import { Terminal } from '../run/terminal.ts';
import { Visitor } from '../run/visitor.ts';
import { addressesIn } from './addresses.ts';
import { journey } from './journey.ts';
import { commandsOf, planOf } from './plan.ts';
import { Project } from './project.ts';
import { setUpLogto } from './set-up-logto.ts';

export interface FollowOptions {
  /** Its name tells what it is written in. */
  file: string;
  text: string;
  framework: Framework;
  /** An empty folder. */
  folder: string;
  /** Called for each thing that is done, with the line of the page. */
  onStep?: (line: number, what: string) => void;
}

/**
 * Follows a page that somebody else has published, from a new project of its framework to a sign-in by e-mail code, a
 * sign-out, and a second sign-in. The page has no marks for this: its code goes where a reader would put it.
 * @throws {ReaderError} where a reader is stuck.
 */
export async function followPage(options: FollowOptions): Promise<void> {
  const { file, text, framework, folder, onStep } = options;
  const repository = new Repository();
  const addresses = addressesIn(readPublished(file, text), framework);
  const surroundings = await startSurroundings(addresses.port);
  const terminal = new Terminal(folder);
  try {
    const document = readPublished(file, surroundings.here(text));
    const last = document.blocks.at(-1)?.line ?? 1;
    const starter = commandsOf(document).some(({ command }) => isStarter(command))
      ? []
      : starterOf(repository, framework);
    for (const command of starter) {
      onStep?.(1, command);
      await terminal.run(command, 1);
    }
    const values = await setUpLogto(surroundings, repository, {
      type: framework.applicationType,
      ...addressesIn(document, framework),
      connector: planOf(document, framework, []).find((step) => step.kind === 'connector'),
    });
    const project = new Project(terminal, repository, framework, values);
    await project.apply(document, onStep);
    await project.compile(document);
    if (addresses.redirectUris.length === 0) {
      throw new ReaderError(1, 'the page names no redirect URI to enter in the Logto Console');
    }
    const home = `http://localhost:${surroundings.port}`;
    await terminal.serve(`${framework.server} -- --port ${surroundings.port}`, home, last);
    const browser = await chromium.launch(await launchOptions());
    try {
      const page = await browser.newPage({ locale: 'en-US' });
      await journey(new Visitor(page, home, surroundings.inbox), framework, last);
    } catch (error) {
      throw withServer(error, terminal, last);
    } finally {
      await browser.close();
    }
  } finally {
    await terminal.close();
    await surroundings.close();
  }
}

/** What Playwright says, or what a reader sees, with what the development server has to say of it. */
function withServer(error: unknown, terminal: Terminal, line: number): ReaderError {
  const { message } = error as Error;
  const first = error instanceof ReaderError ? message : (message.split('\n')[0] ?? '');
  const complaint = /(?:\[auth\]\[error\]|\[next-auth\]\[error\]|⨯|✘ \[ERROR\]).*/.exec(
    terminal.printed(),
  )?.[0];
  return new ReaderError(
    error instanceof ReaderError ? error.line : line,
    complaint ? `${first}; the server says: ${complaint.trim()}` : first,
  );
}
