import type { Mutation } from './mutation.ts';

const signOut = 'apps/nextjs/components/sign-out.tsx';

/** One of each mistake that is neither of these. */
export const singleMistakes: Mutation[] = [
  replaced(
    'a region of the commands renamed',
    'docs/code/nextjs/commands.sh',
    '#region install',
    '#region installing',
  ),
  replaced(
    'a region in a page renamed',
    'docs/en/nextjs.md',
    'commands.sh#install',
    'commands.sh#instal',
  ),
  replaced(
    'the two-step sign-out swapped for a bare signOut()',
    signOut,
    /redirect\(endSessionUrl[^\n]*/,
    "redirect('/');",
    { guide: 'nextjs', synced: true },
  ),
  replaced(
    'a comma behind an environment line',
    'apps/nextjs/.env.example',
    /^(AUTH_URL=.*)$/m,
    '$1,',
    { synced: true },
  ),
  replaced(
    'quotes around an environment line',
    'apps/nextjs/.env.example',
    /^(AUTH_LOGTO_ISSUER=)(.*)$/m,
    '$1"$2"',
    { synced: true },
  ),
  replaced(
    'a Chinese identifier',
    'docs/zh-CN/nextjs.md',
    'export default function SignOut',
    'export default function 退出',
  ),
  replaced(
    'a heading renamed that a page leads to',
    'docs/en/connector.md',
    '# The connector',
    '# Connectors',
  ),
  replaced(
    'a page that links to a heading which is not there',
    'docs/en/index.md',
    'going-on.md',
    'going-on.md#accountss',
  ),
  replaced(
    'the redirect URI with another port',
    'docs/en/angular.md',
    '`http://localhost:4200/callback`',
    '`http://localhost:4201/callback`',
  ),
  replaced(
    'an English paragraph changed',
    'docs/en/angular.md',
    'At the end of this page',
    'When you have read this page',
  ),
  replaced(
    'a Chinese paragraph without its hash',
    'docs/zh-CN/angular.md',
    /<!-- en: \w+ -->\n\n(?=读完)/,
    '',
  ),
  replaced(
    'an older version to install',
    'docs/code/angular/commands.sh',
    '@logto/js@5.1.1',
    '@logto/js@6.1.2',
    { synced: true },
  ),
  replaced(
    'a comma too many in the connector’s JSON',
    'docs/code/connector/connector.json',
    '"regionId": "cn-hangzhou",',
    '"regionId": "cn-hangzhou",,',
    { synced: true },
  ),
  replaced(
    'a template without {{code}}',
    'docs/code/connector/connector.json',
    /Your code is \{\{code\}\}",\n(.*)\{\{code\}\}/,
    'Your code",\n$1',
    { synced: true },
  ),
  replaced(
    'the scope for the address taken out of the sample',
    'apps/angular/src/app/app.config.ts',
    /\n *scopes: \[UserScope.Email\],/,
    '',
    { guide: 'angular', synced: true },
  ),
];

/** A text of a file replaced. @throws when the file has no such text: the mutation would prove nothing. */
function replaced(
  name: string,
  file: string,
  from: string | RegExp,
  to: string,
  more: Partial<Mutation> = {},
): Mutation {
  return {
    name,
    guide: undefined,
    synced: false,
    ...more,
    apply: (tree) => {
      const before = tree.read(file) ?? '';
      const after = before.replace(from, to);
      if (after === before) {
        throw new Error(`${name}: ${file} has nothing to change`);
      }
      tree.replace(file, after);
    },
  };
}
