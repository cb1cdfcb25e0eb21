import type { App, NavigateOptions, Screen, ScreenState } from './app.ts';
import type { Settings } from './settings.ts';

/** A page: its path and what makes its screen. */
export interface Route {
  path: string;
  open(app: App): Screen;
  /** The path to show instead, where the sign-in experience does not have this page. */
  insteadOf?(settings: Settings): string | undefined;
}

/** The route of a path; a slash at the end does not matter. */
export function findRoute(routes: readonly Route[], path: string): Route | undefined {
  const trimmed = path.replace(/(?<=.)\/+$/, '');
  return routes.find((route) => route.path === trimmed);
}

/**
 * A path with the query it is to have: the application's id, and for the page that the code is
 * entered on, whatever the address has at present.
 */
export function withQuery(path: string, appId: string | undefined, search = ''): string {
  const parameters = new URLSearchParams(path.endsWith('/verification-code') ? search : '');
  if (appId) {
    parameters.set('app_id', appId);
  }
  const query = parameters.toString();
  return query ? `${path}${path.includes('?') ? '&' : '?'}${query}` : path;
}

/** Keeps address and screen in step through the browser's history. */
export interface Router {
  navigate(href: string, options?: NavigateOptions): void;
  readonly state: ScreenState;
}

/** @param show called at each change of the address, the first time when the router is started */
export function startRouter(show: (path: string) => void): Router {
  const open = () => show(location.pathname);
  addEventListener('popstate', open);
  return {
    navigate(href, { replace = false, state = {} } = {}) {
      if (replace) {
        history.replaceState(state, '', href);
      } else {
        history.pushState(state, '', href);
      }
      open();
      scrollTo(0, 0);
    },
    get state() {
      return (history.state ?? {}) as ScreenState;
    },
  };
}
