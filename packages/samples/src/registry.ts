import { loadSample, type Sample, type SampleEntry } from './sample.ts';

const entries: SampleEntry[] = [
  {
    name: 'angular',
    folder: 'apps/angular',
    production: { files: 'dist/angular-sample/browser', settingsPath: '/logto.json' },
    development: {
      module: '@angular/cli/bin/ng.js',
      args: ['serve', '--host', '127.0.0.1', '--port', '{port}'],
    },
  },
  {
    name: 'nextjs',
    folder: 'apps/nextjs',
    production: {
      module: 'next/dist/bin/next',
      args: ['start', '--hostname', '127.0.0.1', '--port', '{port}'],
      builtFile: '.next/BUILD_ID',
    },
    development: {
      module: 'next/dist/bin/next',
      args: ['dev', '--hostname', '127.0.0.1', '--port', '{port}'],
    },
  },
];

/** The samples of this repository: `provision`, the stack, the browser suite and the checks read them here. */
export const samples: Sample[] = await Promise.all(entries.map((entry) => loadSample(entry)));
