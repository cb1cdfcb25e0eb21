import type { Clock } from './clock.ts';
import type { ConnectorFactory } from './connectors/index.ts';
import type { OidcModels } from './oidc/models.ts';
import type { SigningKey } from './oidc/signing-key.ts';
import type { Random } from './random.ts';
import type { Store } from './store/store.ts';

/** The client with which the Management API is used. */
export interface ManagementClient {
  appId: string;
  appSecret: string;
  /** The resource to ask a token for. */
  resource: string;
  tokenEndpoint: string;
}

/** What every part of one running emulator is given. */
export interface Context {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  /** `{url}/oidc`. */
  readonly issuer: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly store: Store;
  /** Sessions, grants and tokens. */
  readonly models: OidcModels;
  /** Resolves when what was changed so far is on the disk; every answer waits for it. */
  saved(): Promise<void>;
  /** The connector packages, loaded at the first call (see `connectorLoader`). */
  readonly connectorFactories: () => Promise<readonly ConnectorFactory[]>;
  readonly m2m: ManagementClient;
  readonly signingKey: SigningKey;
  /** Signs the cookies. */
  readonly cookieKey: string;
  /** Ends a user's sessions and takes their tokens back: on deletion, suspension, a new password. */
  revokeUser(userId: string): void;
  /** Lifetimes in seconds; what is not given is as in Logto. */
  readonly ttl: { accessToken?: number };
  /** Writes verification codes to standard error. Off unless asked for. */
  readonly logCodes: boolean;
}
