import { randomBytes } from 'node:crypto';

/** What the Logto Console shows for an application. */
export interface ShownValues {
  endpoint: string;
  appId: string;
  appSecret: string;
}

/** Names of settings, and what a reader enters for each; the first that fits counts. */
const meanings: [RegExp, (values: ShownValues) => string][] = [
  [
    /(^|_)wellKnown$|well_known$/i,
    ({ endpoint }) => `${endpoint}/oidc/.well-known/openid-configuration`,
  ],
  [/issuer$|authority$/i, ({ endpoint }) => `${endpoint}/oidc`],
  [/endpoint$/i, ({ endpoint }) => endpoint],
  [/^(AUTH|NEXTAUTH|COOKIE)_SECRET$|cookieSecret$/, () => randomBytes(33).toString('base64')],
  [/(logto|client|app)_?secret$/i, ({ appSecret }) => appSecret],
  [/(logto|client|app)_?id$/i, ({ appId }) => appId],
];

/** What an author writes where the reader has something of their own. */
const placeholder = /^$|^<.*>$|xxx|your[-_ ]|logto\.app|^the |^\.\.\.$|…/i;

/** A block with the reader's own values in place of its placeholders; quotes and commas stay as the page has them. */
export function fillIn(code: string, values: ShownValues): string {
  return code.replace(
    /(\w+)(["']?[ \t]*[:=][ \t]*)(["']?)([^"'\n,]*)\3/g,
    (all: string, name: string, between: string, quote: string, value: string) => {
      const [, meaning] = meanings.find(([pattern]) => pattern.test(name)) ?? [];
      // In code a value without quotation marks is an expression.
      const isText = quote !== '' || /^[A-Z][A-Z0-9_]*=$/.test(name + between);
      return meaning && isText && placeholder.test(value.trim())
        ? `${name}${between}${quote}${meaning(values)}${quote}`
        : all;
    },
  );
}
