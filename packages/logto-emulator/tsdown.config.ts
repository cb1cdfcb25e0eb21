import { defineConfig } from 'tsdown';
import pages from './src/pages/bundle.config.ts';

export default defineConfig([
  {
    entry: { index: 'src/index.ts', cli: 'src/cli.ts' },
    outDir: 'lib',
    platform: 'node',
    format: 'esm',
    fixedExtension: false,
    dts: true,
  },
  pages,
]);
