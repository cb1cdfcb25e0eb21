import { freePort } from '@dm-kit/processes';
import { type Placeholders, settingsValues } from '@dm-kit/provision';
import type { Sample } from '@dm-kit/samples';
import { PortTakenError } from '../errors.ts';
import type { Part } from '../part.ts';
import { type OnProgress, reported } from '../progress.ts';
import { startTogether } from '../start-together.ts';
import { startSample, startWatchedSample } from './start-sample.ts';

export interface SamplesOptions {
  samples: Sample[];
  /** `fixed`: each has its own port. */
  ports: 'fixed' | 'free';
  /** They follow changes. */
  watch: boolean;
  /** Tells Logto where the samples are, by their names; called again when that changes. */
  setUp: (urls: Record<string, string>) => Promise<Record<string, Placeholders>>;
  signal: AbortSignal;
  onProgress: OnProgress;
}

/** A sample that runs. */
export interface RunningSample {
  part: Part;
  /** What its settings are made of. */
  placeholders: Placeholders;
}

const maxTries = 3;

/** Starts all samples, by their names. A free port that somebody else took meanwhile makes it choose others. */
export async function startSamples(
  options: SamplesOptions,
): Promise<Record<string, RunningSample>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnce(options);
    } catch (error) {
      const isOver = options.ports === 'fixed' || attempt === maxTries;
      if (isOver || !(error instanceof PortTakenError)) {
        throw error;
      }
    }
  }
}

async function startOnce(options: SamplesOptions): Promise<Record<string, RunningSample>> {
  const { samples, watch, setUp, onProgress } = options;
  const placed = await Promise.all(
    samples.map(async (sample) => ({
      sample,
      port: options.ports === 'fixed' ? sample.port : await freePort(),
    })),
  );
  const urls = placed.map(({ sample, port }) => [sample.name, `http://localhost:${port}`]);
  const known = await setUp(Object.fromEntries(urls));
  const start = watch ? startWatchedSample : startSample;
  const parts = await startTogether(
    options.signal,
    ...placed.map(({ sample, port }) => (signal: AbortSignal) => {
      const settings = settingsOf(sample, known);
      return reported(onProgress, sample.application.name, (onOutput) =>
        start(sample, { port, settings, signal, onOutput }),
      );
    }),
  );
  return Object.fromEntries(
    placed.map(({ sample: { name } }, index) => {
      const [part, placeholders] = [parts[index] as Part, known[name] as Placeholders];
      return [name, { part, placeholders }];
    }),
  );
}

function settingsOf({ name, application }: Sample, known: Record<string, Placeholders>) {
  const placeholders = known[name];
  if (!placeholders) {
    throw new Error(`nobody told Logto of ${name}`);
  }
  return settingsValues(application.settings?.values ?? {}, placeholders);
}
