import { isDeepStrictEqual } from 'node:util';
import type { ApplicationConfig } from './application-config.ts';
import type { Change } from './change.ts';
import { body, type LogtoApi, trimSlash } from './logto.ts';

/** An application as Logto is to have it. */
export interface WantedApplication {
  /** Kept in the application's custom data, so that it is found again when it was renamed in the Console: `angular`. */
  key: string;
  name: string;
  /** Logto's words for an application in the browser and for one with a server. */
  type: 'SPA' | 'Traditional';
  redirectUris: string[];
  postLogoutRedirectUris: string[];
}

/** What a configuration means at the address where the application is now, its own unless told. */
export function wantedApplication(
  key: string,
  config: ApplicationConfig,
  url = config.url,
): WantedApplication {
  const absolute = (uris: string[]) =>
    // Only a path is put below the address: `myapp://callback` and other addresses stay as they are.
    uris.map((uri) => (uri.startsWith('/') ? `${trimSlash(url)}${uri}` : uri));
  return {
    key,
    name: config.name,
    type: config.type === 'spa' ? 'SPA' : 'Traditional',
    redirectUris: absolute(config.redirectUris),
    postLogoutRedirectUris: absolute(config.postLogoutRedirectUris),
  };
}

/** An application that Logto has, as far as we look at it. */
export interface FoundApplication {
  id: string;
  name: string;
  type: string;
  customData?: Record<string, unknown>;
  oidcClientMetadata: { redirectUris: unknown[]; postLogoutRedirectUris: unknown[] };
}

const keyName = 'dmKit';
const pageSize = 100;

/** Every application that `provision` made, by its key. */
export async function findApplications(api: LogtoApi): Promise<Map<string, FoundApplication>> {
  const own = new Map<string, FoundApplication>();
  for (let page = 1; ; page += 1) {
    const params = { query: { page, page_size: pageSize } };
    const found = body(await api.GET('/api/applications', { params })) as FoundApplication[];
    for (const application of found) {
      const key = application.customData?.[keyName];
      if (typeof key === 'string') {
        own.set(key, application);
      }
    }
    if (found.length < pageSize) {
      return own;
    }
  }
}

/**
 * Creates or mends the application; gives its id (`undefined` when it would only be created by a real run).
 * @param remember kept with it when it is created
 */
export async function ensureApplication(
  api: LogtoApi,
  wanted: WantedApplication,
  { found, remember, dryRun }: EnsureOptions,
): Promise<{ change: Change; id: string | undefined }> {
  const subject = `Application "${wanted.name}"`;
  const { key, name, type, redirectUris, postLogoutRedirectUris } = wanted;
  // Logto's OpenAPI description types each URI as an object; the API takes strings.
  const oidcClientMetadata = { redirectUris, postLogoutRedirectUris } as unknown as {
    redirectUris: Record<string, unknown>[];
    postLogoutRedirectUris: Record<string, unknown>[];
  };
  if (!found) {
    if (dryRun) {
      return { change: { subject, action: 'create' }, id: undefined };
    }
    const customData = { ...remember, [keyName]: key };
    const created = body(
      await api.POST('/api/applications', { body: { name, type, oidcClientMetadata, customData } }),
    );
    return { change: { subject, action: 'create' }, id: created.id };
  }
  const is = found.oidcClientMetadata;
  const differs = [
    isDeepStrictEqual(is.redirectUris, redirectUris) ? [] : 'redirect URIs',
    isDeepStrictEqual(is.postLogoutRedirectUris, postLogoutRedirectUris)
      ? []
      : 'post sign-out redirect URIs',
  ].flat();
  if (differs.length === 0) {
    return { change: { subject, action: 'none' }, id: found.id };
  }
  if (!dryRun) {
    const params = { path: { id: found.id } };
    await api.PATCH('/api/applications/{id}', { params, body: { oidcClientMetadata } });
  }
  return { change: { subject, action: 'update', detail: differs.join(', ') }, id: found.id };
}

interface EnsureOptions {
  /** The application as it is. */
  found: FoundApplication | undefined;
  remember: Record<string, unknown>;
  dryRun: boolean;
}

/** The secret of a Traditional application: the field of the application itself is internal to Logto. */
export async function readSecret(api: LogtoApi, id: string): Promise<string> {
  const secrets = body(
    await api.GET('/api/applications/{id}/secrets', { params: { path: { id } } }),
  ) as { value: string; expiresAt: number | null }[];
  const usable = secrets.find(({ expiresAt }) => !expiresAt || expiresAt > Date.now());
  if (usable) {
    return usable.value;
  }
  const created = body(
    await api.POST('/api/applications/{id}/secrets', {
      params: { path: { id } },
      body: { name: 'provision' },
    }),
  ) as { value: string };
  return created.value;
}
