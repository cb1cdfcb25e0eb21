import type { NextAuthConfig, NextAuthResult } from 'next-auth';
import type {} from 'next-auth/jwt';
import * as oauth from 'oauth4webapi';
import type { JwtCallback } from '@/hardening/jwt-callback';
import { logto } from '@/hardening/logto';

type SessionCallback = NonNullable<NonNullable<NextAuthConfig['callbacks']>['session']>;

/** Access to the notes API, as far as Logto grants it. */
export interface NotesToken {
  accessToken: string;
  /** `read:notes`, or nothing. */
  scope: string;
}

declare module 'next-auth' {
  interface Session {
    notes?: NotesToken | undefined;
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    notes?: NotesToken | undefined;
  }
}

/** Has the visitor sign in for the API too, when this Logto has one: NOTES_API_RESOURCE says so. */
export function askForNotes(signIn: NextAuthResult['signIn']): NextAuthResult['signIn'] {
  function asking(...[provider, options, given]: Parameters<typeof signIn>) {
    const parameters = new URLSearchParams(given);
    const resource = process.env.NOTES_API_RESOURCE;
    if (resource) {
      parameters.set('resource', resource);
      parameters.set('scope', 'openid offline_access profile email read:notes');
    }
    return signIn(provider, options, parameters);
  }
  return asking as typeof signIn;
}

/**
 * Fetches an access token for the API whenever the tokens are new: an access token is for one resource, and
 * the one that Auth.js gets is for Logto itself (RFC 8707). Without an answer there are no notes.
 */
export function fetchNotesToken(jwt: JwtCallback): JwtCallback {
  return async (params) => {
    const token = await jwt(params);
    const isNew = params.account || token?.accessToken !== params.token.accessToken;
    const resource = process.env.NOTES_API_RESOURCE;
    if (!token?.refreshToken || !isNew || !resource) {
      return token;
    }
    const { server, client, authentication, options } = logto();
    try {
      const response = await oauth.refreshTokenGrantRequest(
        server,
        client,
        authentication,
        token.refreshToken,
        { ...options, additionalParameters: { resource } },
      );
      const answer = await oauth.processRefreshTokenResponse(server, client, response);
      const notes = { accessToken: answer.access_token, scope: answer.scope ?? '' };
      return { ...token, notes, refreshToken: answer.refresh_token ?? token.refreshToken };
    } catch (error) {
      console.error(`No access token for ${resource}: ${error}`);
      return { ...token, notes: undefined };
    }
  };
}

/** Shows the token to the server's own code, as `auth.ts` does with the others. */
export function showNotesToken(session: SessionCallback): SessionCallback {
  return async (params) => ({ ...(await session(params)), notes: params.token.notes });
}
