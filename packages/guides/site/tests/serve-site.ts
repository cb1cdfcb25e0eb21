import { join } from 'node:path';
import { build, serve } from 'vitepress';

const root = join(import.meta.dirname, '..');
/** As on GitHub Pages, where a site has a folder. */
const base = '/kit/';

/** @returns what stops the server. */
export default async function serveSite(): Promise<() => Promise<void>> {
  process.env.SITE_REPOSITORY = 'https://github.example/someone/kit';
  await build(root, { base });
  const { server } = await serve({ root, base, port: 0 });
  const address = server.address();
  process.env.SITE_URL = `http://localhost:${typeof address === 'object' ? address?.port : ''}${base}`;
  return () => new Promise((resolve) => server.close(() => resolve()));
}
