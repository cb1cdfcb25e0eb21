import { hour } from '../clock.ts';
import { preferredLanguage } from '../http/language.ts';
import { RequestError } from '../http/request-error.ts';
import type { ExperienceInteraction } from './interaction.ts';

/** Where the sign-in experience says nothing: failures in an hour, and minutes of lockout. */
const defaultAttempts = 100;
const defaultLockout = 60;

/**
 * Verifies a password or a code, and locks the identifier out for a while after too many failures in an
 * hour. While it is locked, the right answer is refused too.
 *
 * @throws RequestError `session.verification_blocked_too_many_attempts` (400), or what `verify` throws
 */
export async function guarded<T>(
  { context: { store, clock }, visitor }: Pick<ExperienceInteraction, 'context' | 'visitor'>,
  identifier: string,
  verify: () => Promise<T>,
): Promise<T> {
  const result = await verify().then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  const now = clock.now().getTime();
  const known = store.failedAttempts.get(identifier);
  const times = known?.times.filter((time) => time > now - hour * 1000) ?? [];
  const blockedUntil = known?.blockedUntil ?? 0;
  if (blockedUntil > now) {
    throw blocked(blockedUntil - now, visitor.acceptLanguage);
  }
  if ('value' in result) {
    return result.value;
  }
  const { maxAttempts = defaultAttempts, lockoutDuration = defaultLockout } =
    store.signInExperience.sentinelPolicy;
  const isBlocked = times.length + 1 >= Number(maxAttempts);
  const lockout = Number(lockoutDuration) * 60_000;
  store.failedAttempts.put({
    identifier,
    // The failure that locks out does not count towards the next lockout.
    times: isBlocked ? times : [...times, now],
    ...(isBlocked && { blockedUntil: now + lockout }),
  });
  throw isBlocked ? blocked(lockout, visitor.acceptLanguage) : result.error;
}

function blocked(milliseconds: number, acceptLanguage?: string): RequestError {
  const format = new Intl.RelativeTimeFormat(preferredLanguage(acceptLanguage));
  return new RequestError({
    code: 'session.verification_blocked_too_many_attempts',
    relativeTime: format.format(Math.round(milliseconds / 60_000), 'minute'),
  });
}
