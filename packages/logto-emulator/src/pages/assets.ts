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

/** The style sheets in the order in which they count. */
const styles = [
  'colors',
  'base',
  'frame',
  'first-screens',
  'secondary-pages',
  'fields',
  'buttons',
  'code',
  'toggle',
  'error-page',
  'overlays',
  'narrow',
];

function read(name: string) {
  return readFileSync(new URL(name, folder()));
}

function asset(extension: string, type: string, content: Buffer): Asset {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { path: `/assets/sign-in-${hash}.${extension}`, type, content };
}

let assets: Assets | undefined;

/** Reads the files when the first page is asked for: starting the emulator does not wait for them. */
export function loadAssets(): Assets {
  assets ??= {
    script: asset('js', 'text/javascript; charset=utf-8', read('sign-in.js')),
    // One file for all of them: one request.
    style: asset(
      'css',
      'text/css; charset=utf-8',
      Buffer.concat(styles.map((name) => read(`styles/${name}.css`))),
    ),
  };
  return assets;
}
