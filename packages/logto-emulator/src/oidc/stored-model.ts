import type { AdapterPayload } from 'oidc-provider';

/** A model of `oidc-provider` (a session, a token, …) as it is kept. */
export interface StoredModel {
  /** JSON. */
  payload: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
  consumedAt?: number;
  uid?: string;
  grantId?: string;
  accountId?: string;
}

/** What a model is looked for by, beside its id. */
export function ownersOf(
  kind: string,
  { uid, grantId, accountId }: AdapterPayload,
): Pick<StoredModel, 'uid' | 'grantId' | 'accountId'> {
  return {
    ...(kind === 'Session' && uid && { uid }),
    ...(grantId && { grantId }),
    ...(accountId && { accountId }),
  };
}
