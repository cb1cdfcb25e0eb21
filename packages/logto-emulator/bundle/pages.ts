import type { UserConfig } from 'tsdown';

/** The browser's half of the sign-in pages: a script and the style sheets in `lib/pages`. */
const pages: UserConfig = {
  entry: { 'sign-in': './src/pages/client/main.ts' },
  outDir: 'lib/pages',
  platform: 'browser',
  target: 'es2022',
  format: 'esm',
  minify: true,
  dts: false,
  clean: false,
  copy: [{ from: './src/pages/client/styles', to: 'lib/pages' }],
};

export default pages;
