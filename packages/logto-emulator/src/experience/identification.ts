import { RequestError } from '../http/request-error.ts';
import type { User } from '../store/types.ts';
import { assertEmailAllowed } from './email-blocklist.ts';
import type { ExperienceInteraction } from './interaction.ts';
import { assertComplete, setProfile } from './profile.ts';
import { assertEventAllowed, assertMethodAllowed } from './rules.ts';
import type { Profile, VerificationRecord } from './types.ts';
import { createUser, findUser } from './users.ts';

/** Finds out, by a proof, whose interaction it is. */
export async function identifyUser(
  interaction: ExperienceInteraction,
  verificationId: string,
): Promise<void> {
  const record = interaction.record(verificationId);
  const { signInExperience } = interaction.context.store;
  // A link is good for whatever it was made for: no setting asks for it.
  if (record.type !== 'OneTimeToken') {
    assertEventAllowed(signInExperience, interaction.event);
    assertMethodAllowed(signInExperience, interaction.event, record);
  }
  const user = userOf(interaction, record);
  if (user.isSuspended) {
    throw new RequestError({ code: 'user.suspended', status: 401 });
  }
  if (interaction.userId !== undefined && interaction.userId !== user.id) {
    throw new RequestError({ code: 'session.identity_conflict', status: 409 });
  }
  interaction.setUser(user);
  interaction.addToProfile(invitationOf(record));
  await interaction.save();
}

/**
 * Registers the user: with what a proof says, or without one with what the profile has by now.
 *
 * @throws RequestError `user.missing_profile` (422) when something is still asked for
 */
export async function registerUser(
  interaction: ExperienceInteraction,
  verificationId?: string,
): Promise<void> {
  const { context } = interaction;
  const { signInExperience } = context.store;
  if (verificationId !== undefined) {
    const record = interaction.record(verificationId);
    if (record.identifier.type === 'email') {
      assertEmailAllowed(signInExperience.emailBlocklistPolicy, record.identifier.value);
    }
    setProfile(interaction, profileOf(record));
    // Kept even when something is missing: the visitor then goes on from here.
    await interaction.save();
  }
  assertEventAllowed(signInExperience, 'Register', interaction.hasOneTimeToken);
  interaction.assertNoCaptcha();
  assertComplete(interaction);
  interaction.setNewUser(createUser(context, interaction.profile));
  await interaction.save();
}

function userOf({ context }: ExperienceInteraction, record: VerificationRecord): User {
  // What identifies nobody, such as a second factor, has been refused by its method.
  if (!('verified' in record && record.verified)) {
    throw notVerified();
  }
  const { identifier } = record;
  const user = findUser(context, identifier);
  if (!user) {
    // Logto names the identifier in the message where a link was followed, and leaves its place open elsewhere.
    const named = record.type === 'OneTimeToken' && { identifier: identifier.value };
    throw new RequestError(
      { code: 'user.user_not_exist', status: 404, ...named },
      { identifier: identifier.value },
    );
  }
  return user;
}

/** What a proof says about a new user. */
export function profileOf(record: VerificationRecord): Profile {
  if (record.type === 'NewPasswordIdentity') {
    const { identifier, passwordEncrypted, passwordEncryptionMethod } = record;
    return { username: identifier.value, passwordEncrypted, passwordEncryptionMethod };
  }
  const provesAddress = record.type === 'EmailVerificationCode' || record.type === 'OneTimeToken';
  if (!provesAddress || !record.verified) {
    throw notVerified();
  }
  return { primaryEmail: record.identifier.value, ...invitationOf(record) };
}

/** What the link of a proof invites to; no other proof does. */
function invitationOf(record: VerificationRecord): Profile {
  const { jitOrganizationIds } =
    record.type === 'OneTimeToken' ? (record.oneTimeTokenContext ?? {}) : {};
  return jitOrganizationIds ? { jitOrganizationIds } : {};
}

function notVerified(): RequestError {
  return new RequestError('session.verification_failed');
}
