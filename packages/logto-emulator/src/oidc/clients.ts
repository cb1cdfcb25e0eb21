import { type ClientMetadata, errors } from 'oidc-provider';
import type { Context } from '../context.ts';
import type { Application, ApplicationType } from '../store/types.ts';
import { forLibrary } from './redirect-uris.ts';

export const tokenExchange = 'urn:ietf:params:oauth:grant-type:token-exchange';
const deviceCode = 'urn:ietf:params:oauth:grant-type:device_code';

/** Metadata of Logto's own that a client may carry, named as in the Management API. */
export const extraClientMetadata = [
  'corsAllowedOrigins',
  'idTokenTtl',
  'refreshTokenTtl',
  'refreshTokenTtlInDays',
  'tenantId',
  'alwaysIssueRefreshToken',
  'rotateRefreshToken',
  'allowTokenExchange',
  'isDeviceFlow',
  'registeredRedirectUris',
  'registeredPostLogoutRedirectUris',
];

/**
 * An application as `oidc-provider` wants it.
 *
 * @throws InvalidClient when there is no application with this id, with Logto's description
 */
export function findClient({ store, m2m }: Context, id: string): ClientMetadata {
  if (id === m2m.appId) {
    return { client_id: id, client_secret: m2m.appSecret, ...metadataByType('MachineToMachine') };
  }
  const application = store.applications.get(id);
  if (!application) {
    throw new errors.InvalidClient(`invalid client ${id}`, 'client not found');
  }
  return toClientMetadata(application);
}

function toClientMetadata(application: Application): ClientMetadata {
  const { oidcClientMetadata, customClientMetadata, type } = application;
  const { redirectUris, postLogoutRedirectUris } = oidcClientMetadata;
  const { backchannelLogoutUri, backchannelLogoutSessionRequired } = oidcClientMetadata;
  return {
    client_id: application.id,
    client_secret: application.secret,
    client_name: application.name,
    ...metadataByType(type, customClientMetadata),
    redirect_uris: forLibrary(type, redirectUris),
    post_logout_redirect_uris: forLibrary(type, postLogoutRedirectUris),
    ...(backchannelLogoutUri && { backchannel_logout_uri: backchannelLogoutUri }),
    ...(backchannelLogoutSessionRequired !== undefined && {
      backchannel_logout_session_required: backchannelLogoutSessionRequired,
    }),
    ...customClientMetadata,
    registeredRedirectUris: redirectUris,
    registeredPostLogoutRedirectUris: postLogoutRedirectUris,
  };
}

function metadataByType(
  type: ApplicationType,
  { allowTokenExchange, isDeviceFlow }: Application['customClientMetadata'] = {},
): Partial<ClientMetadata> {
  const isPublic = type === 'Native' || type === 'SPA';
  const more = allowTokenExchange ? [tokenExchange] : [];
  return {
    application_type: type === 'Native' ? 'native' : 'web',
    token_endpoint_auth_method: isPublic ? 'none' : 'client_secret_basic',
    id_token_signed_response_alg: 'ES384',
    ...grantsOf(type === 'Native' && isDeviceFlow ? 'Device' : type, more),
  };
}

function grantsOf(type: ApplicationType | 'Device', more: string[]): Partial<ClientMetadata> {
  if (type === 'MachineToMachine') {
    return { grant_types: ['client_credentials', ...more], response_types: [], redirect_uris: [] };
  }
  if (type === 'Device') {
    return { grant_types: [deviceCode, 'refresh_token', ...more], response_types: [] };
  }
  return { grant_types: ['authorization_code', 'refresh_token', ...more] };
}
