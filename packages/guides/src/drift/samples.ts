import { quote } from '@dm-kit/regions';
import type { PublishedDocument } from '../published/document.ts';
import type { Repository } from '../repository.ts';
import { readEnvironment } from '../values/environment.ts';

/** A sample, as far as a page can say something about it. */
export interface Sample {
  name: string;
  folder: string;
  /** Every dependency, with its range. */
  packages: Record<string, string>;
  /** What a page may quote: path below the sample, and its text without what production adds. */
  files: Map<string, string>;
  /** Names of the settings in its environment file. */
  environment: string[];
  /** Where a reader enters the settings. */
  settingsFile: string;
  /** Where the browser finds it, and where Logto sends the browser. */
  addresses: string[];
}

/** All samples of the tree, by name. */
export function samplesOf(repository: Repository): Sample[] {
  return repository
    .find('apps/*/package.json', 'docs/code/*/package.json')
    .map((manifest) => sampleOf(repository, manifest));
}

function sampleOf(repository: Repository, manifest: string): Sample {
  const folder = manifest.slice(0, manifest.lastIndexOf('/'));
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  const { dependencies, devDependencies } = JSON.parse(repository.read(manifest) ?? '{}');
  const found = repository.find(
    `${folder}/**/*.{ts,tsx,html,mjs}`,
    `${folder}/.env.example`,
    `docs/code/${name}/*.*`,
  );
  const files = new Map(
    found
      .filter((file) => !/\.(test|spec|d)\.ts/.test(file))
      .map((file) => [pathIn(folder, file), quote(repository.read(file) ?? '') ?? '']),
  );
  // The variant for Next Auth 4 runs where the sample for Auth.js does.
  const registered = repository.read(`apps/${name.replace('-v4', '')}/local.config.json`) ?? '{}';
  const { url = '', redirectUris = [], settings } = JSON.parse(registered);
  return {
    name,
    folder,
    packages: { ...devDependencies, ...dependencies },
    files,
    environment: Object.keys(readEnvironment(files.get('.env.example') ?? '')),
    settingsFile: settings?.file ?? '',
    addresses: url ? [...redirectUris.map((path: string) => url + path), `${url}/`, url] : [],
  };
}

function pathIn(folder: string, file: string): string {
  return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file;
}

/** Which samples a page is about: by the packages that its code imports or installs. */
export function samplesFor(samples: Sample[], document: PublishedDocument): Sample[] {
  const code = document.blocks.map((block) => block.code).join('\n');
  const text = document.sentences.map((sentence) => sentence.text).join('\n');
  const isAbout = (pattern: RegExp) => pattern.test(code) || pattern.test(text);
  const names = [
    isAbout(/@angular\/|angular-auth-oidc-client|\bAngular\b/) ? ['angular'] : [],
    isAbout(/next-auth|@\/auth\b|Auth\.js/) ? ['nextjs'] : [],
    isAbout(/NextAuthOptions|wellKnown:|Next ?Auth v4|NEXTAUTH_/) ? ['nextjs-v4'] : [],
  ].flat();
  return samples.filter(({ name }) => names.includes(name));
}
