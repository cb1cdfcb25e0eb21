import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { isFree } from '@dm-kit/processes';
import sirv from 'sirv';
import { requireBuild } from '../built.ts';
import { portTaken } from '../errors.ts';
import { neverCrashes, type Part } from '../part.ts';

export interface StaticFilesOptions {
  name: string;
  /** 0: a free one. */
  port: number;
  /** The folder of the production build. */
  files: string;
  /** Where the page asks for its settings. */
  settingsPath: string;
  /** The application's own server: a module with `notesApi(settings)`, and the path below which it answers. */
  api?: { path: string; module: string };
  /** What it gets there; without, it gets 404, as after a clone. */
  settings?: Record<string, string> | undefined;
}

/** Serves the production build of an application in the browser. One build works with any Logto: the settings are ours. */
export async function startStaticFiles(options: StaticFilesOptions): Promise<Part> {
  const { name, port, files, settingsPath, settings, api } = options;
  requireBuild(name, join(files, 'index.html'));
  if (port !== 0 && !(await isFree(port))) {
    throw await portTaken({ name, port });
  }
  const serve = sirv(files, { single: true, etag: true });
  const own = api && settings?.apiResource ? await import(api.module) : undefined;
  let answer: RequestListener | undefined;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (own && api && pathname.startsWith(api.path)) {
      // When it is asked: settings may be wrong on purpose.
      answer ??= own.notesApi(settings) as RequestListener;
      return answer(request, response);
    }
    if (pathname !== settingsPath) {
      return serve(request, response);
    }
    response.setHeader('Cache-Control', 'no-store');
    if (!settings) {
      return response.writeHead(404).end();
    }
    response.setHeader('Content-Type', 'application/json');
    return response.end(JSON.stringify(settings));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  }).catch(async (error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? await portTaken({ name, port }) : error;
  });
  return {
    name,
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    crashed: neverCrashes,
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
