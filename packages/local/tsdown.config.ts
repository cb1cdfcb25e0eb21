import { defineConfig } from 'tsdown';

// What other packages of the kit keep private is bundled; what is published is a dependency.
export default defineConfig({
  entry: {
    index: 'src/index.ts',
    cli: 'src/cli.ts',
    // A process of its own, which is looked for beside the others.
    'reaper-process': '../processes/src/reaper-process.ts',
  },
  outDir: 'lib',
  platform: 'node',
  target: 'node22.15',
  format: 'esm',
  fixedExtension: false,
  dts: { entry: ['src/index.ts'] },
  // One file an entry: the reaper is found by its name, beside whoever asks for it.
  hash: false,
});
