import { defineConfig } from 'tsdown';
import { licensesPlugin } from '../../tooling/src/bundle/licenses-plugin.ts';
import pages from './bundle/pages.ts';
import { standInsPlugin } from './bundle/stand-ins.ts';

export default defineConfig([
  {
    entry: { index: 'src/index.ts', cli: 'src/cli.ts' },
    outDir: 'lib',
    platform: 'node',
    format: 'esm',
    target: 'node22.15',
    fixedExtension: false,
    dts: true,
    // Names stay: `oidc-provider` tells its models apart by the names of their classes.
    minify: {
      compress: { keepNames: { class: true, function: true } },
      mangle: false,
      codegen: true,
    },
    plugins: [standInsPlugin, licensesPlugin],
    // `depd` has one, which runs only for functions that are deprecated.
    inputOptions: { checks: { eval: false, pluginTimings: false } },
  },
  pages,
]);
