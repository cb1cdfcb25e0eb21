import { expect, test } from 'vitest';
import { preferredLanguage } from './language.ts';

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['zh-CN', 'zh-CN'],
  ['zh', 'zh-CN'],
  ['fr, zh-CN;q=0.5, en;q=0.4', 'zh-CN'],
  ['en;q=0.5, zh-CN', 'zh-CN'],
  ['en-GB,zh;q=0.9', 'en'],
  ['fr', 'en'],
  ['*', 'en'],
])('%s is answered in %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});
