import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { SampleSettings } from '@dm-kit/provision';
import sirv from 'sirv';
import { requireBuild } from './built.ts';
import { PortTakenError } from './errors.ts';
import { neverCrashes, type Part } from './part.ts';
import { builtFiles } from './paths.ts';
import { isFree } from './ports.ts';

export const angularName = 'Angular sample';

export type AngularSettings = SampleSettings['angular'];

export interface AngularOptions {
  /** 0: a free one. */
  port: number;
  /** What `/logto.json` answers; without settings it answers 404, as after a clone. */
  settings?: AngularSettings | undefined;
  /** The folder of the production build. */
  dist?: string | undefined;
}

export type AngularPart = Part & {
  /** Other settings from now on: a page loaded afterwards has them. */
  use(settings: AngularSettings): void;
};

/** Serves the production build of the Angular sample. One build works with any Logto: the settings are ours. */
export async function startAngular({
  port,
  settings,
  dist = builtFiles.angular,
}: AngularOptions): Promise<AngularPart> {
  requireBuild(angularName, join(dist, 'index.html'));
  if (port !== 0 && !(await isFree(port))) {
    throw new PortTakenError(angularName, port);
  }
  let current = settings;
  const files = sirv(dist, { single: true, etag: true });
  const server = createServer((request, response) => {
    if (new URL(request.url ?? '/', 'http://localhost').pathname === '/logto.json') {
      answerSettings(current)(request, response);
    } else {
      files(request, response);
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    name: angularName,
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    crashed: neverCrashes,
    use(other) {
      current = other;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function answerSettings(settings: AngularSettings | undefined): RequestListener {
  return (_, response) => {
    response.setHeader('Cache-Control', 'no-store');
    if (settings) {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(settings));
    } else {
      response.writeHead(404).end();
    }
  };
}
