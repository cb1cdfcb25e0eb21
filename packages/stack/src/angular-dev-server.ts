import { createRequire } from 'node:module';
import { join } from 'node:path';
import { angularName } from './angular.ts';
import type { Part } from './part.ts';
import { sampleFolders } from './paths.ts';
import { startProcess } from './process/start-process.ts';

export interface AngularDevServerOptions {
  port: number;
  signal?: AbortSignal | undefined;
  onOutput?: ((line: string) => void) | undefined;
}

/** Runs `ng serve`, which builds again on change. It reads the settings that `provision` wrote. */
export async function startAngularDevServer({
  port,
  ...options
}: AngularDevServerOptions): Promise<Part> {
  const manifest = createRequire(join(sampleFolders.angular, 'package.json'));
  const url = `http://localhost:${port}`;
  const { ready: _, ...process } = await startProcess({
    ...options,
    name: angularName,
    command: [
      'node',
      manifest.resolve('@angular/cli/bin/ng.js'),
      'serve',
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
    ],
    cwd: sampleFolders.angular,
    env: { NG_CLI_ANALYTICS: 'false' },
    port,
    ready: { url: `${url}/index.html` },
    deadline: 120,
  });
  return { ...process, url };
}
