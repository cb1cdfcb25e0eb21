import { defineConfig } from 'tsdown';
import { licensesPlugin } from '../../tooling/src/bundle/licenses-plugin.ts';

export default defineConfig([
  {
    entry: ['src/index.ts', 'src/cli.ts'],
    outDir: 'lib',
    platform: 'node',
    target: 'node22.14',
    format: 'esm',
    fixedExtension: false,
    dts: { entry: ['src/index.ts'] },
    plugins: [licensesPlugin],
  },
  {
    entry: { inbox: 'src/browser/main.ts' },
    outDir: 'lib/inbox',
    platform: 'browser',
    target: 'es2023',
    format: 'esm',
    dts: false,
    minify: true,
    copy: [{ from: ['src/browser/*.{html,css,svg}'], to: 'lib/inbox' }],
  },
]);
