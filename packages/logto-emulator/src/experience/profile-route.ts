import type { z } from 'zod';
import { RequestError } from '../http/request-error.ts';
import { assertEmailAllowed } from './email-blocklist.ts';
import type { guards } from './guards.ts';
import { profileOf } from './identification.ts';
import type { ExperienceInteraction } from './interaction.ts';
import { setPassword, setProfile } from './profile.ts';

/** Adds a piece to the visitor's profile: a user name, a password, an address that a code proved. */
export async function postProfile(
  interaction: ExperienceInteraction,
  payload: z.infer<typeof guards.profile>,
): Promise<void> {
  if (interaction.event === 'ForgotPassword') {
    throw new RequestError('session.not_supported_for_forgot_password');
  }
  if (interaction.event === 'SignIn') {
    interaction.identifiedUser();
  }
  switch (payload.type) {
    case 'password':
      await setPassword(interaction, payload.value);
      break;
    case 'username':
      setProfile(interaction, { username: payload.value });
      break;
    case 'email':
      setEmail(interaction, payload.verificationId);
      break;
    default:
      throw new RequestError({ code: 'emulator.not_supported', status: 501, what: payload.type });
  }
  await interaction.save();
}

function setEmail(interaction: ExperienceInteraction, verificationId: string): void {
  const record = interaction.record(verificationId);
  if (record.type !== 'EmailVerificationCode') {
    throw new RequestError({ code: 'session.verification_session_not_found', status: 404 });
  }
  const { emailBlocklistPolicy } = interaction.context.store.signInExperience;
  assertEmailAllowed(emailBlocklistPolicy, record.identifier.value);
  setProfile(interaction, profileOf(record));
}
