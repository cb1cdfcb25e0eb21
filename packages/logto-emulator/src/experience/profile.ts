import { RequestError } from '../http/request-error.ts';
import type { SignInExperience, User } from '../store/types.ts';
import type { ExperienceInteraction } from './interaction.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { checkPassword } from './password-policy.ts';
import type { Profile } from './types.ts';
import { assertUsernameAllowed } from './username-policy.ts';
import { findUser } from './users.ts';

/** Adds to the profile what the user does not have yet and nobody else has. */
export function setProfile(interaction: ExperienceInteraction, profile: Profile): void {
  const user = interaction.userIfAny();
  if (user) {
    assertNotSet(user, profile);
  }
  if (profile.username !== undefined) {
    assertUsernameAllowed(
      interaction.context.store.signInExperience.usernamePolicy,
      profile.username,
    );
  }
  assertUnused(interaction, profile);
  interaction.addToProfile(profile);
}

/**
 * Checks a password by the tenant's policy and adds its hash to the profile.
 *
 * @param reset for a forgotten password, which takes the place of the one there is
 * @throws RequestError `password.rejected` with the reasons, `user.same_password` (422)
 */
export async function setPassword(
  interaction: ExperienceInteraction,
  password: string,
  reset = false,
): Promise<void> {
  const user = interaction.userIfAny();
  const digest = await digestPassword(interaction, password, interaction.profile, user);
  if (user && !reset) {
    assertNotSet(user, digest);
  }
  interaction.addToProfile(digest);
}

/** The hash of a password that the policy allows. */
export async function digestPassword(
  { context }: ExperienceInteraction,
  password: string,
  profile: Profile,
  user?: User,
) {
  const { passwordPolicy } = context.store.signInExperience;
  const issues = await checkPassword(passwordPolicy, password, { ...user, ...profile });
  if (issues.length > 0) {
    throw new RequestError({ code: 'password.rejected', status: 422 }, issues);
  }
  if (user?.passwordEncrypted && (await verifyPassword(user, password))) {
    throw new RequestError({ code: 'user.same_password', status: 422 });
  }
  return hashPassword(password);
}

/** Checks again, at the end, what was true when it was given. */
export function assertStillAvailable(interaction: ExperienceInteraction): void {
  const user = interaction.userIfAny();
  if (user) {
    assertNotSet(user, interaction.profile);
  }
  assertUnused(interaction, interaction.profile);
}

/** @throws RequestError `user.missing_profile` (422) with what the sign-up settings still ask for */
export function assertComplete(interaction: ExperienceInteraction): void {
  const user = interaction.userIfAny();
  const known = { ...definedOf(user), ...interaction.profile };
  const missing = mandatoryProfile(interaction.context.store.signInExperience).filter(
    (field) => !isFulfilled(field, known),
  );
  if (missing.length > 0) {
    throw new RequestError(
      { code: 'user.missing_profile', status: 422 },
      { missingProfile: missing },
    );
  }
}

/** What signing up asks for: the identifier, further ones, a password. */
function mandatoryProfile({ signUp }: SignInExperience): string[] {
  const { identifiers, password, secondaryIdentifiers = [] } = signUp;
  const both = identifiers.includes('email') && identifiers.includes('phone');
  const first = identifiers.includes('username')
    ? 'username'
    : both
      ? 'emailOrPhone'
      : identifiers[0];
  const fields = [first, ...secondaryIdentifiers.map(({ identifier }) => identifier)];
  return [...new Set([...fields, password && 'password'])].filter(
    (field): field is string => typeof field === 'string',
  );
}

function isFulfilled(field: string, known: Profile): boolean {
  if (field === 'username') {
    return Boolean(known.username);
  }
  if (field === 'email') {
    return Boolean(known.primaryEmail);
  }
  if (field === 'phone') {
    return Boolean(known.primaryPhone);
  }
  if (field === 'emailOrPhone') {
    return Boolean(known.primaryEmail ?? known.primaryPhone);
  }
  return Boolean(known.passwordEncrypted);
}

function definedOf(user?: User): Profile {
  return {
    ...(user?.username && { username: user.username }),
    ...(user?.primaryEmail && { primaryEmail: user.primaryEmail }),
    ...(user?.primaryPhone && { primaryPhone: user.primaryPhone }),
    ...(user?.passwordEncrypted && { passwordEncrypted: user.passwordEncrypted }),
  };
}

function assertNotSet(user: User, profile: Profile): void {
  const exists = (field: string) => {
    throw new RequestError({ code: `user.${field}_exists_in_profile`, status: 422 });
  };
  if (profile.username && user.username) {
    exists('username');
  }
  if (profile.primaryEmail && user.primaryEmail) {
    exists('email');
  }
  if (profile.primaryPhone && user.primaryPhone) {
    exists('phone');
  }
  if (profile.passwordEncrypted && user.passwordEncrypted) {
    exists('password');
  }
}

/** @throws RequestError `user.*_already_in_use` (422) when somebody has it */
export function assertUnused({ context }: ExperienceInteraction, profile: Profile): void {
  const { username, primaryEmail, primaryPhone } = profile;
  const identifiers = [
    { type: 'username', value: username },
    { type: 'email', value: primaryEmail },
    { type: 'phone', value: primaryPhone },
  ] as const;
  for (const { type, value } of identifiers) {
    if (value && findUser(context, { type, value })) {
      throw new RequestError({ code: `user.${type}_already_in_use`, status: 422 });
    }
  }
}
