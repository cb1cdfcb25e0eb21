import { expect, test } from 'vitest';
import { fixture } from '../test/fixture.ts';
import { checkPages } from './check.ts';
import { proseHash } from './pages/prose.ts';
import { Repository } from './repository.ts';

const auth = `// #region provider
import Logto from 'next-auth/providers/logto';
// #region hardening: tabs
import { once } from './hardening/once';
// #endregion

export const providers = [Logto];
// #endregion
`;
const quotedAuth =
  "import Logto from 'next-auth/providers/logto';\n\nexport const providers = [Logto];";

const english = `# Provider

Create \`auth.ts\`:

<!-- snippet: apps/nextjs/auth.ts#provider -->
\`\`\`ts title="auth.ts"
${quotedAuth}
\`\`\`

## Then

Read [above](#provider).
`;

const chinese = `<!-- en: ${proseHash('# Provider')} -->

# 提供方

<!-- en: ${proseHash('Create `auth.ts`:')} -->

新建 \`auth.ts\`：

<!-- snippet: apps/nextjs/auth.ts#provider -->
\`\`\`ts title="auth.ts"
${quotedAuth}
\`\`\`

<!-- en: ${proseHash('## Then')} -->

## 然后

<!-- en: ${proseHash('Read [above](#provider).')} -->

见[上文](#提供方)。
`;

const files = {
  'apps/nextjs/auth.ts': auth,
  'docs/en/nextjs.md': english,
  'docs/zh-CN/nextjs.md': chinese,
  'docs/en/hardening.md': '# Hardening\n\n`tabs`\n',
  'docs/zh-CN/hardening.md': `<!-- en: ${proseHash('# Hardening')} -->\n\n# 加固\n\n<!-- en: ${proseHash('`tabs`')} -->\n\n\`tabs\`\n`,
};

async function check(changes: Record<string, string> = {}) {
  return checkPages(fixture({ ...files, ...changes }));
}

test('pages whose code, links and translations are right have nothing wrong', async () => {
  expect(await check()).toEqual({ changed: new Map(), stale: [], problems: [] });
});

test('a changed sample makes each page stale, with file, line and diff; syncing mends it', async () => {
  const changed = auth.replace('[Logto]', '[Logto()]');
  const { stale, changed: written, problems } = await check({ 'apps/nextjs/auth.ts': changed });
  expect(problems).toEqual([]);
  expect(stale.map(({ file }) => file)).toEqual(['docs/en/nextjs.md', 'docs/zh-CN/nextjs.md']);
  expect(stale[0]).toMatchObject({
    line: 6,
    diff: expect.stringContaining('+export const providers = [Logto()];'),
  });
  const synced = Object.fromEntries(written);
  expect(synced['docs/en/nextjs.md']).toBe(english.replace('= [Logto]', '= [Logto()]'));
  const after = await check({ 'apps/nextjs/auth.ts': changed, ...synced });
  expect(after).toEqual({ changed: new Map(), stale: [], problems: [] });
});

test('a block inside a list is indented with it, and stays as it is when synced again', async () => {
  const list = english.replace(
    /Create `auth.ts`:[\s\S]*```\n/,
    '1. Create `auth.ts`:\n\n   <!-- snippet: apps/nextjs/auth.ts#provider -->\n',
  );
  const once = await check({ 'docs/en/nextjs.md': list });
  const text = once.changed.get('docs/en/nextjs.md') ?? '';
  expect(text).toContain('   ```ts title="auth.ts"\n   import Logto');
  expect(text).toContain("logto';\n\n   export const providers");
  const twice = await check({ 'docs/en/nextjs.md': text });
  expect(twice.changed.has('docs/en/nextjs.md')).toBe(false);
});

test('an included part stands in the page, and is written once', async () => {
  const page = `${english}\n<!-- include: parts/more.md -->\n<!-- end include -->\n`;
  const changes = {
    'docs/en/nextjs.md': page,
    'docs/en/parts/more.md': 'More.\n',
    'docs/zh-CN/nextjs.md': `${chinese}\n<!-- include: parts/more.md -->\n<!-- end include -->\n`,
    'docs/zh-CN/parts/more.md': '<!-- en: -->\n\n更多。\n',
  };
  const { changed, stale, problems } = await check(changes);
  expect(problems).toEqual([]);
  expect(stale.map(({ file, message }) => `${file}: ${message}`)).toEqual([
    'docs/en/nextjs.md: the part parts/more.md has changed: pnpm docs:sync',
    'docs/zh-CN/nextjs.md: the part parts/more.md has changed: pnpm docs:sync',
  ]);
  expect(changed.get('docs/en/nextjs.md')).toContain(
    '<!-- include: parts/more.md -->\n\nMore.\n\n<!-- end include -->',
  );
  expect(changed.get('docs/zh-CN/nextjs.md')).toContain('-->\n\n更多。\n\n<!--');
  expect(changed.get('docs/zh-CN/parts/more.md')).toContain(`<!-- en: ${proseHash('More.')} -->`);
  expect((await check({ ...changes, ...Object.fromEntries(changed) })).changed).toEqual(new Map());
});

const page = 'docs/en/nextjs.md';
test.each([
  [
    'a region that is missing',
    { [page]: english.replace('#provider -->', '#none -->') },
    page,
    5,
    'no region "none"',
  ],
  [
    'a file that is missing',
    { [page]: english.replace('auth.ts#provider', 'none.ts') },
    page,
    5,
    'no file apps/nextjs/none.ts',
  ],
  [
    'a region that is there twice',
    { 'apps/nextjs/auth.ts': `${auth}${auth}` },
    'apps/nextjs/auth.ts',
    9,
    'is there twice',
  ],
  [
    'a region that is closed, not opened',
    { 'apps/nextjs/auth.ts': `${auth}// #endregion\n` },
    'apps/nextjs/auth.ts',
    9,
    'closes no region',
  ],
  [
    'a region that nobody quotes',
    { 'apps/nextjs/auth.ts': `${auth}// #region extra\n// #endregion\n` },
    'apps/nextjs/auth.ts',
    9,
    'no page quotes',
  ],
  [
    'a hardening that nobody describes',
    { 'docs/en/hardening.md': '# Hardening\n\nNothing.\n' },
    'apps/nextjs/auth.ts',
    3,
    'says nothing of the hardening',
  ],
  [
    'a block from nowhere',
    { [page]: `${english}\n\`\`\`ts\nx();\n\`\`\`\n` },
    page,
    16,
    'comes from nowhere',
  ],
  [
    'a file that the text does not name',
    { [page]: english.replace('Create `auth.ts`', 'Create a file') },
    page,
    5,
    'does not name `auth.ts`',
  ],
  [
    'a link to a heading that is gone',
    { [page]: english.replace('# Provider', '# Providers') },
    page,
    14,
    'no heading "#provider"',
  ],
  [
    'a link to a file that is gone',
    { [page]: english.replace('#provider)', 'none.md)') },
    page,
    14,
    'docs/en/none.md, which does not exist',
  ],
  [
    'a page without its translation',
    { 'docs/en/more.md': '# More\n' },
    'docs/en/more.md',
    1,
    'docs/zh-CN/more.md is missing',
  ],
  [
    'a Chinese identifier',
    { 'docs/zh-CN/nextjs.md': chinese.replace('providers =', '提供方 =') },
    'docs/zh-CN/nextjs.md',
    10,
    'is not what it should be',
  ],
  [
    'a stale translation',
    { [page]: english.replace('Create', 'Make') },
    'docs/zh-CN/nextjs.md',
    7,
    'changed since (docs/en/nextjs.md:3)',
  ],
  [
    'a paragraph that is not translated',
    { [page]: `${english}\nOne more.\n` },
    'docs/zh-CN/nextjs.md',
    23,
    'the English page has a paragraph',
  ],
  [
    'a translation of nothing',
    { 'docs/zh-CN/nextjs.md': `${chinese}\n多余。\n` },
    'docs/zh-CN/nextjs.md',
    24,
    'has nothing like this',
  ],
  [
    'another version than the sample',
    {
      'apps/nextjs/package.json': '{"dependencies":{"next-auth":"5.0.0-beta.32"}}',
      'docs/code/nextjs/commands.sh': 'npm install next-auth@5.0.0-beta.31\n',
    },
    'docs/code/nextjs/commands.sh',
    1,
    'where the sample has 5.0.0-beta.32',
  ],
])('%s is found', async (_what, changes, file, line, message) => {
  const { stale, problems } = await check(changes as Record<string, string>);
  const found = [...stale, ...problems].find((problem) => problem.message.includes(message));
  expect(found).toMatchObject({ file, line });
});

test('the guides of this repository are as they should be, read in less than 2 s', async () => {
  const before = process.cpuUsage();
  const { stale, problems } = await checkPages(new Repository());
  expect([...stale, ...problems]).toEqual([]);
  // The time of the processor: others may share it.
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(2000);
});

test.each([
  ['<!-- snippet: apps/angular/src/app/home.ts -->', 'shows no apps/angular/src/app/home.ts'],
  ['commands.sh#create', 'makes no project'],
  ['commands.sh#start', 'does not start the application'],
  ['commands.sh#build', 'does not build the application'],
  ['public/logto.example.json as', 'shows no file with the settings'],
  ['- Type: **Single Page App**', 'does not say which type of application to create'],
  ['- **Redirect URIs**', 'names no redirect URI'],
  ['- **Post sign-out redirect URIs**', 'names no post sign-out redirect URI'],
  ['- `appId`', 'does not say what appId in public/logto.json is to be'],
])('a guide without %s', async (text, message) => {
  const repository = new Repository();
  const file = 'docs/en/angular.md';
  const page = repository.read(file) ?? '';
  expect(page).toContain(text);
  const from = page.lastIndexOf('\n', page.indexOf(text));
  // An item is a line; a block ends with its fence.
  const end = text.startsWith('- ') ? '\n' : '\n```\n';
  const to = page.indexOf(end, from + 1) + end.length - 1;
  repository.replace(file, page.slice(0, from) + page.slice(to));
  const { problems } = await checkPages(repository);
  expect(problems).toContainEqual({ file, line: 1, message: expect.stringContaining(message) });
});
