import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInByCode } from './support/sign-in.ts';
import { openTenant } from './support/tenant.ts';

let tenant: Awaited<ReturnType<typeof openTenant>>;
beforeAll(async () => {
  tenant = await openTenant();
});
afterAll(() => tenant[Symbol.asyncDispose]());

describe('signing in by e-mail code', () => {
  test('a new address registers, then signs in, and both get tokens of one user', async () => {
    const email = 'ada@example.com';
    const registered = await signInByCode(tenant, email, { event: 'Register' });
    const signedIn = await signInByCode(tenant, email);
    const keys = createRemoteJWKSet(new URL(`${tenant.logto.issuer}/jwks`));
    const verify = (token: string) =>
      jwtVerify(token, keys, { issuer: tenant.logto.issuer, audience: tenant.spa });
    const first = await verify(registered.id_token);
    const second = await verify(signedIn.id_token);
    expect(first.protectedHeader.alg).toBe('ES384');
    expect(second.payload.sub).toBe(first.payload.sub);
    expect(second.payload).toMatchObject({ email, email_verified: true, nonce: 'nonce-1' });
    expect(registered.access_token).toHaveLength(43);
    expect(registered.refresh_token).toHaveLength(43);
  });
});
