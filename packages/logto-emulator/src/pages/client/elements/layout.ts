import type { App } from '../app.ts';
import { type Child, h, onKeys } from '../dom.ts';
import { icon, logoUrl, wordmark } from './icons.ts';

/** The layout of the two first screens: logo and headline above the form. */
export function landingLayout(app: App, headline: string, children: Child[]): HTMLElement {
  return h('div', { class: 'landing' }, [
    h('div', { class: 'branding' }, [
      app.settings.hasLogo && h('img', { class: 'logo', alt: 'app logo', src: logoUrl }),
      h('div', { class: 'headline' }, headline),
    ]),
    ...children,
  ]);
}

/** The layout of what follows: a way back, a title, an explanation, the form. */
export function secondaryLayout(
  app: App,
  title: string,
  description: string | undefined,
  children: Child[],
): HTMLElement {
  return h('div', { class: 'secondary-page' }, [
    backBar(app),
    h('div', { class: 'body' }, [
      h('div', { class: 'header' }, [
        h('div', { class: 'title' }, title),
        description && h('div', { class: 'description' }, description),
      ]),
      ...children,
    ]),
  ]);
}

/** The bar with the way back to the screen before. */
export function backBar(app: App): HTMLElement {
  const back = () => app.back();
  return h(
    'div',
    { class: 'back-bar' },
    h('div', { role: 'button', tabindex: 0 }, [icon('back'), h('span', {}, app.t('back'))], {
      click: back,
      keydown: onKeys({ Enter: back, ' ': back }),
    }),
  );
}

/** A link to another screen. */
export function screenLink(
  app: App,
  path: string,
  label: string,
  options: { before?: Node; replace?: boolean } = {},
): HTMLElement {
  return h('a', { class: 'link', href: app.href(path) }, [options.before, label], {
    click: (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) {
        return;
      }
      event.preventDefault();
      app.navigate(path, { replace: options.replace });
    },
  });
}

/** The layout of a first screen for one thing only: title, explanation, the form, the way to more. */
export function focusedLayout(title: string, description: string, children: Child[]): HTMLElement {
  return h('div', { class: 'landing focused' }, [
    h('div', { class: 'header' }, [
      h('div', { class: 'title' }, title),
      h('div', { class: 'description' }, description),
    ]),
    ...children,
  ]);
}

/** “Powered by Logto”. Nothing is fetched from there unless the visitor follows the link. */
export function signature(): HTMLElement {
  return h(
    'div',
    { class: 'signature' },
    h(
      'a',
      {
        'aria-label': 'Powered By Logto',
        href: 'https://logto.io/?utm_source=sign_in&utm_medium=powered_by',
        rel: 'noopener',
        target: '_blank',
      },
      [h('span', {}, 'Powered by'), wordmark()],
    ),
  );
}
