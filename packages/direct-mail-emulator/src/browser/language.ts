import { en, type TextKey, zh } from './texts.ts';

const languages = { en, zh };
type Language = keyof typeof languages;

const remembered = 'direct-mail-emulator.language';

function preferred(): Language {
  const chosen = localStorage.getItem(remembered) ?? navigator.language;
  return chosen.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

let current: Language = preferred();

/** The page's language as a tag for `lang` and for dates. */
export function languageTag(): string {
  return current === 'zh' ? 'zh-CN' : 'en';
}

/** A text in the page's language, `{name}` filled in. */
export function text(key: TextKey, values: Record<string, string | number> = {}): string {
  return languages[current][key].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(values[name] ?? ''),
  );
}

/** Writes the texts of the page that stand in its HTML. */
export function writeTexts(): void {
  document.documentElement.lang = languageTag();
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    element.textContent = text(element.dataset.text as TextKey);
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-label]')) {
    element.ariaLabel = text(element.dataset.label as TextKey);
  }
  for (const element of document.querySelectorAll<HTMLInputElement>('[data-placeholder]')) {
    element.placeholder = text(element.dataset.placeholder as TextKey);
  }
}

/** Makes the button switch the language; it is named in the other language. */
export function setUpLanguage(button: HTMLElement, changed: () => void): void {
  const name = () => {
    button.lang = current === 'zh' ? 'en' : 'zh-CN';
    button.textContent = current === 'zh' ? 'English' : '中文';
  };
  button.addEventListener('click', () => {
    current = current === 'zh' ? 'en' : 'zh';
    localStorage.setItem(remembered, current);
    name();
    writeTexts();
    changed();
  });
  name();
  writeTexts();
}
