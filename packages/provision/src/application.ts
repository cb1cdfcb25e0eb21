import { isDeepStrictEqual } from 'node:util';
import type { Change } from './change.ts';
import { body, type LogtoApi } from './logto.ts';

/** An application as `provision` wants it. */
export interface WantedApplication {
  /** Which sample it is for; kept in the application's custom data, so that renaming it in the Console loses nothing. */
  sample: 'angular' | 'nextjs';
  name: string;
  type: 'SPA' | 'Traditional';
  redirectUris: string[];
  postLogoutRedirectUris: string[];
  /** Kept with the application when it is created, for `--remove`. */
  remember?: Record<string, unknown>;
}

interface Found {
  id: string;
  type: string;
  customData?: Record<string, unknown>;
  oidcClientMetadata: { redirectUris: unknown[]; postLogoutRedirectUris: unknown[] };
}

/** The key in `customData` by which `provision` finds its own applications again. */
export const ownerKey = 'dmKit';

export async function findApplication(
  api: LogtoApi,
  wanted: Pick<WantedApplication, 'sample' | 'type'>,
): Promise<Found | undefined> {
  for (let page = 1; ; page += 1) {
    const query = { types: [wanted.type], page, page_size: 100 };
    const found = body(await api.GET('/api/applications', { params: { query } })) as Found[];
    const own = found.find(({ customData }) => customData?.[ownerKey] === wanted.sample);
    if (own || found.length < query.page_size) {
      return own;
    }
  }
}

/** Creates or mends the application; gives its id (`undefined` when it would only be created by a real run). */
export async function ensureApplication(
  api: LogtoApi,
  wanted: WantedApplication,
  dryRun: boolean,
): Promise<{ change: Change; id: string | undefined }> {
  const subject = `Application "${wanted.name}"`;
  const { redirectUris, postLogoutRedirectUris } = wanted;
  // Logto's OpenAPI description types each URI as an object; the API takes strings.
  const oidcClientMetadata = { redirectUris, postLogoutRedirectUris } as unknown as {
    redirectUris: Record<string, unknown>[];
    postLogoutRedirectUris: Record<string, unknown>[];
  };
  const found = await findApplication(api, wanted);
  if (!found) {
    if (dryRun) {
      return { change: { subject, action: 'create' }, id: undefined };
    }
    const { name, type, sample, remember } = wanted;
    const created = body(
      await api.POST('/api/applications', {
        body: { name, type, oidcClientMetadata, customData: { ...remember, [ownerKey]: sample } },
      }),
    );
    return { change: { subject, action: 'create' }, id: created.id };
  }
  const differs = [
    isDeepStrictEqual(found.oidcClientMetadata.redirectUris, redirectUris) ? [] : 'redirect URIs',
    isDeepStrictEqual(found.oidcClientMetadata.postLogoutRedirectUris, postLogoutRedirectUris)
      ? []
      : 'post sign-out redirect URIs',
  ].flat();
  if (differs.length === 0) {
    return { change: { subject, action: 'none' }, id: found.id };
  }
  if (!dryRun) {
    await api.PATCH('/api/applications/{id}', {
      params: { path: { id: found.id } },
      body: { oidcClientMetadata },
    });
  }
  return { change: { subject, action: 'update', detail: differs.join(', ') }, id: found.id };
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
