import { ConnectorError, ConnectorErrorCodes } from '@logto/connector-kit';
import type { RequestResult } from './http-request.ts';

// What keeps a key from being had. Nothing was sent then, and nothing of an answer is repeated.

const { General, InvalidConfig, InvalidResponse } = ConnectorErrorCodes;

/**
 * The codes of the Security Token Service that may be shown, from its pages of AssumeRole and
 * AssumeRoleWithOIDC and the vendor's page about RRSA.
 */
const stsCodes: ReadonlySet<string> = new Set([
  'NoPermission',
  'EntityNotExist.Role',
  'EntityNotExist.RoleArn',
  'EntityNotExist.OIDCProvider',
  'InvalidParameter.RoleArn',
  'InvalidParameter.OIDCProviderArn',
  'AuthenticationFail.NoPermission',
  'AuthenticationFail.OIDCToken.Expired',
  'AuthenticationFail.OIDCToken.Invalid',
  'AuthenticationFail.OIDCToken.PublicKeyFingerprintMismatch',
  'SignatureDoesNotMatch',
  'InvalidAccessKeyId.NotFound',
  'InvalidAccessKeyId.Inactive',
  'InvalidSecurityToken.Expired',
  'InvalidTimeStamp.Expired',
]);

function failure(code: ConnectorErrorCodes, advice: string, shown?: string): ConnectorError {
  return new ConnectorError(code, {
    errorDescription: `There are no credentials to send with${shown ? ` (${shown})` : ''}: ${advice}.`,
    ...(shown && { Code: shown }),
  });
}

/** The metadata service did not answer, or not with 200. */
export function instanceFailure(result: RequestResult): ConnectorError {
  return 'failure' in result
    ? failure(
        General,
        'the metadata service did not answer; run Logto on an ECS instance that has a RAM role, or choose another credentialSource in the connector',
        result.code,
      )
    : failure(
        InvalidConfig,
        `the metadata service answered HTTP ${result.status}; attach a RAM role to the instance in the ECS console > Instances, or correct roleName in the connector`,
      );
}

/** The Security Token Service did not answer. */
export function stsUnanswered(result: RequestResult): ConnectorError {
  return failure(
    General,
    "STS did not answer; check the Logto server's network, and regionId, network and stsEndpoint in the connector",
    'failure' in result ? result.code : '',
  );
}

/** The Security Token Service gives out no session. */
export function stsRefusal(code: string): ConnectorError {
  return failure(
    InvalidConfig,
    'STS does not give out the role; check roleArn, its trust policy in the RAM console > Roles, and what assumes it: the AccessKey, the role of the instance, or the OIDC provider and its token',
    stsCodes.has(code) ? code : '',
  );
}

/** @param code of Node, such as `ENOENT` */
export function tokenFileFailure(code: string | undefined): ConnectorError {
  return failure(
    InvalidConfig,
    'the OIDC token file cannot be read; check oidcTokenFile in the connector and the service account of the pod',
    code,
  );
}

/** What came is no session. */
export function unreadableSession(): ConnectorError {
  return failure(
    InvalidResponse,
    'what was to give them answered with something else; check metadataEndpoint and stsEndpoint in the connector and any proxy on the way',
  );
}
