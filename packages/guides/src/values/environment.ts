import nextEnv from '@next/env';

const { processEnv } = nextEnv;

/** What Next.js itself makes of an environment file, without touching this process's environment. */
export function readEnvironment(contents: string): Record<string, string> {
  const before = { ...process.env };
  try {
    // A name that is set already would win over the file.
    for (const name of Object.keys(process.env)) {
      delete process.env[name];
    }
    const file = { path: '.env.local', contents, env: {} };
    const [, parsed = {}] = processEnv([file], '/', undefined, true);
    return { ...parsed } as Record<string, string>;
  } finally {
    process.env = before;
  }
}

/** What Next.js would read otherwise than a person does; one sentence each. */
export function environmentProblems(contents: string): string[] {
  const values = readEnvironment(contents);
  const lines = contents.split('\n').filter((line) => line.trim() && !line.startsWith('#'));
  const problems = lines.flatMap((line) => {
    const [, name = '', written = ''] = /^([A-Za-z_]\w*)=(.*)$/.exec(line) ?? [];
    if (!name) {
      return [`"${line}" is no setting: NAME=value`];
    }
    const read = values[name] ?? '';
    if (read !== written) {
      return [`${name} is read as "${read}", not as "${written}"`];
    }
    return [
      /[,;"'`]$|^["'`]/.test(read) ? `${name} has a quote or a comma in its value: ${read}` : [],
      name.endsWith('_ISSUER') && !/^https?:\/\/[^/]+\/oidc$/.test(read)
        ? `${name} is the address of Logto with /oidc behind it, not "${read}"`
        : [],
      name.endsWith('_URL') && read && !/^https?:\/\/[^/]+$/.test(read)
        ? `${name} is an address without a path, not "${read}"`
        : [],
    ].flat();
  });
  return problems;
}
