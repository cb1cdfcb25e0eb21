import semver from 'semver';
import { exportedBy } from './exported.ts';
import type { Import } from './imports.ts';

/** A name that code here imports, and that a newer version of the package does not have. */
export interface Gone {
  package: string;
  /** The newest version, without the name. */
  version: string;
  export: string;
  /** The last version that has it, and the first that does not. */
  last: string;
  first: string;
  /** Who imports it: `file:line`. */
  importers: string[];
}

/** Which of these imports of a package its newest version would leave without an answer, and since which version. */
export async function goneFrom(
  name: string,
  imports: Import[],
  versions: { here: string; newest: string; between: string[] },
  exported = exportedBy,
): Promise<Gone[]> {
  const modules = [...new Set(imports.map(({ from }) => from))];
  const known = new Map<string, Promise<Map<string, Set<string>>>>();
  const look = (version: string) => {
    const found = known.get(version) ?? exported(name, version, modules);
    known.set(version, found);
    return found;
  };
  const has = async (version: string, one: Import) =>
    (await look(version)).get(one.from)?.has(one.name) ?? false;
  const order = [versions.here, ...versions.between, versions.newest].sort(semver.compare);
  const gone: Gone[] = [];
  const wanted = new Map(imports.map((one) => [`${one.from} ${one.name}`, one]));
  for (const one of wanted.values()) {
    if (await has(versions.newest, one)) {
      continue;
    }
    let [last, first] = [0, order.length - 1];
    while (first - last > 1) {
      const middle = Math.floor((last + first) / 2);
      [last, first] = (await has(order[middle] ?? '', one)) ? [middle, first] : [last, middle];
    }
    const importers = imports.filter(
      ({ from, name: same }) => from === one.from && same === one.name,
    );
    gone.push({
      package: name,
      version: versions.newest,
      export: one.from === name ? one.name : `${one.name} of ${one.from}`,
      last: order[last] ?? '',
      first: order[first] ?? '',
      importers: importers.map(({ file, line }) => `${file}:${line}`),
    });
  }
  return gone;
}
