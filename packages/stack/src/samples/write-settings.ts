import { join, relative } from 'node:path';
import {
  type Change,
  type Placeholders,
  readSettings,
  settingsValues,
  writeSettings,
} from '@dm-kit/provision';
import { type Sample, samples } from '@dm-kit/samples';
import { repositoryRoot } from '../paths.ts';

/** Writes the settings file of each sample that Logto knows, so that one can be started by hand. */
export async function writeSampleSettings(
  all: Sample[],
  known: Record<string, Placeholders>,
): Promise<Change[]> {
  const changes: Change[] = [];
  for (const { name, folder, application } of all) {
    const { settings } = application;
    const placeholders = known[name];
    if (settings && placeholders) {
      const file = join(folder, settings.file);
      const before = await readSettings(file);
      const values = settingsValues(settings.values, placeholders, before.values);
      const subject = `Settings ${relative(repositoryRoot, file)}`;
      changes.push(await writeSettings(file, values, subject));
    }
  }
  return changes;
}

/** Where compose.scale.yaml has the settings of its Next.js replicas from. */
const replicaSettings = join(repositoryRoot, 'packages/stack/dist/nextjs.env');

/** Writes them: `.env.local` of the sample may be a developer's own. */
export async function writeReplicaSettings(known: Record<string, Placeholders>): Promise<void> {
  const sample = samples.find(({ name }) => name === 'nextjs');
  if (sample?.application.settings && known.nextjs) {
    const before = await readSettings(replicaSettings);
    const values = settingsValues(sample.application.settings.values, known.nextjs, before.values);
    await writeSettings(replicaSettings, values);
  }
}
