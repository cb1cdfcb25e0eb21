import type { Context } from '../context.ts';
import { RequestError } from '../http/request-error.ts';
import { tenantId } from '../store/seed.ts';
import type { OneTimeToken, OneTimeTokenStatus } from '../store/types.ts';

/** Seconds that a token lives when its maker does not say: ten minutes. */
const defaultLifetime = 600;

/** A token whose time is over is shown as expired, whatever was noted of it. */
export function withCurrentStatus({ clock }: Context, token: OneTimeToken): OneTimeToken {
  const isOver = token.status === 'active' && token.expiresAt <= clock.now().getTime();
  return isOver ? { ...token, status: 'expired' } : token;
}

/** @param expiresIn seconds */
export function createOneTimeToken(
  { store, random, clock }: Context,
  {
    email,
    context = {},
    expiresIn = defaultLifetime,
  }: Pick<OneTimeToken, 'email'> & { context?: OneTimeToken['context']; expiresIn?: number },
): OneTimeToken {
  const createdAt = clock.now().getTime();
  return store.oneTimeTokens.put({
    tenantId,
    id: random.id(),
    email,
    token: random.secret(),
    context,
    status: 'active',
    createdAt,
    expiresAt: createdAt + expiresIn * 1000,
  });
}

/** @throws RequestError `one_time_token.cannot_reactivate_token` (400) */
export function changeStatus(
  { store }: Context,
  token: OneTimeToken,
  status: OneTimeTokenStatus,
): OneTimeToken {
  if (status === 'active') {
    throw new RequestError('one_time_token.cannot_reactivate_token');
  }
  return store.oneTimeTokens.put({ ...token, status });
}

/** What a link says: its token, and whose it is. */
interface Link {
  token: string;
  email: string;
}

/** Uses a token up. @throws what `checkOneTimeToken` throws */
export function useOneTimeToken(context: Context, link: Link, event?: string): OneTimeToken {
  return changeStatus(context, checkOneTimeToken(context, link, event), 'consumed');
}

/**
 * Looks whether a token is good.
 *
 * @param event what it is used for; the Management API, which only verifies, does not say
 * @throws RequestError `one_time_token.token_not_found` (404), or 400 with what is wrong with it
 */
export function checkOneTimeToken(
  context: Context,
  { token: text, email }: Link,
  event?: string,
): OneTimeToken {
  const [found] = context.store.oneTimeTokens.list(({ token }) => token === text);
  if (!found) {
    throw new RequestError({
      code: 'one_time_token.token_not_found',
      status: 404,
      token: text,
    });
  }
  const token = withCurrentStatus(context, found);
  if (token.email !== email) {
    throw new RequestError('one_time_token.email_mismatch');
  }
  // An old one is expired before it is anything else, as in Logto.
  if (token.status === 'expired' || token.expiresAt <= context.clock.now().getTime()) {
    throw new RequestError('one_time_token.token_expired');
  }
  if (token.status !== 'active') {
    throw new RequestError(`one_time_token.token_${token.status}`);
  }
  const boundTo = token.context.interactionEvent;
  if (event !== undefined && boundTo !== undefined && boundTo !== event) {
    throw new RequestError('one_time_token.interaction_event_mismatch');
  }
  return token;
}
