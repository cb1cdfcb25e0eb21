import { deflateRawSync, inflateRawSync } from 'node:zlib';

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

/**
 * A model that was left alone for a while, in a string, which takes a quarter of the memory: first, in
 * columns, what models are looked for by, then everything, compressed.
 */
export type PackedModel = string;

/** Where the columns end: the time in base 36, then the beginnings of the grant's and the account's id. */
const columns = { expiresAt: 9, grantId: 17, accountId: 23 };

/** What models have in common: with it, what is left of one is mostly its ids. */
const dictionary = Buffer.from(
  [
    '{"payload":"{\\"iat\\":17,\\"exp\\":17,\\"accountId\\":\\"\\",\\"authTime\\":17,\\"claims\\":{},',
    '\\"clientId\\":\\"\\",\\"codeChallenge\\":\\"\\",\\"codeChallengeMethod\\":\\"S256\\",\\"nonce\\":\\"\\",',
    '\\"redirectUri\\":\\"http://localhost:/callback\\",\\"resource\\":\\"\\",\\"expiresWithSession\\":false,',
    '\\"grantId\\":\\"\\",\\"gty\\":\\"authorization_code refresh_token\\",\\"iiat\\":17,\\"rotations\\":1,',
    '\\"scope\\":\\"openid offline_access profile email\\",\\"sessionUid\\":\\"\\",\\"sid\\":\\"\\",',
    '\\"kind\\":\\"AccessToken\\"RefreshToken\\"AuthorizationCode\\"Grant\\",\\"openid\\":{\\"scope\\":\\"',
    'Session\\",\\"uid\\":\\"\\",\\"loginTs\\":17,\\"authorizations\\":{\\"\\":{\\"sid\\":\\"\\",',
    '\\"grantId\\":\\"\\",\\"persistsLogout\\":true}},\\"jti\\":\\"\\"}","expiresAt":17,"uid":"",',
    '"grantId":"","accountId":""}',
  ].join(''),
);
// Small texts need no more; by default, each call would take a quarter of a megabyte.
const options = { dictionary, windowBits: 11, memLevel: 2 };

export function packModel(model: StoredModel): PackedModel {
  const { expiresAt, grantId = '', accountId = '' } = model;
  const head =
    expiresAt.toString(36).padStart(columns.expiresAt) +
    beginning(grantId, columns.grantId - columns.expiresAt) +
    beginning(accountId, columns.accountId - columns.grantId);
  const body = deflateRawSync(JSON.stringify(model), options);
  // One piece: strings put together with `+` keep both parts.
  return Buffer.concat([Buffer.from(head, 'latin1'), body]).toString('latin1');
}

export function unpackModel(packed: PackedModel): StoredModel {
  const body = Buffer.from(packed, 'latin1').subarray(columns.accountId);
  return JSON.parse(inflateRawSync(body, options).toString());
}

/** When a model expires, without unpacking it. */
export function expiryOf(packed: PackedModel): number {
  return Number.parseInt(packed.slice(0, columns.expiresAt), 36);
}

/** Whether it is worth unpacking a model to see if it belongs to a grant or an account. */
export function mayBelongTo(
  packed: PackedModel,
  owner: 'grantId' | 'accountId',
  id: string,
): boolean {
  const start = owner === 'grantId' ? columns.expiresAt : columns.grantId;
  return packed.startsWith(beginning(id, columns[owner] - start), start);
}

function beginning(id: string, length: number): string {
  return id.slice(0, length).padEnd(length);
}
