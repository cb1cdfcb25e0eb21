import { en, type Phrases } from './en.ts';
import { zhCn } from './zh-cn.ts';

/** The languages of the pages. */
export type Language = 'en' | 'zh-CN';

const phrases: Record<Language, Phrases> = { en, 'zh-CN': zhCn };

/** The first of the visitor's languages that the pages speak: an exact tag or the same base language. */
export function matchLanguage(tags: readonly string[]): Language | undefined {
  for (const tag of tags) {
    if (/^zh(-|$)/i.test(tag)) {
      return 'zh-CN';
    }
    if (/^en(-|$)/i.test(tag)) {
      return 'en';
    }
  }
  return undefined;
}

/** Turns a key into text. */
export interface Translate {
  (key: keyof Phrases, values?: Record<string, string | number>): string;
  /** “a, b, and c”, or with `or` “a, b, or c”, in the language's own way. */
  list(items: readonly string[], kind?: 'and' | 'or'): string;
  readonly language: Language;
}

/** The texts of one language, with their placeholders filled in. */
export function createTranslate(language: Language): Translate {
  const translate = (key: keyof Phrases, values: Record<string, string | number> = {}) =>
    phrases[language][key].replaceAll(/{(\w+)}/g, (whole, name: string) =>
      name in values ? String(values[name]) : whole,
    );
  const list = (items: readonly string[], kind: 'and' | 'or' = 'and') =>
    new Intl.ListFormat(language, {
      type: kind === 'and' ? 'conjunction' : 'disjunction',
    }).format(items);
  return Object.assign(translate, { list, language });
}
