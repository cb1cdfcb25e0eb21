import type { CredentialSource, Session } from './credentials.ts';

// Milliseconds. The vendor's library renews a quarter of an hour ahead too; shorter sessions are
// renewed in their last quarter, and no later than leaves time for a send.
const ahead = 15 * 60_000;
const needed = 60_000;
/** After a renewal ahead that failed, so that not every send asks again. */
const pauseAfterFailure = 10_000;

/**
 * Keeps a session and renews it ahead, behind the back of the sends that still use it. However many
 * sends ask at once, it is fetched once.
 */
export function createRenewal(fetchSession: () => Promise<Session>): CredentialSource {
  let current: Session | undefined;
  let renewFrom = 0;
  let pending: Promise<Session> | undefined;

  const renew = () => {
    pending ??= fetchSession()
      .then((session) => {
        const lifetime = session.expiration - Date.now();
        renewFrom = session.expiration - Math.max(needed, Math.min(ahead, lifetime / 4));
        current = session;
        return session;
      })
      .finally(() => {
        pending = undefined;
      });
    return pending;
  };

  return {
    async get() {
      if (!current || Date.now() >= current.expiration - needed) {
        return renew();
      }
      if (Date.now() >= renewFrom) {
        renew().catch(() => {
          renewFrom = Date.now() + pauseAfterFailure;
        });
      }
      return current;
    },
    forget() {
      current = undefined;
    },
  };
}
