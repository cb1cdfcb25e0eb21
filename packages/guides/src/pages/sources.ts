import { readRegions } from '@dm-kit/regions';
import type { Problem } from '../problem.ts';
import type { Repository } from '../repository.ts';
import type { SnippetReference } from './snippet.ts';

const quotable = ['apps/*/**/*.{ts,tsx,html,mjs,sh}', 'apps/*/.env.example', 'docs/code/**/*.*'];

/**
 * What is wrong on the side of the code: markers that do not close, regions that no page quotes, a
 * hardening that no page describes, a version that is not the sample's.
 */
export function sourceProblems(
  repository: Repository,
  quoted: SnippetReference[],
  pages: { file: string; text: string }[],
): Problem[] {
  const known = new Set<string>();
  const found = repository.find(...quotable).flatMap((file) => {
    const { regions, problems } = readRegions(repository.read(file) ?? '');
    for (const { hardening, name } of regions) {
      if (hardening) {
        known.add(name);
      }
    }
    const used = new Set(quoted.filter((q) => q.file === file).map((q) => q.region));
    const unused = regions
      .filter(({ hardening, name }) =>
        hardening ? !isDescribed(name, pages) : !used.has(name) && !used.has(undefined),
      )
      .map(({ hardening, name, start: line }) => ({
        file,
        line,
        message: hardening
          ? `docs/en/hardening.md says nothing of the hardening \`${name}\``
          : `no page quotes the region "${name}"`,
      }));
    return [...problems.map((problem) => ({ file, ...problem })), ...unused];
  });
  return [...found, ...describedInVain(known, pages)];
}

/** Items of the page about hardening whose hardening is gone: `- `name` (…): …`. */
function describedInVain(known: Set<string>, pages: { file: string; text: string }[]): Problem[] {
  const file = 'docs/en/hardening.md';
  const lines = pages.find((page) => page.file === file)?.text.split('\n') ?? [];
  return lines.flatMap((text, index) => {
    const names = /^- ((?:`[\w-]+`[^:.]*)+)/.exec(text)?.[1]?.match(/(?<=`)[\w-]+(?=`)/g) ?? [];
    return names
      .filter((name) => !known.has(name))
      .map((name) => ({ file, line: index + 1, message: `no sample has a hardening \`${name}\`` }));
  });
}

function isDescribed(name: string, pages: { file: string; text: string }[]): boolean {
  const hardening = pages.find(({ file }) => file === 'docs/en/hardening.md');
  return hardening?.text.includes(`\`${name}\``) ?? true;
}

/** `docs/code/angular/commands.sh` installs what `apps/angular/package.json` names, in that version. */
export function versionProblems(repository: Repository): Problem[] {
  return repository.find('docs/code/*/*.sh').flatMap((file) => {
    const sample = file.split('/')[2] ?? '';
    const manifest =
      repository.read(`docs/code/${sample}/package.json`) ??
      repository.read(`apps/${sample}/package.json`);
    const { dependencies = {}, devDependencies = {} } = JSON.parse(manifest ?? '{}');
    const wanted: Record<string, string> = { ...devDependencies, ...dependencies };
    const lines = (repository.read(file) ?? '').split('\n');
    return lines.flatMap((text, index) =>
      [...text.matchAll(/(?<=\s)((?:@[\w-]+\/)?[\w-]+)@(\d[\w.-]*)/g)].flatMap(
        ([, name = '', version = '']) => {
          const range = wanted[name]?.replace(/^[\^~]/, '');
          return !range || range === version || range.startsWith(`${version}.`)
            ? []
            : [
                {
                  file,
                  line: index + 1,
                  message: `${name}@${version}, where the sample has ${wanted[name]}`,
                },
              ];
        },
      ),
    );
  });
}
