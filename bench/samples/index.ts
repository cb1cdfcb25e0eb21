import { brotliCompressSync } from 'node:zlib';
import { startStack } from '@dm-kit/stack';
import type { Subject } from '../row.ts';

/** What a browser loads to show a sample's home page: page, scripts and styles, in brotli. */
export const subject: Subject = {
  needs: ['angular-sample', 'nextjs-sample', '@dm-kit/local'],
  async measure() {
    const stack = await startStack({ ports: 'free' });
    try {
      return await Promise.all(
        Object.values(stack.samples).map(async ({ name, url }) => ({
          what: `${name}: home page, compressed`,
          unit: 'kB',
          ours: (await bytesOf(url)) / 1000,
        })),
      );
    } finally {
      await stack.stop();
    }
  },
};

async function bytesOf(url: string): Promise<number> {
  const page = await (await fetch(url)).text();
  const parts = [...page.matchAll(/<(?:script|link)\b[^>]*>/g)].map(([tag]) => tag);
  const addresses = parts
    .filter((tag) => !/nomodule/i.test(tag) && !/rel="(icon|preconnect)"/.test(tag))
    .map((tag) => /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1])
    .filter((address) => address !== undefined);
  const files = await Promise.all(
    [...new Set(addresses)].map(async (address) =>
      Buffer.from(await (await fetch(new URL(address, url))).arrayBuffer()),
    ),
  );
  return [Buffer.from(page), ...files].reduce(
    (sum, file) => sum + brotliCompressSync(file).byteLength,
    0,
  );
}
