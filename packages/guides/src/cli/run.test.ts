import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixture } from '../../test/fixture.ts';

function run(...options: string[]) {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'run.ts'), ...options],
    { encoding: 'utf8' },
  );
  return { status, stderr: stderr.trim() };
}

test.each([
  [[], 'Which guide? angular, nextjs, nextjs-v4. See --help.'],
  [['vue'], 'Which guide? angular, nextjs, nextjs-v4. See --help.'],
  [['nextjs', '--lang', 'de'], '--lang is one of en, zh-CN. See --help.'],
  [['--page', 'nowhere.md'], 'There is no file nowhere.md. See --help.'],
])('%j: one line, exit code 2', (options, stderr) => {
  expect(run(...options)).toEqual({ status: 2, stderr });
});

test('a page without code, and one that is about something else', () => {
  const { root } = fixture({ 'words.md': '# Words\n', 'vue.md': '```ts\nimport "vue";\n```\n' });
  const words = join(root, 'words.md');
  const vue = join(root, 'vue.md');
  expect(run('--page', words)).toEqual({
    status: 2,
    stderr: `${words} has no code: there is nothing to follow. See --help.`,
  });
  expect(run('--page', vue)).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/uses neither angular-auth-oidc-client nor next-auth; which of/),
  });
});
