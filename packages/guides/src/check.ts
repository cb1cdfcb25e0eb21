import { gapsOf } from './pages/gaps.ts';
import { linkProblems } from './pages/links.ts';
import type { SnippetReference } from './pages/snippet.ts';
import { sourceProblems, versionProblems } from './pages/sources.ts';
import { syncPage } from './pages/sync-page.ts';
import { translationProblems, withHashes } from './pages/translation.ts';
import type { Problem } from './problem.ts';
import { languages, pagesOf, type Repository } from './repository.ts';

/** All pages as they should be, and everything that is wrong. */
export interface Checked {
  /** The files whose text changes, with that text. */
  changed: Map<string, string>;
  /** What `docs:sync` mends. */
  stale: Problem[];
  /** What a person has to mend. */
  problems: Problem[];
}

/** Reads every page of every language and all that they quote; writes nothing. */
export async function checkPages(repository: Repository): Promise<Checked> {
  const changed = new Map<string, string>();
  const stale: Problem[] = [];
  const problems: Problem[] = [];
  const quoted: SnippetReference[] = [];
  const pages: { file: string; text: string }[] = [];

  for (const language of languages) {
    for (const file of pagesOf(repository, language)) {
      const before = repository.read(file) ?? '';
      const page = await syncPage(repository, file);
      const text =
        language === 'en' ? page.text : withHashes(english(repository, file) ?? '', page.text);
      if (text !== before) {
        changed.set(file, text);
        // A page that includes this one reads it as it will be.
        repository.replace(file, text);
      }
      stale.push(...page.stale);
      problems.push(...page.problems);
      // A part is read where it is included, and so are its links.
      if (!file.includes('/parts/')) {
        problems.push(...linkProblems(repository, file, text));
      }
      if (language === 'en') {
        quoted.push(...page.quoted);
        problems.push(...gapsOf(repository, file, text, page.quoted));
      }
      pages.push({ file, text });
    }
  }
  problems.push(...languageProblems(repository, pages));
  problems.push(...sourceProblems(repository, quoted, pages), ...versionProblems(repository));
  return { changed, stale, problems };
}

function english(repository: Repository, file: string): string | undefined {
  return repository.read(file.replace(/^docs\/[^/]+\//, 'docs/en/'));
}

/** Every page is there in every language, with the same code, and translates what the English page says now. */
function languageProblems(
  repository: Repository,
  pages: { file: string; text: string }[],
): Problem[] {
  return pagesOf(repository, 'en').flatMap((file) =>
    languages.slice(1).flatMap((language) => {
      const other = file.replace('docs/en/', `docs/${language}/`);
      const translated = pages.find((page) => page.file === other);
      const original = pages.find((page) => page.file === file);
      if (!translated || !original) {
        return [{ file, line: 1, message: `${other} is missing` }];
      }
      return translationProblems(original, translated);
    }),
  );
}
