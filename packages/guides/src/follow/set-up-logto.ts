import { body, connectToLogto, emailCodeExperience, kitConnectorId } from '@dm-kit/provision';
import type { Repository } from '../repository.ts';
import type { Surroundings } from '../run/surroundings.ts';
import type { ShownValues } from './fill-in.ts';

export interface WantedLogto {
  type: 'SPA' | 'Traditional';
  redirectUris: string[];
  postLogoutRedirectUris: string[];
  /** The page's own settings of the connector; this kit's guide has some where it has none. */
  connector: { config: Record<string, unknown> } | undefined;
}

/** Does in the Logto Console what a page says, or what it takes for given. @returns what the Console shows then. */
export async function setUpLogto(
  { access, account }: Surroundings,
  repository: Repository,
  { type, redirectUris, postLogoutRedirectUris, connector }: WantedLogto,
): Promise<ShownValues> {
  const api = connectToLogto(access);
  const usual = JSON.parse(repository.read('docs/code/connector/connector.json') ?? '{}');
  const config = { ...(connector?.config ?? usual), ...account };
  body(await api.POST('/api/connectors', { body: { connectorId: kitConnectorId, config } }));
  await api.PATCH('/api/sign-in-exp', { body: emailCodeExperience });
  // Logto's OpenAPI description types each URI as an object; the API takes strings.
  const oidcClientMetadata = { redirectUris, postLogoutRedirectUris } as never;
  const { id } = body(
    await api.POST('/api/applications', { body: { name: 'Page', type, oidcClientMetadata } }),
  );
  const secrets = body(
    await api.GET('/api/applications/{id}/secrets', { params: { path: { id } } }),
  ) as { value: string }[];
  return { endpoint: access.endpoint, appId: id, appSecret: secrets[0]?.value ?? '' };
}
