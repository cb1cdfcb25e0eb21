import type { App } from './app.ts';
import { h } from './dom.ts';

/** The sentence that names the terms the visitor agrees to, when there are any. */
export function termsLine(app: App): HTMLElement | undefined {
  const { t, settings } = app;
  const { use, privacy, agree } = settings.terms;
  const link = (href: string, label: string) =>
    h('a', { class: 'quiet-link', href, target: '_blank', rel: 'noopener' }, label);
  const links = [
    ...(use ? [link(use, t('termsOfUse'))] : []),
    ...(use && privacy ? [` ${t('and')} `] : []),
    ...(privacy ? [link(privacy, t('privacyPolicy'))] : []),
  ];
  if (links.length === 0) return undefined;
  if (agree !== 'Automatic') return h('div', { class: 'terms' }, links);
  const [before, after] = t('autoAgreement').split('{links}');
  return h('div', { class: 'terms' }, [before, ...links, after]);
}
