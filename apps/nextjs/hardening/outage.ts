import type { JwtCallback } from '@/hardening/jwt-callback';

/**
 * Auth.js ends a session whose `jwt` callback throws. Here only Logto's own refusal does: while Logto is
 * away, the session stays as it is.
 */
export function outliveOutage(jwt: JwtCallback): JwtCallback {
  return async (params) => {
    try {
      return await jwt(params);
    } catch (error) {
      if (params.account || isRefusal(error)) {
        return null;
      }
      return params.token;
    }
  };
}

/** `auth.ts` puts Logto's answer into `cause`: an error of OAuth 2.0, section 5.2, or of no such form at all. */
function isRefusal(error: unknown): boolean {
  const answer = error instanceof Error ? String(error.cause) : '';
  return /"error":\s*"(invalid|unauthorized|unsupported)_/.test(answer);
}
