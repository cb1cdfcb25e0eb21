import { createTwoFilesPatch } from 'diff';
import { languages, pagesOf, type Repository } from '../repository.ts';
import { logtoConsole } from './logto-console.ts';
import { type Files, logtoDocs } from './logto-docs.ts';
import { toMdx } from './mdx.ts';
import { plainMarkdown } from './plain.ts';

/** Every published form of the pages, by its path below the folder of the export. */
export function exportPages(repository: Repository, base?: Repository): Files {
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
  const overlays = {
    'logto-docs': logtoDocs(repository),
    'logto-console': logtoConsole(repository),
  };
  for (const [folder, overlay] of Object.entries(overlays)) {
    for (const [path, text] of overlay) {
      files.set(`${folder}/${path}`, text);
    }
    files.set(`${folder}.patch`, patchOf(overlay, base));
  }
  return files;
}

/** Pages lead to each other; to what is in the repository only, by name. */
function withinSite(url: string): string | undefined {
  return url.startsWith('../') ? undefined : url.replace(/\.md(#|$)/, '.mdx$1');
}

/** For `git apply`: against the files of `base`, or as new ones. */
function patchOf(overlay: Files, base: Repository | undefined): string {
  return [...overlay]
    .map(([path, text]) => {
      const before = base?.read(path);
      const from = before === undefined ? '/dev/null' : `a/${path}`;
      const patch = createTwoFilesPatch(from, `b/${path}`, before ?? '', text, '', '');
      const mode = before === undefined ? 'new file mode 100644\n' : '';
      return before === text
        ? ''
        : `diff --git a/${path} b/${path}\n${mode}${patch.split('\n').slice(1).join('\n')}`;
    })
    .join('');
}
