import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a sample's package.json says about its packages. */
export interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** Which version the workspace has of a package of the sample. */
export function installedVersion(sampleFolder: string, name: string): string {
  const file = join(sampleFolder, 'node_modules', name, 'package.json');
  return JSON.parse(readFileSync(file, 'utf8')).version;
}
