import { defineConfig } from 'tsdown';

// Logto installs nothing for a connector: everything is bundled but what its core has beside it. The
// kit has to be the host's own copy, because Logto tells errors apart with `instanceof
// ConnectorError`; zod is the one whose guards it runs.
export default defineConfig({
  entry: 'src/index.ts',
  outDir: 'lib',
  format: 'esm',
  platform: 'node',
  target: 'node22.14',
  fixedExtension: false,
  dts: true,
  minify: true,
  deps: { neverBundle: ['@logto/connector-kit', 'zod'] },
});
