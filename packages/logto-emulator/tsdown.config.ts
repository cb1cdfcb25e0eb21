import { defineConfig } from 'tsdown';
import { providerPlugin } from './provider-plugin.ts';
import pages from './src/pages/bundle.config.ts';

export default defineConfig([
  {
    entry: { index: 'src/index.ts', cli: 'src/cli.ts' },
    outDir: 'lib',
    platform: 'node',
    format: 'esm',
    target: 'node22.15',
    fixedExtension: false,
    dts: true,
    plugins: [providerPlugin],
  },
  pages,
]);
