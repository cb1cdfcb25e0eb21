import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { frameworks } from '../framework.ts';
import type { Repository } from '../repository.ts';
import { ReaderError } from '../run/reader-error.ts';
import { runGuide } from '../run/run-guide.ts';
import type { Target } from './targets.ts';
import type { Outcome } from './try-sample.ts';

/** Follows a guide with these versions in its commands. */
export async function tryGuide(
  repository: Repository,
  { guide }: Target,
  versions: Map<string, string>,
): Promise<Outcome> {
  const file = `docs/en/${guide}.md`;
  const text = withVersions(repository.read(file) ?? '', versions);
  const { usualPort } = frameworks.find((one) => one.guide === guide) ?? { usualPort: 3000 };
  const folder = await mkdtemp(join(tmpdir(), 'guide-'));
  const start = performance.now();
  const outcome = (passed: boolean, says: string) => ({
    did: `docs:run ${guide}`,
    passed,
    seconds: (performance.now() - start) / 1000,
    says,
  });
  try {
    await runGuide({ text, folder, usualPort });
    return outcome(true, '');
  } catch (error) {
    if (!(error instanceof ReaderError)) {
      throw error;
    }
    return outcome(false, `${file}:${error.line}: a reader cannot go on here: ${error.message}`);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** `npm install jose@6` becomes `npm install jose@7.0.1`; the tool that makes the project is a package as well. */
export function withVersions(text: string, versions: Map<string, string>): string {
  return text.replace(/^(npx -y |npm install ).*$/gm, (command) =>
    command.replace(/((?:@[\w-]+\/)?[\w-]+)@\d[\w.-]*/g, (spec: string, name: string) => {
      const version = versions.get(name === 'create-next-app' ? 'next' : name);
      return version ? `${name}@${version}` : spec;
    }),
  );
}
