import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ApplicationConfig, readApplicationConfig } from '@dm-kit/provision';

/** A program that listens on `{port}`, as one of the sample's own packages brings it. */
export interface Program {
  /** `next/dist/bin/next`: looked for as the sample itself would find it; or a file of the sample, `./server.js`. */
  module: string;
  /** `{port}` stands for the port to listen on. */
  args: string[];
}

/** How the production build runs: as files that a server hands out, or as a program. */
export type Production =
  | {
      /** The folder of the build; every path that is no file is answered with its `index.html`. */
      files: string;
      /** Where the page asks for its settings: `/logto.json`. */
      settingsPath: string;
      /** What answers below this path: a module of the sample with `notesApi(settings)`, which gives a request listener. */
      api?: { path: string; module: string };
    }
  | (Program & {
      /** What is there when it has been built. */
      builtFile: string;
    });

/** A sample's entry in the registry: what its own `local.config.json` does not say. */
export interface SampleEntry {
  /** Its name in commands and tests, and the key by which `provision` finds its application: `angular`. */
  name: string;
  /** From the root of the repository, or absolute. */
  folder: string;
  production: Production;
  /** Builds again on change. */
  development: Program;
}

/** All that there is to know about a sample. Paths are absolute. */
export interface Sample extends SampleEntry {
  /** Its `local.config.json`. */
  application: ApplicationConfig;
  /** Unless told otherwise. */
  port: number;
}

const repositoryRoot = fileURLToPath(new URL('../../../', import.meta.url));

/** Puts an entry and its `local.config.json` together. @throws {ProvisionError} when that is missing or wrong. */
export async function loadSample(entry: SampleEntry, root = repositoryRoot): Promise<Sample> {
  const folder = resolve(root, entry.folder);
  const application = await readApplicationConfig(join(folder, 'local.config.json'));
  const { production } = entry;
  return {
    ...entry,
    folder,
    production:
      'files' in production
        ? {
            ...production,
            files: join(folder, production.files),
            ...(production.api && {
              api: { ...production.api, module: join(folder, production.api.module) },
            }),
          }
        : { ...production, builtFile: join(folder, production.builtFile) },
    application,
    port: Number(new URL(application.url).port),
  };
}
