import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages, pagesOf, type Repository } from '../repository.ts';
import type { Files } from './files.ts';
import { logtoConsole } from './logto-console.ts';
import { logtoDocs } from './logto-docs.ts';
import { toMdx } from './mdx.ts';
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
      const text = repository.read(file) ?? '';
      const english = repository.read(file.replace(`docs/${language}/`, 'docs/en/')) ?? '';
      const name = file.replace('docs/', '').replace(/\.md$/, '');
      files.set(`markdown/${name}.md`, plainMarkdown(text));
      files.set(`mdx/${name}.mdx`, toMdx(text, { english, link: withinSite }));
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
function withinSite(url: string): string | undefined {
  return url.startsWith('../') ? undefined : url.replace(/\.md(#|$)/, '.mdx$1');
}

function readFrom(folders: string[], path: string): Buffer | undefined {
  const file = folders.map((folder) => join(folder, path)).find(existsSync);
  return file === undefined ? undefined : readFileSync(file);
}
