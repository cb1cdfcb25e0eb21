import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixture } from '../../test/fixture.ts';
import { type Framework, frameworkOf, frameworks } from '../framework.ts';
import { readPublished } from '../published/read.ts';
import { Repository, repositoryRoot } from '../repository.ts';
import { Terminal } from '../run/terminal.ts';
import { addressesIn } from './addresses.ts';
import { fillIn } from './fill-in.ts';
import { mergeCode } from './merge-code.ts';
import { planOf } from './plan.ts';
import { Project } from './project.ts';

const values = { endpoint: 'http://localhost:3301', appId: 'app1', appSecret: 'secret1' };

const authJs = `# Auth.js in an afternoon

\`\`\`sh
npm i next-auth@beta
\`\`\`

\`\`\`sh
pnpm add next-auth@beta
\`\`\`

\`\`\`env
AUTH_LOGTO_ISSUER="https://xxxx.logto.app/oidc",
AUTH_LOGTO_ID=your-app-id
\`\`\`

\`\`\`ts
import NextAuth from 'next-auth';
import Logto from 'next-auth/providers/logto';

export const { handlers, signIn, signOut, auth } = NextAuth({ providers: [Logto] });
\`\`\`

\`\`\`ts
import { handlers } from '@/auth';

export const { GET, POST } = handlers;
\`\`\`

\`\`\`ts
import NextAuth from 'next-auth';

const handler = NextAuth({ providers: [{ wellKnown: 'https://xxxx.logto.app' }] });
export { handler as GET, handler as POST };
\`\`\`

\`\`\`tsx
export function Leave() {
  return <button type="submit">Sign out</button>;
}
\`\`\`

\`\`\`tsx
import { auth } from '@/auth';
import Leave from './parts/leave';

export default function Home() {
  const session = await auth();
  return session ? <Leave /> : null;
}
\`\`\`

The redirect URI is \`http://localhost:3000/api/auth/callback/logto\`; after signing out it is \`http://localhost:3000/\`.
`;

function documentOf(text: string) {
  const document = readPublished('page.md', text);
  return { document, framework: frameworkOf(document) as Framework };
}

test('a page without file names: its code goes where a reader puts it, its alternatives once', () => {
  const { document, framework } = documentOf(authJs);
  expect(framework.guide).toBe('nextjs');
  const plan = planOf(document, framework, ['app/page.tsx']);
  expect(
    plan.map((step) => [
      step.line,
      step.kind,
      'path' in step ? step.path : 'command' in step ? step.command : '',
    ]),
  ).toEqual([
    [4, 'command', 'npm install next-auth@beta'],
    [12, 'file', '.env.local'],
    [17, 'file', 'auth.ts'],
    [24, 'file', 'app/api/auth/[...nextauth]/route.ts'],
    [30, 'skip', ''],
    [37, 'file', 'app/parts/leave.tsx'],
    [43, 'file', 'app/page.tsx'],
  ]);
});

test('the addresses to register, and where the application is', () => {
  const { document, framework } = documentOf(authJs);
  expect(addressesIn(document, framework)).toEqual({
    port: 3000,
    redirectUris: ['http://localhost:3000/api/auth/callback/logto'],
    postLogoutRedirectUris: ['http://localhost:3000/'],
  });
});

test('a name in the text says the file, and an older name of a component is found again', () => {
  const { document, framework } = documentOf(`Install angular-auth-oidc-client.

In your \`app.config.ts\`:

\`\`\`ts
import { provideAuth } from 'angular-auth-oidc-client';
\`\`\`

In a component, for example \`app.component.ts\`, use the service. Auth.js is something else.

\`\`\`ts
export class AppComponent {}
\`\`\`

\`\`\`html
<button>Sign in</button>
\`\`\`
`);
  const files = ['src/app/app.config.ts', 'src/app/app.ts', 'src/app/app.html', 'src/main.ts'];
  const plan = planOf(document, framework, files);
  expect(plan.map((step) => ('path' in step ? step.path : ''))).toEqual(files.slice(0, 3));
});

test('a saved web page, whose paragraphs and blocks share lines, and the Console’s own MDX', () => {
  const html = `<html><body><p>Create <code>lib/auth.ts</code>:</p><pre><code>import NextAuth from 'next-auth';
export const { handlers } = NextAuth({});</code></pre><p>and</p><p><code>proxy.ts</code></p><pre><code>export { auth as proxy } from '@/lib/auth';</code></pre></body></html>`;
  const document = readPublished('page.html', html);
  const plan = planOf(document, frameworkOf(document) as Framework, []);
  expect(plan.map((step) => ('path' in step ? step.path : ''))).toEqual([
    'lib/auth.ts',
    'proxy.ts',
  ]);
  const mdx = readPublished(
    'page.mdx',
    `<Code className="language-ts" title="auth.ts">\n{\`const id = "\${props.app.id}";\`}\n</Code>\n`,
  );
  expect(mdx.blocks).toMatchObject([{ title: 'auth.ts', code: 'const id = "<placeholder>";' }]);
});

test('a block that leaves something out is worked into the file, any other takes its place', () => {
  const before = `import { provideRouter } from '@angular/router';

export const appConfig: ApplicationConfig = {
  providers: [provideRouter(routes), provideAuth({ appId: 'one', scopes: [] })],
};
`;
  const part = `import { provideAuth } from 'angular-auth-oidc-client';

export const appConfig: ApplicationConfig = {
  providers: [
    provideAuth({
      // ...other config
      appId: 'two',
    }),
    // ...other providers
  ],
};`;
  const flat = (text: string) => text.replace(/\s+/g, ' ');
  const merged = flat(mergeCode(before, part));
  expect(merged).toContain("import { provideRouter } from '@angular/router';");
  expect(merged).toContain("provideRouter(routes), provideAuth({ scopes: [], appId: 'two' })");
  const whole = part.replace('// ...other config', '').replace('// ...other providers', '');
  expect(mergeCode(before, whole)).toBe(whole);
});

test('members of a component go into the one that is there, which keeps its name and decorator', () => {
  const before = `@Component({ selector: 'app-root' })\nexport class App {\n  title = 'x';\n}\n`;
  const merged = mergeCode(
    before,
    'export class AppComponent implements OnInit {\n  leave() {}\n}',
  );
  expect(merged).toMatch(
    /@Component.*\nexport class App implements OnInit \{\n {2}title = 'x';\n\n {2}leave\(\) \{\}\n\}/,
  );
});

test('placeholders get what the Console shows, and the page keeps its quotes and commas', () => {
  const filled = fillIn(
    'AUTH_LOGTO_ISSUER="https://xxxx.logto.app/oidc",\nAUTH_URL=http://localhost:3000',
    values,
  );
  expect(filled).toBe(
    'AUTH_LOGTO_ISSUER="http://localhost:3301/oidc",\nAUTH_URL=http://localhost:3000',
  );
  expect(fillIn("endpoint: '<your-logto-endpoint>', appId: '<your-app-id>'", values)).toBe(
    "endpoint: 'http://localhost:3301', appId: 'app1'",
  );
  expect(fillIn('clientSecret: process.env.SECRET, clientId: id', values)).toBe(
    'clientSecret: process.env.SECRET, clientId: id',
  );
  expect(fillIn('AUTH_LOGTO_ID=\nAUTH_LOGTO_SECRET=\n', values)).toBe(
    'AUTH_LOGTO_ID=app1\nAUTH_LOGTO_SECRET=secret1\n',
  );
  expect(fillIn('{ "appId": "the App ID" }', values)).toBe('{ "appId": "app1" }');
  expect(fillIn('AUTH_SECRET=', values)).toMatch(/^AUTH_SECRET=\S{40,}$/);
});

test('the first thing that does not compile, with its line of the page and what would be right', async () => {
  const tree = fixture({
    'package.json': '{}',
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        module: 'esnext',
        moduleResolution: 'bundler',
        jsx: 'react-jsx',
        types: [],
        paths: { '@/*': ['./*'] },
      },
    }),
  });
  mkdirSync(join(tree.root, 'app'));
  symlinkSync(join(repositoryRoot, 'apps/nextjs/node_modules'), join(tree.root, 'node_modules'));
  const { document } = documentOf(authJs.replace(/```sh[\s\S]*?```\n/g, ''));
  const framework = {
    ...(frameworks.find(({ guide }) => guide === 'nextjs') as Framework),
    compile: 'npx tsc --pretty false',
  };
  const project = new Project(new Terminal(tree.root), new Repository(), framework, values);
  await project.apply(document);
  await expect(project.compile(document)).rejects.toMatchObject({
    line: 38,
    message:
      "at `import Leave from './parts/leave';` in app/page.tsx: `./parts/leave` has no default export: the block of line 31 exports it by name, so it is `import { Leave }` (the first of 2 mistakes that the compiler finds)",
  });
}, 60_000);
