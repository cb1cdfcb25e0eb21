import { errorMessage } from '../../src/http/messages.ts';
import { en, type Phrases } from '../../src/pages/client/phrases/en.ts';
import { createTranslate, type Language } from '../../src/pages/client/phrases/language.ts';
import type { Screen } from './screen.ts';

/** The addresses on the recorded screens. */
const addresses = ['ui1795535647830@example.com', 'pw1795535667696@example.com'];

/** Every text that a recorded screen can have, filled in, always in the same order. */
function texts(language: Language): string[] {
  const t = createTranslate(language);
  const values = (value: string) => ({
    value,
    target: value,
    address: t('email'),
    seconds: 'N',
    types: t('email'),
    items: t('requiresLength', { count: 8 }),
  });
  const keys = Object.keys(en) as (keyof Phrases)[];
  return [
    // What the server says.
    errorMessage('verification_code.code_mismatch', language),
    errorMessage('connector.general', language, { errorDescription: '' }),
    ...keys.flatMap((key) => addresses.map((address) => t(key, values(address)).trim())),
  ];
}

function escapePattern(text: string) {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/**
 * A recorded screen as it is in Chinese: every English text replaced with its counterpart. Only the
 * first screen was recorded in Chinese; the texts themselves are Logto's.
 */
export function inChinese(screen: Screen): Screen {
  const chinese = texts('zh-CN');
  const pairs = new Map<string, string>();
  texts('en').forEach((text, index) => {
    // Where English says the same twice, the first is the one on these screens.
    if (!pairs.has(text)) {
      pairs.set(text, chinese[index] ?? '');
    }
  });
  // Parts of other texts, and types of inputs.
  pairs.delete(en.email);
  pairs.delete(en.username);
  const longestFirst = [...pairs.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    longestFirst.map((text) => `(?<![\\w@-])${escapePattern(text)}(?!\\w)`).join('|'),
    'g',
  );
  const translate = (text: string) =>
    text.replaceAll('"+1"', '"+86"').replaceAll(pattern, (match) => pairs.get(match) ?? match);
  return {
    ...screen,
    lang: 'zh-CN',
    title: translate(screen.title),
    aria: translate(screen.aria),
    fields: screen.fields.map((field) => ({ ...field, text: translate(field.text ?? '') })),
  };
}
