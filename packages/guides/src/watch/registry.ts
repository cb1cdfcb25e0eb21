import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import semver from 'semver';

/** What a registry has of a package. */
export interface Published {
  versions: string[];
  tags: Record<string, string>;
}

/** Which of a package's versions to try: the newest stable ones, or those to come. */
export type Channel = 'latest' | 'next';

/** Asks the registry that npm uses. @throws when it does not know the package. */
export async function published(name: string): Promise<Published> {
  const { stdout } = await promisify(execFile)(
    'npm',
    ['view', name, 'versions', 'dist-tags', '--json'],
    { maxBuffer: 64e6 },
  );
  const { versions, 'dist-tags': tags } = JSON.parse(stdout);
  return { versions: [versions].flat(), tags };
}

/**
 * The version to try instead of what stands in a manifest. Where that is a prerelease, its line goes on; `keepMajor` is for a
 * guide about an older version. @returns `undefined` when there is nothing newer.
 */
export function newest(
  range: string,
  { versions, tags }: Published,
  channel: Channel,
  keepMajor = false,
): string | undefined {
  const here = semver.minVersion(range);
  if (!here) {
    return undefined;
  }
  const isLine = (version: string) => semver.major(version) === here.major;
  const coming = [tags.next, tags.beta, tags.rc].flatMap((version) => version ?? []);
  const candidates = [
    tags.latest ?? '',
    ...(channel === 'next' ? coming : []),
    ...(here.prerelease.length > 0 || keepMajor ? versions.filter(isLine) : []),
  ].filter((version) => semver.valid(version) && (!keepMajor || isLine(version)));
  const stable = candidates.filter(
    (version) => channel === 'next' || here.prerelease.length > 0 || !semver.prerelease(version),
  );
  const [best] = stable.sort(semver.rcompare);
  return best && semver.gt(best, here) ? best : undefined;
}
