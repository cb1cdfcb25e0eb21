import type { Context } from '../context.ts';
import { preferredLanguage } from '../http/language.ts';
import { RequestError } from '../http/request-error.ts';
import { checkOneTimeToken } from '../one-time-tokens/one-time-tokens.ts';
import type { StoredInteraction } from './interactions.ts';

/**
 * The page for who followed a link while somebody is signed in: that of the link, which may invite the one who is
 * signed in, or one that asks before it signs in somebody else.
 *
 * @returns nothing where no link was followed, or it has done its work
 */
export function pageOfLink(
  context: Context,
  { params, session, lastSubmission }: StoredInteraction,
  acceptLanguage: string | undefined,
): string | undefined {
  const { one_time_token: token, login_hint: email, prompt } = params;
  if (typeof token !== 'string' || typeof email !== 'string' || !token || !email) {
    return undefined;
  }
  const emailOf = (userId: unknown) => context.store.users.get(String(userId))?.primaryEmail;
  const { login } = (lastSubmission ?? {}) as { login?: { accountId: string } };
  const primaryEmail = emailOf(session?.accountId);
  if (!primaryEmail) {
    throw new RequestError('user.email_not_exist');
  }
  const hasJustSignedIn = login !== undefined && emailOf(login.accountId) === email;
  const isAskedToSignIn = String(prompt ?? '')
    .split(' ')
    .includes('login');
  const link = new URLSearchParams({ login_hint: email, one_time_token: token });
  if (primaryEmail !== email && !isAskedToSignIn && !hasJustSignedIn) {
    return `switch-account?${link}`;
  }
  try {
    checkOneTimeToken(context, { token, email });
  } catch (error) {
    if (!(error instanceof RequestError)) {
      throw error;
    }
    const isDone = primaryEmail === email || hasJustSignedIn;
    if (error.code === 'one_time_token.token_consumed' && isDone) {
      return undefined;
    }
    const { message } = error.toBody(preferredLanguage(acceptLanguage));
    return `one-time-token?${new URLSearchParams({ errorMessage: message })}`;
  }
  return `one-time-token?${link}`;
}
