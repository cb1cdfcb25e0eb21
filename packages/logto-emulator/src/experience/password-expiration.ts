import { day } from '../clock.ts';
import type { Context } from '../context.ts';
import { RequestError } from '../http/request-error.ts';
import type { User } from '../store/types.ts';

/**
 * Refuses a password that is right and too old, or was declared so. Who had a password before passwords
 * expired has it from then on for the whole period.
 *
 * @throws RequestError `password.expired` (422)
 */
export function assertPasswordCurrent({ store, clock }: Context, user: User): void {
  const { enabled, validPeriodDays, enabledAt } = store.signInExperience.passwordExpiration;
  if (!enabled) {
    return;
  }
  const since = user.passwordUpdatedAt ?? Number(enabledAt ?? user.createdAt);
  const end = since + Number(validPeriodDays) * day * 1000;
  if (user.isPasswordExpired || clock.now().getTime() >= end) {
    throw new RequestError({ code: 'password.expired', status: 422 });
  }
}
