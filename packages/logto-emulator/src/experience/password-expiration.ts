import { day } from '../clock.ts';
import type { Context } from '../context.ts';
import { RequestError } from '../http/request-error.ts';
import type { User } from '../store/types.ts';

/**
 * Refuses a password that is right and too old, or was declared so.
 *
 * @throws RequestError `password.expired` (422)
 */
export function assertPasswordCurrent({ store, clock }: Context, user: User): void {
  const { enabled, validPeriodDays } = store.signInExperience.passwordExpiration;
  if (!enabled) {
    return;
  }
  // Whatever writes a password notes when.
  const end = Number(user.passwordUpdatedAt) + Number(validPeriodDays) * day * 1000;
  if (user.isPasswordExpired || clock.now().getTime() >= end) {
    throw new RequestError({ code: 'password.expired', status: 422 });
  }
}
