import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { languages, Repository } from '../repository.ts';
import { ReaderError } from '../run/reader-error.ts';
import { runGuide } from '../run/run-guide.ts';
import { FailedError, runCommand, UsageError } from './command.ts';

const help = `Follows a guide to the letter in an empty folder, with a browser, against the emulators.

  pnpm docs:run angular|nextjs|nextjs-v4 [--lang en|zh-CN] [--keep]

  --lang  which translation, en unless told
  --keep  leave the reader's folder there, and say where

Exit code 1 where a reader cannot go on, with the line of the page.
`;

const ports: Record<string, number> = { angular: 4200, nextjs: 3000, 'nextjs-v4': 3000 };

await runCommand(help, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      lang: { type: 'string', default: 'en' },
      keep: { type: 'boolean', default: false },
    },
  });
  const [guide = '', ...rest] = positionals;
  const usualPort = ports[guide];
  if (!usualPort || rest.length > 0) {
    throw new UsageError(`Which guide? ${Object.keys(ports).join(', ')}.`);
  }
  if (!languages.some((language) => language === values.lang)) {
    throw new UsageError(`--lang is one of ${languages.join(', ')}.`);
  }
  const file = `docs/${values.lang}/${guide}.md`;
  const text = new Repository().read(file);
  if (text === undefined) {
    throw new FailedError(`There is no ${file}.`);
  }
  const folder = await mkdtemp(join(tmpdir(), 'guide-'));
  const start = performance.now();
  try {
    await runGuide({
      text,
      folder,
      usualPort,
      onChapter: ({ title, steps }, seconds) =>
        console.log(`${title}: ${steps.length} steps, ${seconds.toFixed(1)} s`),
    });
    console.log(
      `${file}: followed to its end in ${((performance.now() - start) / 1000).toFixed(0)} s.`,
    );
  } catch (error) {
    if (!(error instanceof ReaderError)) {
      throw error;
    }
    throw new FailedError(`${file}:${error.line}: a reader cannot go on here: ${error.message}`);
  } finally {
    if (values.keep) {
      console.log(folder);
    } else {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }
});
