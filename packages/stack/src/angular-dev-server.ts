import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ANGULAR } from './angular.ts';
import type { Part } from './part.ts';
import { SAMPLES } from './paths.ts';
import { startProcess } from './process/start-process.ts';

export type AngularDevServerOptions = {
  port: number;
  signal?: AbortSignal | undefined;
  onOutput?: ((line: string) => void) | undefined;
};

/** Runs `ng serve`, which builds again on change. It reads the settings that `provision` wrote. */
export async function startAngularDevServer({
  port,
  ...options
}: AngularDevServerOptions): Promise<Part> {
  const manifest = createRequire(join(SAMPLES.angular, 'package.json'));
  const url = `http://localhost:${port}`;
  const { ready: _, ...process } = await startProcess({
    ...options,
    name: ANGULAR,
    command: [
      'node',
      manifest.resolve('@angular/cli/bin/ng.js'),
      'serve',
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
    ],
    cwd: SAMPLES.angular,
    env: { NG_CLI_ANALYTICS: 'false' },
    port,
    ready: { url: `${url}/index.html` },
    deadline: 120,
  });
  return { ...process, url };
}
