import { samplesOf } from '../drift/samples.ts';
import type { Repository } from '../repository.ts';

/** A sample, and the guide about it. */
export interface Target {
  guide: 'angular' | 'nextjs' | 'nextjs-v4';
  folder: string;
  /** What its framework publishes: package and range. */
  packages: Record<string, string>;
  /** Packages whose older version is what the guide is about. */
  keepsMajor: string[];
}

/** What keeps a package back, and why. It is looked at in every run: when it no longer holds, that is reported too. */
export const keptBack: { package: string; export: string; why: string }[] = [
  {
    package: '@logto/js',
    export: 'buildAngularAuthConfig',
    why: 'the function has moved to @logto/angular; the guide says to install 5.1.1',
  },
];

export function targetsOf(repository: Repository): Target[] {
  return samplesOf(repository)
    .filter(({ name }) => ['angular', 'nextjs', 'nextjs-v4'].includes(name))
    .map(({ name, folder }) => ({
      guide: name as Target['guide'],
      folder,
      packages: frameworkPackages(JSON.parse(repository.read(`${folder}/package.json`) ?? '{}')),
      keepsMajor: name === 'nextjs-v4' ? ['next-auth'] : [],
    }));
}

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** Dependencies, and of the tools those that come from the same hand: `@angular/cli`, `@types/react`. */
export function frameworkPackages({ dependencies = {}, devDependencies = {} }: Manifest) {
  const names = Object.keys(dependencies);
  const scopes = new Set(names.flatMap((name) => /^@[^/]+\//.exec(name)?.[0] ?? []));
  const tools = Object.entries(devDependencies).filter(
    ([name]) =>
      scopes.has(/^@[^/]+\//.exec(name)?.[0] ?? '') || names.includes(name.replace('@types/', '')),
  );
  return { ...dependencies, ...Object.fromEntries(tools) };
}
