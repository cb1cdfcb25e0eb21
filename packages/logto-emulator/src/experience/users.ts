import { parsePhoneNumber } from '@logto/shared/universal';
import type { Context } from '../context.ts';
import { joinOrganizations } from '../organizations/membership.ts';
import type { User } from '../store/types.ts';
import type { Identifier, Profile } from './types.ts';

/** A phone number in the form in which it is kept, however it was written: no zero after the country's code. */
export function phoneNumber(text: string): string {
  try {
    return parsePhoneNumber(text, true);
  } catch {
    return text;
  }
}

/** The user with an identifier. Addresses are told apart without case, user names by the policy. */
export function findUser({ store }: Context, { type, value }: Identifier): User | undefined {
  const lower = value.toLowerCase();
  if (type === 'email') {
    return store.users.find(({ primaryEmail }) => primaryEmail?.toLowerCase() === lower);
  }
  if (type === 'phone') {
    const phone = phoneNumber(value);
    return store.users.find(({ primaryPhone }) => primaryPhone === phone);
  }
  return store.signInExperience.usernamePolicy.caseSensitive === false
    ? store.users.find(({ username }) => username?.toLowerCase() === lower)
    : store.users.find(({ username }) => username === value);
}

/** Creates a user, with the roles that every new user gets. */
export function createUser(
  { store, random, clock }: Context,
  { jitOrganizationIds = [], ...profile }: Profile,
): User {
  const now = clock.now().getTime();
  const user = store.users.put({
    tenantId: 'default',
    id: random.shortId(),
    username: null,
    primaryEmail: null,
    primaryPhone: null,
    passwordEncrypted: null,
    passwordEncryptionMethod: null,
    name: null,
    avatar: null,
    profile: {},
    applicationId: null,
    identities: {},
    customData: {},
    logtoConfig: { mfa: { enabled: false } },
    mfaVerifications: [],
    isSuspended: false,
    isPasswordExpired: false,
    lastSignInAt: null,
    passwordUpdatedAt: profile.passwordEncrypted === undefined ? null : now,
    createdAt: now,
    updatedAt: now,
    ...profile,
  });
  for (const role of store.roles.list(({ isDefault, type }) => isDefault && type === 'User')) {
    store.userRoles.put({ userId: user.id, roleId: role.id });
  }
  joinOrganizations(store, user.id, jitOrganizationIds);
  return user;
}
