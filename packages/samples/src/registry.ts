import { loadSample, type Sample, type SampleEntry } from './sample.ts';

const entries: SampleEntry[] = [
  {
    name: 'angular',
    folder: 'apps/angular',
    production: {
      files: 'dist/angular-sample/browser',
      settingsPath: '/logto.json',
      api: { path: '/api/', module: 'api/notes.ts' },
    },
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

/** Copies in place of the samples, and these alone: `{"angular":"/…"}`. So `pnpm traps` tests what it has changed. */
const copies: Record<string, string> | undefined =
  process.env.DM_KIT_SAMPLES && JSON.parse(process.env.DM_KIT_SAMPLES);

/** The samples of this repository: `provision`, the stack, the browser suite and the checks read them here. */
export const samples: Sample[] = await Promise.all(
  entries.flatMap((entry) => {
    const folder = copies ? copies[entry.name] : entry.folder;
    return folder ? loadSample({ ...entry, folder }) : [];
  }),
);
