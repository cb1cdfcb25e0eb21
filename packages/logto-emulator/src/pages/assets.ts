import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** A file for the browser. Its name changes with its content, so that it can be kept for good. */
export interface Asset {
  path: string;
  type: string;
  content: Buffer;
}

export interface Assets {
  script: Asset;
  style: Asset;
}

/**
 * The folder with the bundled pages: beside the bundled server, or, when the server runs from its
 * sources, in the build output.
 */
function folder(): URL {
  const beside = new URL('./pages/', import.meta.url);
  return existsSync(beside) ? beside : new URL('../../lib/pages/', import.meta.url);
}

function read(name: string, extension: string, type: string): Asset {
  const content = readFileSync(new URL(`${name}.${extension}`, folder()));
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { path: `/assets/${name}-${hash}.${extension}`, type, content };
}

let assets: Assets | undefined;

/** Reads the files when the first page is asked for: starting the emulator does not wait for them. */
export function loadAssets(): Assets {
  assets ??= {
    script: read('sign-in', 'js', 'text/javascript; charset=utf-8'),
    style: read('sign-in', 'css', 'text/css; charset=utf-8'),
  };
  return assets;
}
