import { unreadableSession } from './credential-errors.ts';
import type { Session } from './credentials.ts';

/** What may stand in a header line. */
function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^[!-~]+$/.test(value);
}

function parse(text: string): Record<string, unknown> {
  try {
    return { ...JSON.parse(text) };
  } catch {
    return {};
  }
}

/**
 * Reads a session as both the metadata service and the Security Token Service write it.
 *
 * @throws ConnectorError
 */
export function readSession(text: string): Session {
  const answer = parse(text);
  const { AccessKeyId, AccessKeySecret, SecurityToken, Expiration } = {
    ...answer,
    ...(answer.Credentials as object | undefined),
  } as Record<string, unknown>;
  const expiration = Date.parse(String(Expiration));
  if (
    isToken(AccessKeyId) &&
    isToken(AccessKeySecret) &&
    isToken(SecurityToken) &&
    !Number.isNaN(expiration)
  ) {
    return {
      accessKeyId: AccessKeyId,
      accessKeySecret: AccessKeySecret,
      securityToken: SecurityToken,
      expiration,
    };
  }
  throw unreadableSession();
}
