const names = [
  'AUTH_LOGTO_ISSUER',
  'AUTH_LOGTO_ID',
  'AUTH_LOGTO_SECRET',
  'AUTH_SECRET',
  'AUTH_URL',
] as const;

/** The settings of this application that are not in the environment. */
export function missingSettings() {
  return names.filter((name) => !process.env[name]);
}

/** A setting, read when it is needed: a build needs none of them. */
export function setting(name: (typeof names)[number]): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is missing: see .env.example`);
  }
  return value;
}

/** The address of a page of this application as the browser knows it. */
export function pageUrl(path: string): string {
  return new URL(path, setting('AUTH_URL')).href;
}
