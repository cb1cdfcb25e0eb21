import * as oauth from 'oauth4webapi';
import { isRefusal } from '@/lib/logto';
import type { Problem } from '@/lib/problems';

/** What went wrong between this application and Logto, in terms of what can be done about it. */
export function diagnose(error: unknown): Problem {
  if (!isRefusal(error)) {
    return 'LogtoDoesNotAnswer';
  }
  // 401 with a challenge: the secret is wrong.
  if (error instanceof oauth.WWWAuthenticateChallengeError) {
    return 'UnknownApplication';
  }
  if (error.error === 'invalid_client') {
    return 'UnknownApplication';
  }
  // A pushed request has no error code of its own for this, only the words of the description.
  if (error.error_description?.includes('redirect_uri')) {
    return 'RedirectUriNotRegistered';
  }
  return 'Configuration';
}
