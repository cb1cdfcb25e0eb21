import type { Context } from '../context.ts';
import { mailContextOf } from '../organizations/mail-context.ts';
import type { ExperienceInteraction, Visitor } from './interaction.ts';

/** Languages that Logto's sign-in pages, and so the mails, may be in. */
const languages = [
  'ar',
  'cs',
  'de',
  'en',
  'es',
  'fa-IR',
  'fr',
  'it',
  'ja',
  'ko',
  'pl-PL',
  'pt-BR',
  'pt-PT',
  'ru',
  'th',
  'tr-TR',
  'uk-UA',
  'zh-CN',
  'zh-HK',
  'zh-TW',
];

/** What a mail's template may say beside the code: language and application; and the visitor's address. */
export function messageContext({ context, visitor }: ExperienceInteraction) {
  const { appId, organizationId, uiLocales } = parseCookie(visitor.logtoCookie);
  const application = appId === undefined ? undefined : context.store.applications.get(appId);
  const organization =
    organizationId === undefined ? undefined : context.store.organizations.get(organizationId);
  return {
    locale: localeOf(context, visitor, uiLocales),
    ...(uiLocales && { uiLocales }),
    ...(application && { application: { id: application.id, name: application.name } }),
    ...(organization && { organization: mailContextOf(organization) }),
    ip: visitor.ip,
  };
}

/** The language of a mail to a visitor. @param uiLocales what the application asked for */
export function localeOf({ store }: Context, visitor: Visitor, uiLocales?: string): string {
  return pickLanguage(store.signInExperience.languageInfo, uiLocales, visitor);
}

function parseCookie(value = '{}'): {
  appId?: string;
  organizationId?: string;
  uiLocales?: string;
} {
  try {
    return JSON.parse(value);
  } catch {
    return {};
  }
}

/** The first of the languages asked for that Logto has: exactly, or by its base. */
function pickLanguage(
  { autoDetect, fallbackLanguage }: { autoDetect: boolean; fallbackLanguage: string },
  uiLocales = '',
  { acceptLanguage }: { acceptLanguage?: string },
): string {
  const candidates = [
    ...uiLocales.split(/\s+/),
    ...(autoDetect ? acceptedLanguages(acceptLanguage) : []),
    fallbackLanguage,
  ].filter(Boolean);
  for (const candidate of candidates) {
    const tag = candidate.toLowerCase();
    const base = tag.split('-')[0];
    const match =
      languages.find((language) => language.toLowerCase() === tag) ??
      languages.find((language) => language.toLowerCase().split('-')[0] === base);
    if (match) {
      return match;
    }
  }
  return 'en';
}

function acceptedLanguages(header = ''): string[] {
  return header
    .split(',')
    .map((entry) => {
      const [tag = '', quality] = entry.split(';q=');
      return { tag: tag.trim(), quality: Number(quality ?? 1) };
    })
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}
