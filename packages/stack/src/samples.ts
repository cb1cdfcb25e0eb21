import type { SampleSettings } from '@dm-kit/provision';
import { type AngularPart, angularName, startAngular } from './angular.ts';
import { startAngularDevServer } from './angular-dev-server.ts';
import { PortTakenError } from './errors.ts';
import { type NextjsEnvironment, nextjsName, startNextjs } from './nextjs.ts';
import type { Part } from './part.ts';
import { freePort, type Ports } from './ports.ts';
import { type OnProgress, reported } from './progress.ts';
import { startTogether } from './start-together.ts';

export interface Settings {
  angular: SampleSettings['angular'];
  nextjs: NextjsEnvironment;
}

export interface SamplesOptions {
  /** 0: a free one. */
  ports: Pick<Ports, 'angular' | 'nextjs'>;
  /** Tells Logto where the samples are; called again when that changes. */
  setUp: (urls: { angular: string; nextjs: string }) => Promise<Settings>;
  signal: AbortSignal;
  onProgress: OnProgress;
}

export interface Samples {
  angular: Part;
  nextjs: Part;
  settings: Settings;
}

const maxTries = 3;

/** Starts the production builds of both samples. */
export async function startSamples(options: SamplesOptions): Promise<Samples> {
  const { ports, onProgress } = options;
  // It listens before Logto is told: its address is a redirect URI.
  const angular = await reported(onProgress, angularName, () =>
    startAngular({ port: ports.angular }),
  );
  try {
    const { nextjs, settings } = await startNextjsSomewhere(options, angular);
    return { angular, nextjs, settings };
  } catch (error) {
    await angular.stop();
    throw error;
  }
}

/** A free port may be taken by the time that Next.js listens on it: then Logto is told of another one. */
async function startNextjsSomewhere(
  { ports, setUp, signal, onProgress }: SamplesOptions,
  angular: AngularPart,
): Promise<{ nextjs: Part; settings: Settings }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = ports.nextjs || (await freePort());
    const settings = await setUp({ angular: angular.url, nextjs: `http://localhost:${port}` });
    angular.use(settings.angular);
    try {
      const nextjs = await reported(onProgress, nextjsName, (onOutput) =>
        startNextjs({ port, env: settings.nextjs, signal, onOutput }),
      );
      return { nextjs, settings };
    } catch (error) {
      const again = error instanceof PortTakenError && ports.nextjs === 0 && attempt < maxTries;
      if (!again) {
        throw error;
      }
    }
  }
}

/** Starts both samples in watch mode. They read the local settings, which `setUp` has written by then. */
export async function startWatchedSamples({
  ports,
  setUp,
  onProgress,
  ...options
}: SamplesOptions): Promise<Samples> {
  const settings = await setUp({
    angular: `http://localhost:${ports.angular}`,
    nextjs: `http://localhost:${ports.nextjs}`,
  });
  const [angular, nextjs] = await startTogether(
    options.signal,
    (signal) =>
      reported(onProgress, angularName, (onOutput) =>
        startAngularDevServer({ port: ports.angular, signal, onOutput }),
      ),
    (signal) =>
      reported(onProgress, nextjsName, (onOutput) =>
        startNextjs({ port: ports.nextjs, env: settings.nextjs, watch: true, signal, onOutput }),
      ),
  );
  return { angular, nextjs, settings };
}
