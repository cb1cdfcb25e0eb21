import type { App, Screen } from '../app.ts';
import { h } from '../dom.ts';
import { button } from '../elements/button.ts';
import { emptyTray } from '../elements/icons.ts';
import { backBar } from '../elements/layout.ts';

interface Options {
  title: string;
  message?: string;
  /** There is no way back to a link that was opened. */
  noWayBack?: boolean;
  /** Leads on, instead of the way back. */
  action?: { label: string; path: string };
}

function errorScreen(app: App, { title, message, action, noWayBack }: Options): Screen {
  const go = action && (() => app.navigate(action.path, { replace: true }));
  return {
    title,
    content: [
      h('div', { class: 'error-page' }, [
        history.length > 1 && !action && !noWayBack && backBar(app),
        h('div', { class: 'error-body' }, [
          emptyTray(),
          h('div', { class: 'title' }, title),
          message && h('div', { class: 'message' }, message),
          supportLines(app),
          action && button(action.label, { click: go }).element,
        ]),
      ]),
    ],
  };
}

function supportLines({ t, settings }: App): HTMLElement | undefined {
  const { email, website } = settings.support;
  if (!email && !website) {
    return undefined;
  }
  const line = (label: string, href: string, text: string) =>
    h('div', { class: 'message' }, [label, h('a', { class: 'link', href, rel: 'noopener' }, text)]);
  return h('div', { class: 'support' }, [
    email && line(t('supportEmail'), `mailto:${email}`, email),
    website && line(t('supportWebsite'), website, website),
  ]);
}

/** There is no such page, or the sign-in experience does not have it. */
export function notFoundScreen(app: App): Screen {
  return errorScreen(app, { title: app.t('notFoundTitle') });
}

/** The server does not know of a sign-in that is under way. */
export function unknownSessionScreen(app: App): Screen {
  return errorScreen(app, { title: app.t('notFoundTitle'), message: app.t('sessionNotFound') });
}

/** The page was opened without what the page before it should have left. */
export function brokenSessionScreen(app: App, message?: string): Screen {
  return errorScreen(app, { title: app.t('sessionNotFound'), message });
}

/** The link that was opened is no good, or not any more. */
export function invalidLinkScreen(app: App): Screen {
  const { title, message } = app.state.problem ?? {
    title: app.t('invalidLinkTitle'),
    message: app.t('invalidLink'),
  };
  return errorScreen(app, { title, message, noWayBack: true });
}

/** The account may not sign in. */
export function accountSuspendedScreen(app: App): Screen {
  return errorScreen(app, {
    title: app.t('accountSuspendedTitle'),
    message: app.t('accountSuspended'),
    action: { label: app.t('backToSignIn'), path: '/sign-in' },
  });
}
