import semver from 'semver';
import type { Repository } from '../repository.ts';
import { type Gone, goneFrom } from './compare-exports.ts';
import { type Import, importsOf, packageOf } from './imports.ts';
import { type Channel, newest, type Published, published } from './registry.ts';
import { keptBack, type Target } from './targets.ts';
import { tryGuide } from './try-guide.ts';
import { type Outcome, trySample } from './try-sample.ts';

/** A package, the range that a sample has, and the version to try; one that is kept back is only looked at. */
export interface PackageChange {
  name: string;
  here: string;
  now: string;
  isKeptBack: boolean;
}

/** What became of a sample and its guide with the newest versions. */
export interface Watched {
  target: Target;
  changes: PackageChange[];
  gone: Gone[];
  outcomes: Outcome[];
  /** When something failed with all of them: the packages with which alone it fails as well. */
  blamed: string[];
}

export interface WatchOptions {
  /** Only compare what packages export; install and run nothing of the samples. */
  exportsOnly?: boolean;
  onProgress?: (what: string) => void;
}

const asked = new Map<string, Promise<Published>>();

function ask(name: string): Promise<Published> {
  const known = asked.get(name) ?? published(name);
  asked.set(name, known);
  return known;
}

/** What is newer than what a sample has. */
export async function changesOf(
  { packages, keepsMajor }: Target,
  channel: Channel,
): Promise<PackageChange[]> {
  const all = await Promise.all(
    Object.entries(packages).map(async ([name, here]) => {
      const now = newest(here, await ask(name), channel, keepsMajor.includes(name));
      const isKeptBack = keptBack.some((one) => one.package === name);
      return now ? [{ name, here, now, isKeptBack }] : [];
    }),
  );
  return all.flat();
}

/** Tries a sample and its guide with these versions. */
export async function watch(
  repository: Repository,
  target: Target,
  changes: PackageChange[],
  { exportsOnly = false, onProgress }: WatchOptions = {},
): Promise<Watched> {
  const imports = importsOf(repository, target.folder);
  const gone: Gone[] = [];
  for (const { name, here, now } of changes) {
    onProgress?.(`${target.guide}: what ${name} ${now} exports`);
    gone.push(...(await goneSince(name, here, now, imports)));
  }
  const tried = changes.filter(({ isKeptBack }) => !isKeptBack);
  if (exportsOnly) {
    return { target, changes, gone, outcomes: [], blamed: [] };
  }
  const versions = new Map(tried.map(({ name, now }) => [name, now]));
  onProgress?.(`${target.folder}: install, type check, build, test`);
  const outcomes = await trySample(repository, target.folder, versions);
  const failed = outcomes.find(({ passed }) => !passed);
  const blamed = failed ? await blame(repository, target, versions, failed.did) : [];
  onProgress?.(`docs:run ${target.guide}`);
  outcomes.push(await tryGuide(repository, target, versions));
  return { target, changes, gone, outcomes, blamed };
}

/** Imports of a package that this version does not answer. */
export async function goneSince(
  name: string,
  here: string,
  now: string,
  imports: Import[],
): Promise<Gone[]> {
  const own = imports.filter(({ from }) => packageOf(from) === name);
  if (own.length === 0) {
    return [];
  }
  const first = semver.minVersion(here)?.version ?? here;
  const { versions } = await ask(name);
  const between = versions.filter(
    (one) => semver.gt(one, first) && semver.lt(one, now) && !semver.prerelease(one),
  );
  return goneFrom(name, own, { here: first, newest: now, between });
}

/** Tries each package alone, those of one scope together. */
async function blame(
  repository: Repository,
  { folder }: Target,
  versions: Map<string, string>,
  did: string,
) {
  const groups = new Map<string, [string, string][]>();
  for (const [name, version] of versions) {
    const key = /^@[^/]+\//.exec(name)?.[0] ?? name;
    groups.set(key, [...(groups.get(key) ?? []), [name, version]]);
  }
  const blamed: string[] = [];
  for (const group of groups.size > 1 ? groups.values() : []) {
    const outcomes = await trySample(repository, folder, new Map(group));
    if (outcomes.some((one) => one.did === did && !one.passed)) {
      blamed.push(...group.map(([name, version]) => `${name} ${version}`));
    }
  }
  return blamed;
}
