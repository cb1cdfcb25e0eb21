import { writeFileSync } from 'node:fs';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { Repository } from '../repository.ts';
import { importsOf } from '../watch/imports.ts';
import { published } from '../watch/registry.ts';
import { brokenBy, report } from '../watch/report.ts';
import { targetsOf } from '../watch/targets.ts';
import { changesOf, goneSince, type Watched, watch } from '../watch/watch.ts';
import { FailedError, runCommand, UsageError } from './command.ts';

const help = `Tries every sample and guide with the newest versions that their frameworks have published, and with those to come
(tags next, beta and rc) where the registry has any; says which package, version and export broke what.

  pnpm docs:watch [--only angular|nextjs|nextjs-v4] [--exports] [--out FILE]
  pnpm docs:watch --package NAME [--from VERSION] [--to VERSION]

  --only     one sample and its guide
  --exports  only compare what the packages export: minutes instead of half an hour
  --out      write the report there as well
  --package  only what the samples import from this package: whether a version (the newest unless told) still has it, and
             which was the last that had

Exit code 1 when something is broken that is not known yet.
`;

await runCommand(help, async () => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      exports: { type: 'boolean', default: false },
      out: { type: 'string' },
      package: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
    },
  });
  const repository = new Repository();
  const targets = targetsOf(repository).filter(
    ({ guide }) => !values.only || guide === values.only,
  );
  if (targets.length === 0) {
    throw new UsageError('--only is one of angular, nextjs, nextjs-v4.');
  }
  if (values.package) {
    return compare(repository, values.package, values.from, values.to);
  }
  const all: Watched[] = [];
  const options = {
    exportsOnly: values.exports,
    onProgress: (what: string) => console.error(what),
  };
  for (const target of targets) {
    const stable = await changesOf(target, 'latest');
    const coming = await changesOf(target, 'next');
    const rounds = isDeepStrictEqual(stable, coming) ? [stable] : [stable, coming];
    for (const changes of rounds) {
      all.push(await watch(repository, target, changes, options));
    }
  }
  const text = report(all);
  console.log(text);
  if (values.out) {
    writeFileSync(values.out, text);
  }
  process.exitCode = brokenBy(all).length > 0 ? 1 : 0;
});

async function compare(repository: Repository, name: string, from?: string, to?: string) {
  const targets = targetsOf(repository).filter(({ packages }) => name in packages);
  const [target] = targets;
  if (!target) {
    throw new UsageError(`No sample has ${name}.`);
  }
  const now = to ?? (await published(name)).tags.latest ?? '';
  const imports = targets.flatMap(({ folder }) => importsOf(repository, folder));
  const gone = await goneSince(name, from ?? target.packages[name] ?? '', now, imports);
  for (const one of gone) {
    console.log(
      `${name} ${now} exports no ${one.export}: gone since ${one.first}, ${one.last} has it; imported in ${one.importers.join(', ')}`,
    );
  }
  if (gone.length > 0) {
    throw new FailedError(`${gone.length} of what the samples import is gone.`);
  }
  console.log(`${name} ${now} exports everything that the samples import from it.`);
}
