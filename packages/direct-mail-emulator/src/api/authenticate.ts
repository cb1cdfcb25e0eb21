import { ApiError, invalidParameter, missingParameter } from './api-error.ts';
import type { ApiRequest } from './api-request.ts';
import { Nonces } from './nonces.ts';
import { sameText } from './same-text.ts';
import { signV1, stringToSignV1 } from './signature-v1.ts';
import {
  canonicalRequestV3,
  parseAuthorizationV3,
  sha256Hex,
  signV3,
  stringToSignV3,
} from './signature-v3.ts';
import { checkTimestamp, clockTolerance } from './timestamp.ts';

/** A pair of keys that may call the API; with a token it is a temporary (STS) one. */
export interface AccessKey {
  accessKeyId: string;
  accessKeySecret: string;
  securityToken?: string | undefined;
}

/** What a signature claims, whichever version it has. */
interface Claim {
  accessKeyId: string;
  securityToken: string;
  timestamp: string;
  nonce: string;
  /** Throws unless the signature was made with this secret. */
  verify: (accessKeySecret: string) => void;
}

function mandatory(name: string, value: string | null | undefined): string {
  if (!value) {
    throw missingParameter(name);
  }
  return value;
}

function claimV1({ method, parameters }: ApiRequest): Claim {
  const get = (name: string) => mandatory(name, parameters.get(name));
  const accessKeyId = get('AccessKeyId');
  const signature = get('Signature');
  const expectations = { SignatureMethod: 'HMAC-SHA1', SignatureVersion: '1.0' };
  for (const [name, expected] of Object.entries(expectations)) {
    if (get(name).toUpperCase() !== expected) {
      throw invalidParameter(name);
    }
  }
  return {
    accessKeyId,
    securityToken: parameters.get('SecurityToken') ?? '',
    timestamp: get('Timestamp'),
    nonce: get('SignatureNonce'),
    verify: (secret) => {
      const stringToSign = stringToSignV1(method, parameters);
      if (!sameText(signV1(stringToSign, secret), signature)) {
        throw new ApiError(
          'SignatureDoesNotMatch',
          `Specified signature does not match our calculation. server string to sign is:${stringToSign}`,
        );
      }
    },
  };
}

function claimV3({ method, query, headers, body }: ApiRequest, authorization: string): Claim {
  const claimed = parseAuthorizationV3(authorization);
  if (!claimed) {
    throw new ApiError('IncompleteSignature');
  }
  const get = (name: string) => mandatory(name, headers.get(name));
  return {
    accessKeyId: claimed.accessKeyId,
    securityToken: headers.get('x-acs-security-token') ?? '',
    timestamp: get('x-acs-date'),
    nonce: get('x-acs-signature-nonce'),
    verify: (secret) => {
      const { signedHeaders } = claimed;
      const canonical = canonicalRequestV3({ method, query, headers, signedHeaders, body });
      const unsigned = ['host', ...headers.keys()].filter(
        (name) => (name === 'host' || name.startsWith('x-acs-')) && !signedHeaders.includes(name),
      );
      const stringToSign = stringToSignV3(canonical);
      const genuine =
        unsigned.length === 0 &&
        get('x-acs-content-sha256') === sha256Hex(body) &&
        sameText(signV3(stringToSign, secret), claimed.signature);
      if (!genuine) {
        throw new ApiError(
          'SignatureDoesNotMatch',
          `Specified signature does not match our calculation. server stringToSign is ${stringToSign} server CanonicalRequest is ${canonical}`,
        );
      }
    },
  };
}

/** Checks who calls: key, token, clock, signature and nonce, in the gateway's order. */
export class Authenticator {
  readonly #keys: ReadonlyMap<string, AccessKey>;
  // A timestamp is good 15 minutes before and after its time.
  readonly #nonces = new Nonces(2 * clockTolerance);

  constructor(accessKeys: readonly AccessKey[]) {
    this.#keys = new Map(accessKeys.map((key) => [key.accessKeyId, key]));
  }

  /** @returns the access key id of the caller @throws {ApiError} */
  authenticate(request: ApiRequest, now: Date): string {
    const authorization = request.headers.get('authorization') ?? '';
    const claim = authorization.startsWith('ACS3-')
      ? claimV3(request, authorization)
      : claimV1(request);
    const key = this.#keys.get(claim.accessKeyId);
    if (!key) {
      throw new ApiError('InvalidAccessKeyId.NotFound');
    }
    checkTimestamp(claim.timestamp, now);
    if (!sameText(claim.securityToken, key.securityToken ?? '')) {
      // A temporary key without its token is a key that does not exist.
      throw claim.securityToken
        ? new ApiError('InvalidSecurityToken.MismatchWithAccessKey')
        : new ApiError('InvalidAccessKeyId.NotFound');
    }
    claim.verify(key.accessKeySecret);
    // The nonce of a forged request is not noted: it would lock out the real one.
    if (!this.#nonces.add(`${claim.accessKeyId} ${claim.nonce}`, now.getTime())) {
      throw new ApiError('SignatureNonceUsed');
    }
    return claim.accessKeyId;
  }

  /** Forgets the nonces. */
  reset(): void {
    this.#nonces.clear();
  }
}
