import type { Sample } from '@dm-kit/samples';

/** The variable that says where a sample is: `ANGULAR_URL`. */
export function urlVariable(name: string): string {
  return `${name.toUpperCase().replaceAll('-', '_')}_URL`;
}

/** Where the browser finds each sample: by its variable, or where it is unless told. */
export function sampleUrls(samples: Sample[], env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    samples.map(({ name, application }) => [name, env[urlVariable(name)] || application.url]),
  );
}
