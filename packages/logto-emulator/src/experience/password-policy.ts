import { type PasswordIssue, PasswordPolicyChecker } from '@logto/core-kit';
import type { JsonObject, User } from '../store/types.ts';

/** What a password must not contain of its owner. */
export type PasswordOwner = Partial<
  Pick<User, 'name' | 'username' | 'primaryEmail' | 'primaryPhone'>
>;

/**
 * Checks a password by the tenant's policy, with Logto's own checker. The public service that knows leaked
 * passwords is not asked: nothing leaves the machine.
 *
 * @returns what is wrong, nothing for a good password
 */
export function checkPassword(
  policy: JsonObject,
  password: string,
  { name, username, primaryEmail, primaryPhone }: PasswordOwner,
): Promise<PasswordIssue[]> {
  const rejects = { ...(policy.rejects as JsonObject | undefined), pwned: false };
  return new PasswordPolicyChecker({ ...policy, rejects }).check(password, {
    ...(name && { name }),
    ...(username && { username }),
    ...(primaryEmail && { email: primaryEmail }),
    ...(primaryPhone && { phoneNumber: primaryPhone }),
  });
}
