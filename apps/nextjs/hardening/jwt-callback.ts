import type { NextAuthConfig } from 'next-auth';

/** Auth.js calls it whenever it reads the session; what it gives goes back into the cookie. */
export type JwtCallback = NonNullable<NonNullable<NextAuthConfig['callbacks']>['jwt']>;
