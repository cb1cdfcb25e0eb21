import { expect, test } from 'vitest';
import { Repository } from '../repository.ts';
import { environmentProblems, readEnvironment } from './environment.ts';
import { jsonProblems } from './json.ts';
import { settingNames, settingsTable } from './settings.ts';

const repository = new Repository();

test('an environment block is read as Next.js reads it', () => {
  expect(readEnvironment('# note\nAUTH_LOGTO_ID=abc\nPATH=x\n')).toEqual({
    AUTH_LOGTO_ID: 'abc',
    PATH: 'x',
  });
  expect(
    environmentProblems('# note\nAUTH_LOGTO_ISSUER=http://localhost:3001/oidc\nAUTH_SECRET=\n'),
  ).toEqual([]);
});

test.each([
  ['AUTH_LOGTO_ID="abc",', 'AUTH_LOGTO_ID'],
  ["AUTH_LOGTO_ID='abc'", 'is read as "abc"'],
  ['AUTH_LOGTO_ID=a#b c # d', 'is read as'],
  ['AUTH_LOGTO_ISSUER=https://example.logto.app', '/oidc behind it'],
  ['AUTH_URL=http://localhost:3000/', 'without a path'],
  ['AUTH_LOGTO_ID: abc', 'is no setting'],
])('what a person would read otherwise is found: %s', (line, message) => {
  expect(environmentProblems(line).join('\n')).toContain(message);
});

test('a connector JSON passes the connector’s own guard, or names the field', async () => {
  expect(await jsonProblems(repository, '{"a": 1}')).toEqual([]);
  expect((await jsonProblems(repository, '{"a": 1,}')).join()).toContain('no JSON');
  const config = {
    accessKeyId: 'id',
    accessKeySecret: 'secret',
    accountName: 'a@example.com',
    templates: [],
  };
  expect((await jsonProblems(repository, JSON.stringify(config))).join()).toContain(
    'refuses templates',
  );
});

test('the table of settings is the connector’s own form, in the language of the page', async () => {
  const english = await settingsTable(repository, 'connector-aliyun-dm', 'docs/en/connector.md');
  const chinese = await settingsTable(repository, 'connector-aliyun-dm', 'docs/zh-CN/connector.md');
  for (const name of await settingNames(repository)) {
    expect(english).toContain(`\`${name}\``);
    expect(chinese).toContain(`\`${name}\``);
  }
  expect(english).not.toMatch(/\p{Script=Han}/u);
  expect(chinese).toMatch(/\p{Script=Han}/u);
  expect(await settingsTable(repository, 'none', 'docs/en/connector.md')).toBeUndefined();
});
