import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rolldown } from 'tsdown';

/** Plug-in of the bundler: the licences of the packages in the bundle go with it, as they ask for. */
export const licensesPlugin: Rolldown.Plugin = {
  name: 'licenses',
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((file) =>
      file.type === 'chunk' ? file.moduleIds : [],
    );
    const folders = modules.map((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0]);
    const notices = [...new Set(folders)].filter((folder) => folder !== undefined).map(noticeOf);
    const source = [...new Set(notices)].sort().join('\n\n---\n\n');
    this.emitFile({ type: 'asset', fileName: 'third-party-licenses.txt', source: `${source}\n` });
  },
};

function noticeOf(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  const path = join(folder, file ?? '');
  const text = file && existsSync(path) ? readFileSync(path, 'utf8').trim() : manifest.license;
  return `${manifest.name} ${manifest.version}\n\n${text}`;
}
