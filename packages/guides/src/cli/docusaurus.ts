import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { layOut } from '../docusaurus/lay-out.ts';
import { repositoryRoot } from '../repository.ts';
import { FailedError, runCommand, UsageError } from './command.ts';

const help = `Builds a Docusaurus site out of what docs:export writes, in the version, with the import paths and with the
strictness of Logto's documentation: a broken link, anchor, image or import fails. Installs Docusaurus from npm.

  pnpm docs:docusaurus [--export FOLDER] [--base CHECKOUT]…

  --export  an export that is there already; without it, one is made, twice, and the second has to change nothing
  --base    a checkout of logto-io/docs or logto-io/logto, to whose files the patches have to apply

The site is written to packages/guides/dist/docusaurus.
`;

const folder = join(repositoryRoot, 'packages/guides/dist/docusaurus');
const standIns = join(repositoryRoot, 'packages/guides/docusaurus');
const site = join(folder, 'site');

await runCommand(help, async () => {
  const { values } = parseArgs({
    options: { export: { type: 'string' }, base: { type: 'string', multiple: true } },
  });
  const { export: given, base = [] } = values;
  if (given && !existsSync(join(given, 'logto-docs'))) {
    throw new UsageError(`There is no export in ${given}.`);
  }
  const exported = given ? resolve(given) : exportTwice(base);
  for (const checkout of base) {
    const patch = existsSync(join(checkout, 'packages')) ? 'logto-console' : 'logto-docs';
    run('git', ['apply', '--check', join(exported, `${patch}.patch`)], checkout);
    console.log(`${patch}.patch applies to ${checkout}`);
  }
  install();
  rmSync(site, { recursive: true, force: true });
  layOut(site, standIns, exported);
  run(
    process.execPath,
    [join(folder, 'node_modules/@docusaurus/core/bin/docusaurus.mjs'), 'build'],
    site,
  );
  const pages = globSync('**/*.html', { cwd: join(site, 'build') });
  console.log(`${pages.length} pages, no broken link, anchor, image or import`);
});

function exportTwice(base: string[]): string {
  const [first, second] = ['export', 'export-again'].map((name) => {
    const out = join(folder, name);
    const bases = base.flatMap((checkout) => ['--base', checkout]);
    run(process.execPath, [join(import.meta.dirname, 'export.ts'), '--out', out, ...bases]);
    return out;
  }) as [string, string];
  run('git', ['diff', '--no-index', '--stat', first, second]);
  return first;
}

/** Into the folder above the site, once for each set of versions. */
function install(): void {
  const manifest = readFileSync(join(standIns, 'package.json'));
  const before = join(folder, 'package.json');
  if (existsSync(before) && readFileSync(before).equals(manifest)) {
    return;
  }
  rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(standIns, 'package.json'), before);
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
  } catch {
    rmSync(before);
    throw new FailedError('npm could not install Docusaurus.');
  }
}

function run(command: string, args: string[], cwd?: string): void {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (status !== 0) {
    throw new FailedError(`${command} ${args.join(' ')} failed.`);
  }
}
