import { createECDH, createHash } from 'node:crypto';
import type { Random } from '../random.ts';

/** A private key of curve P-384 as a JSON Web Key, the one that signs every token (ES384). */
export interface SigningKey {
  kty: 'EC';
  crv: 'P-384';
  use: 'sig';
  alg: 'ES384';
  kid: string;
  x: string;
  y: string;
  d: string;
}

/** Makes the key out of the random source: the same seed signs with the same key. */
export function createSigningKey(random: Random): SigningKey {
  const curve = createECDH('secp384r1');
  // A number beyond the curve's order is refused; with P-384 that is one in 2^190.
  curve.setPrivateKey(random.bytes(48));
  const point = curve.getPublicKey();
  const x = point.subarray(1, 49).toString('base64url');
  const y = point.subarray(49).toString('base64url');
  const d = curve.getPrivateKey();
  // RFC 7638: the members that a key needs, in alphabetical order.
  const thumbprint = JSON.stringify({ crv: 'P-384', kty: 'EC', x, y });
  return {
    kty: 'EC',
    crv: 'P-384',
    use: 'sig',
    alg: 'ES384',
    kid: createHash('sha256').update(thumbprint).digest('base64url'),
    x,
    y,
    d: Buffer.concat([Buffer.alloc(48 - d.length), d]).toString('base64url'),
  };
}
