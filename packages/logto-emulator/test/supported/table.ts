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

/** What no route says. */
const beside = `## Left out beside those routes

| What | What is answered |
| --- | --- |
| device flow (\`/oidc/device\`, \`/device\`) | 501 to an application that may use it, Logto's 400 to others |
| token exchange | 501 to an application with \`allowTokenExchange\`, Logto's 400 to others |
| tokens for organizations | 501 to members, Logto's 403 to others. Asking for them at the sign-in works; the claims \`organizations\` and \`organization_data\` are there |
| roles and scopes of organizations | there are none: naming one is Logto's 422 \`entity.relation_foreign_key_not_found\`, the claim \`organization_roles\` is empty |
| text messages | an SMS connector is stored; what would send says 501 \`connector.not_found\` |
| social sign-in | 501 when such a connector is made |
| single sign-on | the pages are there, no address has it |
| second factors other than e-mail codes | settings are stored; 501 where a visitor would be offered one (policies that ask, and let it be skipped). Adaptive MFA changes nothing |
| captcha | 501 of its routes; a policy that asks for one refuses everybody, as in Logto without a provider |
| JWT customizers, custom phrases, hooks (webhooks, also for mails and their limits), audit logs | 501 of their routes |
| third-party applications | kept as any other; 501 where their page to consent would come |
| \`demo-app\`, the built-in application of the Console's preview | an unknown client |
| the admin tenant | one tenant and one issuer: the client for the Management API belongs to it |
| the Console | none |

## Different on purpose

- Passwords are not looked up in lists of leaked ones, nor addresses in lists of disposable ones:
  nothing leaves the machine. They are hashed with scrypt, where Logto takes Argon2i.
- With \`ttl.accessToken\`, a token ends when it says. Otherwise it is taken for fifteen seconds more, as
  by Logto.
- Answers below \`/oidc\` are compressed for who takes gzip; those of the API and the pages are not.

The differences that the contract tests know stand in \`test/contract/ledger.ts\`; why some of Logto's own
integration tests fail, in \`test/logto-tests.md\`.
`;

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
check of the access token. OpenID Connect (\`/oidc\`) and the sign-in pages are not in that document; what
is left out of them stands below.

This file is made from the routes themselves: \`pnpm --filter @dm-kit/logto-emulator supported\`.

| Routes | Supported | Not supported |
| --- | --- | --- |
${some
  .map(([name, { yes, no }]) => `| ${name} | ${yes.join('<br>')} | ${no.join('<br>') || 'none'} |`)
  .join('\n')}

Nothing is supported of: ${none.map(([name, { no }]) => `${name} (${no.length})`).join(', ')}.

${beside}`;
}
