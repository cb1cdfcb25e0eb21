import { expect, test } from 'vitest';
import { readPublished } from '../published/read.ts';
import { pagesOf, Repository } from '../repository.ts';
import { drift } from './drift.ts';

const repository = new Repository();

async function driftOf(text: string, file = 'copy.md') {
  const findings = await drift(repository, readPublished(file, text));
  return findings.filter(({ status }) => status !== 'same');
}

const nextjs = `# Auth.js and Logto

Install it with \`npm i next-auth@beta\`, written for Next.js 12.

\`\`\`env
AUTH_LOGTO_ISSUER="https://tenant.logto.app/oidc",
AUTH_LOGTO_KEY=abc
\`\`\`

\`\`\`ts title="middleware.ts"
export { auth as middleware } from '@/auth';
\`\`\`

\`\`\`tsx title="components/leave.tsx"
import { signOut } from '@/auth';

export function Leave() {
  return <form action={async () => { await signOut(); }} />;
}
\`\`\`

\`\`\`tsx title="app/page.tsx"
import Leave from '@/components/leave';

export default function Page() {
  const late = await Promise.resolve(1);
  return <Leave key={late} />;
}
\`\`\`

Register the redirect URI \`http://localhost:8080/api/auth/callback/logto\`.
`;

test('a copy of the Next.js guide: each thing that no longer holds, with its line', async () => {
  const found = await driftOf(nextjs);
  const expected = [
    [3, 'package', 'next-auth 5'],
    [3, 'version', 'next ^16'],
    [6, 'environment', 'quote or a comma'],
    [6, 'environment', 'AUTH_SECRET as well'],
    [6, 'environment', 'no sample reads it'],
    [11, 'file', 'no sample has a file middleware.ts'],
    [18, 'flow', 'the session at Logto stays open'],
    [23, 'code', 'has no default export'],
    [26, 'code', 'not async'],
    [31, 'address', 'http://localhost:3000/api/auth/callback/logto'],
    [31, 'flow', 'no post sign-out redirect URI'],
  ] as const;
  for (const [line, kind, truth] of expected) {
    expect(found).toContainEqual(
      expect.objectContaining({ line, kind, truth: expect.stringContaining(truth) }),
    );
  }
});

const angular = `Written for Angular 12.
npm i @logto/js
import { provideAuth } from 'angular-auth-oidc-client';
import { buildAngularConfig } from '@logto/js';
export const appConfig: ApplicationConfig = {
providers: [provideAuth({ config: buildAngularConfig({ redirectUri: 'http://localhost:9999/callback' }) })],
};
Put the buttons into app.component.ts
.
`;

test('the plain text of an Angular guide, as a browser copies it', async () => {
  const found = await driftOf(angular, 'copy.txt');
  const expected = [
    [1, 'version', 'different', '@angular/core ^22'],
    [2, 'package', 'different', 'exactly'],
    [4, 'code', 'gone', 'buildAngularConfig'],
    [5, 'code', 'different', 'ApplicationConfig is used and not imported'],
    [6, 'address', 'different', 'http://localhost:4200/callback'],
    [6, 'flow', 'different', 'withAppInitializerAuthCheck'],
    [8, 'file', 'gone', 'app.component.ts'],
  ] as const;
  for (const [line, kind, status, truth] of expected) {
    expect(found).toContainEqual(
      expect.objectContaining({ line, kind, status, truth: expect.stringContaining(truth) }),
    );
  }
});

test('the Console’s in-app form: code in an expression of MDX', async () => {
  const text = `<Step title="x">\n\n<pre>\n  <code className="language-ts">\n    {\`import { gone } from '@logto/js';\n\nexport const endpoint = '\${props.endpoint}';\`}\n  </code>\n</pre>\n\nAngular\n\n</Step>\n`;
  expect(await driftOf(text, 'copy.mdx')).toContainEqual(
    expect.objectContaining({ kind: 'code', truth: expect.stringContaining("'gone'") }),
  );
});

test('a saved web page', async () => {
  const html =
    '<!doctype html><h1>Angular</h1><p>Go to Console &gt; Connector &gt; Email and SMS connectors.</p><pre><code class="language-ts">import { gone } from "@logto/js";</code></pre>';
  const found = await driftOf(html, 'copy.html');
  expect(found).toContainEqual(
    expect.objectContaining({ kind: 'console', truth: expect.stringContaining('Connectors >') }),
  );
  expect(found).toContainEqual(
    expect.objectContaining({ kind: 'code', truth: expect.stringContaining("'gone'") }),
  );
});

test('the connector’s settings, and names of the Direct Mail console', async () => {
  const text = `| Name | Type |
| --- | --- |
| accessKeyId | string |
| accessKeySecret | string |
| accountName | string (OPTIONAL) |

Fill \`fromAlias\` with the Email Tag. Go to "Email Tags" (邮件标签) and then to "Mail Labels" (邮件标签).
`;
  const truths = (await driftOf(text)).map(({ line, truth }) => `${line} ${truth}`);
  expect(truths).toEqual([
    expect.stringContaining('3 leaves out'),
    expect.stringContaining('5 it is required'),
    expect.stringContaining('7 that is tagName'),
    expect.stringContaining('7 the page calls 邮件标签 "Email Tags" as well'),
  ]);
});

test('a piece of a sample is the same, however it is indented', async () => {
  const [sample] = repository.find('apps/nextjs/app/api/auth/*/route.ts');
  const code = (repository.read(sample ?? '') ?? '').trim().replace(/^/gm, '    ');
  const text = `\`\`\`ts\n${code}\n\`\`\`\n`;
  const findings = await drift(repository, readPublished('copy.md', text));
  expect(findings).toMatchObject([{ kind: 'block', status: 'same' }]);
});

test('our own pages have not drifted', async () => {
  for (const file of [...pagesOf(repository, 'en'), ...pagesOf(repository, 'zh-CN')]) {
    expect(await driftOf(repository.read(file) ?? '', file)).toEqual([]);
  }
});
