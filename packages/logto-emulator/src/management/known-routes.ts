import routes from './logto-routes.json' with { type: 'json' };

/** Who may call a route: the Management API's clients, anybody, or a signed-in user. */
export type Audience = keyof typeof routes;

/** A route of Logto's, as its OpenAPI description lists it. */
export interface KnownRoute {
  method: string;
  /** Below `/api`, with `{name}` for a parameter. */
  path: string;
  audience: Audience;
}

/** Every route of Logto's APIs (Logto 1.42, `GET /api/swagger.json`): methods and paths, nothing else. */
export const knownRoutes: readonly KnownRoute[] = (Object.keys(routes) as Audience[]).flatMap(
  (audience) =>
    routes[audience].map((route) => {
      const [method = '', path = ''] = route.split(' ');
      return { method, path, audience };
    }),
);

const matchers = new Map<string, { pattern: RegExp; routes: KnownRoute[] }>();
for (const route of knownRoutes) {
  const pattern = route.path.replaceAll(/[.]/g, '\\.').replaceAll(/\{\w+\}/g, '[^/]+');
  const matcher = matchers.get(route.path) ?? { pattern: new RegExp(`^${pattern}/?$`), routes: [] };
  matcher.routes.push(route);
  matchers.set(route.path, matcher);
}

/** The routes whose path a request's path fits, whatever their method. */
export function routesAt(path: string): KnownRoute[] {
  return [...matchers.values()]
    .filter(({ pattern }) => pattern.test(path))
    .flatMap((matcher) => matcher.routes);
}
