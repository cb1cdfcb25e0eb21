import { organizationsOf } from '../organizations/membership.ts';
import type { Store } from '../store/store.ts';
import type { Json, User } from '../store/types.ts';

/** The claims of each scope, in Logto's order. */
export const claimsByScope: Record<string, string[]> = {
  profile: [
    'name',
    'family_name',
    'given_name',
    'middle_name',
    'nickname',
    'preferred_username',
    'profile',
    'picture',
    'website',
    'gender',
    'birthdate',
    'zoneinfo',
    'locale',
    'updated_at',
    'username',
    'created_at',
  ],
  email: ['email', 'email_verified'],
  phone: ['phone_number', 'phone_number_verified'],
  address: ['address'],
  custom_data: ['custom_data'],
  identities: ['identities', 'sso_identities'],
  roles: ['roles'],
  'urn:logto:scope:organizations': ['organizations', 'organization_data'],
  'urn:logto:scope:organization_roles': ['organization_roles'],
  'urn:logto:scope:sessions': [],
};

/** Claims that Logto keeps out of the ID token unless the tenant turns them on. */
const userinfoOnly = new Set(['custom_data', 'identities', 'sso_identities', 'organization_data']);

/** The claims that live in the user's `profile`, by their name there. */
const profileClaims: Record<string, string> = {
  family_name: 'familyName',
  given_name: 'givenName',
  middle_name: 'middleName',
  nickname: 'nickname',
  profile: 'profile',
  website: 'website',
  gender: 'gender',
  birthdate: 'birthdate',
  zoneinfo: 'zoneinfo',
  locale: 'locale',
  address: 'address',
};

const userClaims: Record<string, (user: User, store: Store) => Json | undefined> = {
  name: ({ name }) => name,
  picture: ({ avatar }) => avatar,
  username: ({ username }) => username,
  email: ({ primaryEmail }) => primaryEmail,
  email_verified: ({ primaryEmail }) => primaryEmail !== null,
  phone_number: ({ primaryPhone }) => primaryPhone,
  phone_number_verified: ({ primaryPhone }) => primaryPhone !== null,
  preferred_username: ({ profile, username }) => profile.preferredUsername ?? username ?? undefined,
  custom_data: ({ customData }) => customData,
  identities: ({ identities }) => identities,
  created_at: ({ createdAt }) => createdAt,
  updated_at: ({ updatedAt }) => updatedAt,
  roles: ({ id }, store) =>
    store.userRoles
      .list(({ userId }) => userId === id)
      .flatMap(({ roleId }) => store.roles.get(roleId)?.name ?? []),
  organizations: ({ id }, store) => organizationsOf(store, id).map((one) => one.id),
  organization_data: (user, store) =>
    organizationsOf(store, user.id).map(({ id, name, description }) => ({ id, name, description })),
  // The emulator has neither roles of organizations nor single sign-on identities.
  organization_roles: () => [],
  sso_identities: () => [],
};

/** A user's claims for the scopes that were granted. */
export function claimsOf(store: Store, user: User, use: string, scope: string): { sub: string } {
  const claims = scope
    .split(' ')
    .flatMap((name) => claimsByScope[name] ?? [])
    .filter((claim) => use === 'userinfo' || !userinfoOnly.has(claim));
  return {
    sub: user.id,
    ...Object.fromEntries(claims.map((claim) => [claim, value(store, user, claim)])),
  };
}

function value(store: Store, user: User, claim: string): Json | undefined {
  const key = profileClaims[claim];
  return key === undefined ? userClaims[claim]?.(user, store) : user.profile[key];
}
