import { createExperienceApi } from './api.ts';
import type { App, Screen } from './app.ts';
import { h } from './dom.ts';
import { openDialog } from './elements/dialog.ts';
import { signature } from './elements/layout.ts';
import { createToast } from './elements/toast.ts';
import { createTranslate, type Language, matchLanguage } from './phrases/language.ts';
import { findRoute, startRouter, withQuery } from './router.ts';
import { routes } from './routes.ts';
import { notFoundScreen } from './screens/error.ts';
import { createSession, endSignIn, takeParameters } from './session.ts';
import type { Settings } from './settings.ts';
import { applyTheme, isMobile } from './theme.ts';

const root = document.documentElement;
const page = document.getElementById('app') as HTMLElement;
const settings = JSON.parse(page.dataset.settings ?? '{}') as Settings;
const session = createSession(sessionStorage);

const query = takeParameters(location.search, session);
history.replaceState(history.state, '', location.pathname + (query && `?${query}`) + location.hash);

// What the application asked for comes before what the server made out from the browser.
const asked = matchLanguage(session.uiLocales?.split(/\s+/) ?? []);
const t = createTranslate(asked ?? (root.lang as Language));
root.lang = t.language;
document.body.className = isMobile() ? 'mobile' : 'desktop';
applyTheme(settings);

const main = h('main');
page.append(h('div', { class: 'container' }, main));

let shown: Screen | undefined;
const router = startRouter((path) => {
  const route = findRoute(routes, path);
  const other = route?.insteadOf?.(settings);
  if (other) {
    return router.navigate(other, { replace: true });
  }
  shown?.removed?.();
  shown = (route?.open ?? notFoundScreen)(app);
  document.title = shown.title;
  main.replaceChildren(...shown.content, ...(settings.hideLogtoBranding ? [] : [signature()]));
  shown.shown?.();
});

const app: App = {
  settings,
  t,
  session,
  agreement: { given: false },
  api: createExperienceApi(() => ({
    'accept-language': t.language,
    ...(session.appId && { 'logto-app-id': session.appId }),
  })),
  get state() {
    return router.state;
  },
  href: (path) => withQuery(path, session.appId),
  navigate: (path, options) =>
    router.navigate(withQuery(path, session.appId, location.search), options),
  back: (steps = 1) => history.go(-steps),
  leave(url) {
    // Nothing can be pressed any more, also after going back: the sign-in has ended.
    page.append(h('div', { class: 'left' }));
    endSignIn(session);
    location.replace(url);
    return new Promise<never>(() => {});
  },
  toast: createToast(page),
  dialog: (options) => openDialog(page, t('reminder'), options),
};
router.navigate(location.pathname + location.search + location.hash, {
  replace: true,
  state: router.state,
});
