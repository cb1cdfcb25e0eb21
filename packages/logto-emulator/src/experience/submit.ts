import { RequestError } from '../http/request-error.ts';
import { joinOrganizations } from '../organizations/membership.ts';
import type { ExperienceInteraction } from './interaction.ts';
import { assertMfaFulfilled, assertMfaVerified } from './mfa.ts';
import { assertComplete, assertStillAvailable } from './profile.ts';

/**
 * Ends the interaction: a sign-in or a registration goes on to the application, a forgotten password is
 * changed.
 *
 * @returns where to go on, nothing after a forgotten password
 */
export async function submit(interaction: ExperienceInteraction): Promise<string | undefined> {
  const { store, clock } = interaction.context;
  interaction.assertNoCaptcha();
  const user = interaction.identifiedUser();
  const now = clock.now().getTime();
  const { jitOrganizationIds = [], ...profile } = interaction.profile;
  const changes = {
    ...profile,
    ...(profile.passwordEncrypted && { passwordUpdatedAt: now, isPasswordExpired: false }),
    updatedAt: now,
  };
  if (interaction.event === 'ForgotPassword') {
    if (profile.passwordEncrypted === undefined) {
      throw new RequestError({ code: 'user.new_password_required_in_profile', status: 422 });
    }
    store.users.update(user.id, changes);
    await interaction.finish({});
    return undefined;
  }
  if (interaction.event === 'SignIn') {
    assertMfaVerified(interaction, user);
  }
  assertStillAvailable(interaction);
  assertComplete(interaction);
  assertMfaFulfilled(interaction, user);
  store.users.update(user.id, { ...changes, lastSignInAt: now });
  joinOrganizations(store, user.id, jitOrganizationIds);
  await interaction.finish({ login: { accountId: user.id }, ...interaction.toResult() });
  return interaction.stored.returnTo;
}
