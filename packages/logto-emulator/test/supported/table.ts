import { type KnownRoute, knownRoutes } from '../../src/management/known-routes.ts';

/** Which of Logto's routes have one in the emulator, and which do not. */
export interface Support {
  supported: KnownRoute[];
  missing: KnownRoute[];
  /** Routes of the emulator's that Logto's description does not have: none, or SUPPORTED.md would lie. */
  unknown: string[];
}

/**
 * Compares Logto's routes with those that exist.
 *
 * @param existing the routes of the applications mounted below `/api`, as the framework lists them:
 * a method and a path with `:name` for a parameter
 */
export function compareRoutes(existing: readonly { method: string; path: string }[]): Support {
  const shape = (method: string, path: string) =>
    `${method} ${path.replaceAll(/\{\w+\}|:\w+/g, '{}')}`;
  const exists = new Set(
    existing
      .filter(({ method, path }) => method !== 'ALL' && !path.endsWith('*'))
      .map(({ method, path }) => shape(method, path.replace(/^\/api/, '').replace(/\/$/, ''))),
  );
  const known = new Set(knownRoutes.map(({ method, path }) => shape(method, path)));
  const has = ({ method, path }: KnownRoute) => exists.has(shape(method, path));
  return {
    supported: knownRoutes.filter(has),
    missing: knownRoutes.filter((route) => !has(route)),
    unknown: [...exists].filter((route) => !known.has(route)),
  };
}

/** The text of SUPPORTED.md. */
export function supportedTable({ supported, missing }: Support): string {
  const groups = new Map<string, { yes: string[]; no: string[] }>();
  for (const [kind, routes] of [
    ['yes', supported],
    ['no', missing],
  ] as const) {
    for (const { method, path } of routes) {
      const name = path.split('/')[1] ?? '';
      const group = groups.get(name) ?? { yes: [], no: [] };
      group[kind].push(`\`${method} /api${path}\``);
      groups.set(name, group);
    }
  }
  const all = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  const some = all.filter(([, { yes }]) => yes.length > 0);
  const none = all.filter(([, { yes }]) => yes.length === 0);
  const total = supported.length + missing.length;
  return `# What the Logto emulator supports

Of the ${total} routes that Logto 1.42 describes in its OpenAPI document, the emulator has
${supported.length}. Every other route answers 501 with \`{ "code": "emulator.not_supported" }\`, after the same
check of the access token. OpenID Connect (\`/oidc\`) and the sign-in pages are not in that document and
not in this table.

This file is made from the routes themselves: \`pnpm --filter @dm-kit/logto-emulator supported\`.

| Routes | Supported | Not supported |
| --- | --- | --- |
${some
  .map(([name, { yes, no }]) => `| ${name} | ${yes.join('<br>')} | ${no.join('<br>') || 'none'} |`)
  .join('\n')}

Nothing is supported of: ${none.map(([name, { no }]) => `${name} (${no.length})`).join(', ')}.
`;
}
