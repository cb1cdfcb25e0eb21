import { readFile } from 'node:fs/promises';

// This file lies in src/ and is bundled into lib/: the built page is at the same place from both.
const folder = new URL('../lib/inbox/', import.meta.url);

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

const names = new Set(
  'index.html inbox.js icon.svg base.css bar.css page.css message.css panels.css'.split(' '),
);

const read = new Map<string, Promise<Buffer<ArrayBuffer>>>();

/** A file of the inbox page, read once; undefined when there is none of this name. */
export async function inboxAsset(
  name: string,
): Promise<{ content: Buffer<ArrayBuffer>; type: string } | undefined> {
  const type = types[name.slice(name.lastIndexOf('.') + 1)];
  if (!names.has(name) || !type) {
    return undefined;
  }
  const content = read.get(name) ?? readFile(new URL(name, folder));
  read.set(name, content);
  return { content: await content, type };
}
