import { launchOptions } from '@dm-kit/chromium';
import { chromium } from '@playwright/test';
import { Reader } from './reader.ts';
import { ReaderError } from './reader-error.ts';
import { type Chapter, readSteps } from './steps.ts';
import { startSurroundings } from './surroundings.ts';
import { Terminal } from './terminal.ts';
import { Visitor } from './visitor.ts';

export interface RunOptions {
  /** The page's Markdown. */
  text: string;
  /** An empty folder. */
  folder: string;
  /** Where the page's application usually is. */
  usualPort: number;
  /** The folder holds what the page's commands have made already: they are not run again. */
  prepared?: boolean;
  /** Called after each chapter. */
  onChapter?: (chapter: Chapter, seconds: number) => void;
}

/** Follows a guide to the letter, from an empty folder to its end. @throws {ReaderError} where a reader is stuck. */
export async function runGuide(options: RunOptions): Promise<void> {
  const { text, folder, usualPort, prepared = false, onChapter } = options;
  const surroundings = await startSurroundings(usualPort);
  const terminal = new Terminal(folder);
  const browser = await chromium.launch(await launchOptions());
  try {
    const chapters = readSteps(surroundings.here(text));
    if (!chapters.some(({ steps }) => steps.some(({ kind }) => kind === 'checkpoint'))) {
      throw new ReaderError(1, 'the page has no checkpoint');
    }
    const home = `http://localhost:${surroundings.port}`;
    const page = await browser.newPage({ locale: 'en-US' });
    const visitor = new Visitor(page, home, surroundings.inbox);
    const reader = new Reader(surroundings, terminal, visitor, home, prepared);
    for (const chapter of chapters) {
      const start = performance.now();
      for (const step of chapter.steps) {
        await reader.follow(step);
      }
      onChapter?.(chapter, (performance.now() - start) / 1000);
    }
    if (!reader.hasSignedInTwice) {
      throw new ReaderError(1, 'the page ends before its reader has signed out and in again');
    }
  } finally {
    await browser.close();
    await terminal.close();
    await surroundings.close();
  }
}
