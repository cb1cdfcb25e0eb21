import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Language, languages, pagesOf, type Repository } from '../repository.ts';
import { pageOf } from './chapters.ts';
import type { Files } from './files.ts';
import { logtoConsole } from './logto-console.ts';
import { logtoDocs } from './logto-docs.ts';
import { englishId, toMdx } from './mdx.ts';
import { patchOf } from './patch.ts';
import { plainMarkdown } from './plain.ts';

/** The other repositories that files are made for, by the name of their folder in the export. */
const overlays = { 'logto-docs': logtoDocs, 'logto-console': logtoConsole };

/**
 * Every published form of the pages, by its path below the folder of the export.
 *
 * @param bases checkouts of other repositories: the patches are against their files.
 */
export function exportPages(repository: Repository, bases: string[] = []): Files {
  const files: Files = new Map();
  for (const language of languages) {
    for (const file of pagesOf(repository, language).filter((name) => !name.includes('/parts/'))) {
      const { text, english } = pageOf(repository, language, posix.basename(file, '.md'));
      const name = file.replace('docs/', '').replace(/\.md$/, '');
      files.set(`markdown/${name}.md`, plainMarkdown(text));
      const link = (url: string) => withinSite(repository, language, file, url);
      files.set(`mdx/${name}.mdx`, toMdx(text, { english, link }));
    }
  }
  for (const image of repository.find('docs/images/*.png')) {
    const content = readFileSync(join(repository.root, image));
    const name = image.replace('docs/', '');
    files.set(`markdown/${name}`, content);
    files.set(`mdx/${name}`, content);
  }
  for (const [folder, make] of Object.entries(overlays)) {
    const overlay = make(repository);
    for (const [path, content] of overlay) {
      files.set(`${folder}/${path}`, content);
    }
    files.set(
      `${folder}.patch`,
      patchOf(overlay, (path) => readFrom(bases, path)),
    );
  }
  return files;
}

/** Pages lead to each other; to what is in the repository only, by name. */
function withinSite(
  repository: Repository,
  language: Language,
  file: string,
  url: string,
): string | undefined {
  if (url.startsWith('../')) {
    return undefined;
  }
  const [path = '', anchor] = url.split('#');
  const page = pageOf(repository, language, posix.basename(path || file, '.md'));
  return path.replace(/\.md$/, '.mdx') + (anchor ? `#${englishId(page, anchor)}` : '');
}

function readFrom(folders: string[], path: string): Buffer | undefined {
  const file = folders.map((folder) => join(folder, path)).find(existsSync);
  return file === undefined ? undefined : readFileSync(file);
}
