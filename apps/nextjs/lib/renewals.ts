import { refresh } from '@/lib/refresh';
import { isStale, type Tokens } from '@/lib/tokens';

interface Renewal {
  answer: Promise<Tokens>;
  settled?: Tokens;
}

/** How long an answer is kept for requests that still carry the session before it, in ms. */
const keptFor = 5 * 60_000;

/**
 * Makes a `renew` that uses a refresh token once, however many requests ask at once: a refresh
 * token that comes back a second time makes Logto end the session.
 *
 * The answer is kept for a while. A browser that leaves a page before the response has arrived
 * never sees its cookie, and asks again with the one it has.
 */
export function createRenewals(fetchTokens: (tokens: Tokens) => Promise<Tokens>) {
  const renewals = new Map<string | undefined, Renewal>();

  function start(tokens: Tokens): Promise<Tokens> {
    const key = tokens.refreshToken;
    const renewal: Renewal = { answer: fetchTokens(tokens) };
    renewals.set(key, renewal);
    const forget = () => renewals.get(key) === renewal && renewals.delete(key);
    renewal.answer.then((fresh) => {
      renewal.settled = fresh;
      setTimeout(forget, keptFor).unref();
    }, forget);
    return renewal.answer;
  }

  return async function renew(tokens: Tokens): Promise<Tokens> {
    const renewal = renewals.get(tokens.refreshToken);
    // Logto may let a refresh token be used again instead of replacing it.
    const again =
      renewal?.settled?.refreshToken === tokens.refreshToken &&
      renewal?.settled !== undefined &&
      isStale(renewal.settled);
    if (!renewal || again) {
      return start(tokens);
    }
    const fresh = await renewal.answer;
    return renewal.settled && isStale(fresh) ? renew(fresh) : fresh;
  };
}

// Next.js bundles the proxy and the routes apart, each with its own copy of this module; the
// process has one of these.
const shared = globalThis as { nextjsSampleRenew?: ReturnType<typeof createRenewals> };
shared.nextjsSampleRenew ??= createRenewals(refresh);

/** The session's tokens, renewed. @throws as `refresh` does. */
export const renew = shared.nextjsSampleRenew;
