import { readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { followPage } from '../follow/follow-page.ts';
import { type Framework, frameworkOf, frameworks } from '../framework.ts';
import { readPublished } from '../published/read.ts';
import { languages, Repository } from '../repository.ts';
import { ReaderError } from '../run/reader-error.ts';
import { runGuide } from '../run/run-guide.ts';
import type { Chapter } from '../run/steps.ts';
import { FailedError, runCommand, UsageError } from './command.ts';

const help = `Follows a guide to the letter in an empty folder, with a browser, against the emulators.

  pnpm docs:run angular|nextjs|nextjs-v4 [--lang en|zh-CN] [--keep]
  pnpm docs:run [angular|nextjs|nextjs-v4] --page FILE [--keep]

  --lang  which translation, en unless told
  --page  a page that somebody else has published (Markdown, MDX, HTML, or plain text of one) instead of the kit's own;
          its packages are installed and its code is run. What it is about shows in its code, unless you name it
  --keep  leave the reader's folder there, and say where

Exit code 1 where a reader cannot go on, with the line of the page.
`;

const guides: string[] = frameworks.map(({ guide }) => guide);

await runCommand(help, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      lang: { type: 'string' },
      page: { type: 'string' },
      keep: { type: 'boolean', default: false },
    },
  });
  const [guide, ...rest] = positionals;
  if (rest.length > 0 || (guide && !guides.includes(guide)) || (!guide && !values.page)) {
    throw new UsageError(`Which guide? ${guides.join(', ')}.`);
  }
  if (values.lang && values.page) {
    throw new UsageError('--lang is for the guides of this kit; --page has a language of its own.');
  }
  const { file, text, framework } = values.page
    ? readPage(values.page, guide)
    : readGuide(guide ?? '', values.lang ?? 'en');
  const folder = await mkdtemp(join(tmpdir(), 'guide-'));
  const start = performance.now();
  try {
    if (values.page) {
      const onStep = (line: number, what: string) => console.log(`${file}:${line}: ${what}`);
      await followPage({ file, text, framework, folder, onStep });
    } else {
      const onChapter = ({ title, steps }: Chapter, seconds: number) =>
        console.log(`${title}: ${steps.length} steps, ${seconds.toFixed(1)} s`);
      await runGuide({ text, folder, usualPort: framework.usualPort, onChapter });
    }
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

interface Page {
  file: string;
  text: string;
  framework: Framework;
}

function readGuide(guide: string, language: string): Page {
  if (!languages.some((known) => known === language)) {
    throw new UsageError(`--lang is one of ${languages.join(', ')}.`);
  }
  const file = `docs/${language}/${guide}.md`;
  const text = new Repository().read(file);
  if (text === undefined) {
    throw new FailedError(`There is no ${file}.`);
  }
  return { file, text, framework: frameworkNamed(guide) };
}

function readPage(file: string, guide: string | undefined): Page {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    throw new UsageError(`There is no file ${file}.`);
  }
  const text = readFileSync(file, 'utf8');
  const document = readPublished(file, text);
  if (document.blocks.length === 0) {
    throw new UsageError(`${file} has no code: there is nothing to follow.`);
  }
  const framework = guide ? frameworkNamed(guide) : frameworkOf(document);
  if (!framework) {
    const names = guides.join(', ');
    throw new UsageError(
      `${file} uses neither angular-auth-oidc-client nor next-auth; which of ${names} is it about? Name it before --page.`,
    );
  }
  return { file, text, framework };
}

function frameworkNamed(guide: string): Framework {
  return frameworks.find((framework) => framework.guide === guide) as Framework;
}
