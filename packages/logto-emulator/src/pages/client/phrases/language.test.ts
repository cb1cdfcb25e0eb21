import { describe, expect, test } from 'vitest';
import { en } from './en.ts';
import { createTranslate, matchLanguage } from './language.ts';
import { zhCn } from './zh-cn.ts';

function placeholders(text: string) {
  return [...new Set(text.match(/{\w+}/g))].sort();
}

describe('texts', () => {
  test.each(Object.keys(en) as (keyof typeof en)[])('%s is there in both languages', (key) => {
    expect(en[key].trim()).not.toBe('');
    expect(zhCn[key]).toMatch(/[\u4e00-\u9fff]/);
    expect(placeholders(zhCn[key])).toEqual(placeholders(en[key]));
  });

  test('Chinese has no text that English lacks', () => {
    expect(Object.keys(zhCn).sort()).toEqual(Object.keys(en).sort());
  });
});

describe('translating', () => {
  test('placeholders are filled in, every time they occur', () => {
    const t = createTranslate('en');
    expect(t('resendAfter', { seconds: 59 })).toBe('Not received yet? Resend after 59 seconds');
    expect(t('accountExistsAlert', { type: 'email', value: 'a@b.c' })).toBe(
      'The account with email a@b.c is linked to another account. Please try another email.',
    );
  });

  test('what a visitor entered is text, even when it looks like a placeholder or a pattern', () => {
    const t = createTranslate('en');
    expect(t('noSuchAccount', { value: '$&{value}' })).toBe(
      'No account found for $&{value}. Create a new one?',
    );
  });

  test('lists follow the language', () => {
    expect(createTranslate('en').list(['a', 'b', 'c'])).toBe('a, b, and c');
    expect(createTranslate('en').list(['a', 'b'], 'or')).toBe('a or b');
    expect(createTranslate('zh-CN').list(['甲', '乙'])).toBe('甲和乙');
  });
});

describe('the language of a visitor', () => {
  test.each([
    [['zh-CN', 'en'], 'zh-CN'],
    [['zh-HK'], 'zh-CN'],
    [['zh'], 'zh-CN'],
    [['en-GB', 'zh'], 'en'],
    [['fr', 'ZH-hans'], 'zh-CN'],
    [['fr', 'zhx'], undefined],
    [[], undefined],
  ] as const)('%j: %s', (tags, language) => {
    expect(matchLanguage(tags)).toBe(language);
  });
});
