import { Hono } from 'hono';
import type { Context } from '../context.ts';
import { preferredLanguage } from '../http/language.ts';
import { loadAssets } from './assets.ts';
import { matchLanguage } from './client/phrases/language.ts';
import { clientSettings } from './client-settings.ts';
import { contentSecurityPolicy, renderDocument } from './document.ts';

/** Seconds for which a browser keeps script and style sheet: a year, since a change renames them. */
const assetLifetime = 31_536_000;

/**
 * The sign-in pages, mounted at the root. As in Logto every path that nothing else answers gets the
 * same document, and its script decides what is shown.
 */
export function pagesRoutes(context: Context): Hono {
  const pages = new Hono();

  pages.get('/assets/:file', (c) => {
    const asset = Object.values(loadAssets()).find(({ path }) => path === c.req.path);
    if (!asset) {
      return c.notFound();
    }
    return c.body(new Uint8Array(asset.content), 200, {
      'content-type': asset.type,
      'cache-control': `public, max-age=${assetLifetime}, immutable`,
      'x-content-type-options': 'nosniff',
    });
  });

  pages.get('*', (c) => {
    const experience = context.store.signInExperience;
    const { autoDetect, fallbackLanguage } = experience.languageInfo;
    const language =
      matchLanguage(c.req.query('ui_locales')?.split(/\s+/) ?? []) ??
      (autoDetect
        ? preferredLanguage(`${c.req.header('accept-language') ?? ''},${fallbackLanguage};q=0`)
        : (matchLanguage([fallbackLanguage]) ?? 'en'));
    const canSendMail = context.store.connectors.list().length > 0;
    return c.html(
      renderDocument(language, clientSettings(experience, canSendMail), loadAssets()),
      200,
      {
        'content-language': language,
        'content-security-policy': contentSecurityPolicy,
        'cache-control': 'no-cache',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'x-content-type-options': 'nosniff',
        vary: 'accept-language',
      },
    );
  });

  return pages;
}
