import { RequestError } from '../http/request-error.ts';
import type { ExperienceInteraction } from './interaction.ts';
import { verifyPassword } from './password.ts';
import { assertPasswordCurrent } from './password-expiration.ts';
import { assertUnused, digestPassword } from './profile.ts';
import { guarded } from './sentinel.ts';
import type { Identifier } from './types.ts';
import { findUser } from './users.ts';

/**
 * Verifies a password.
 *
 * @returns the id of the proof
 * @throws RequestError `session.invalid_credentials` or `password.expired` (422), `user.suspended` (401)
 */
export async function checkPasswordOf(
  interaction: ExperienceInteraction,
  identifier: Identifier,
  password: string,
): Promise<string> {
  const { context } = interaction;
  const user = findUser(context, identifier);
  await guarded(interaction, identifier.value, async () => {
    if (!(await verifyPassword(user, password))) {
      throw new RequestError({ code: 'session.invalid_credentials', status: 422 });
    }
    if (user?.isSuspended) {
      throw new RequestError({ code: 'user.suspended', status: 401 });
    }
  });
  if (user) {
    assertPasswordCurrent(context, user);
  }
  const id = context.random.id();
  interaction.setRecord({ id, type: 'Password', identifier, verified: true });
  await interaction.save();
  return id;
}

/** Takes a user name and a password for a registration. */
export async function prepareIdentity(
  interaction: ExperienceInteraction,
  identifier: Identifier,
  password: string,
): Promise<string> {
  const profile = { username: identifier.value };
  assertUnused(interaction, profile);
  const digest = await digestPassword(interaction, password, profile);
  const id = interaction.context.random.id();
  interaction.setRecord({ id, type: 'NewPasswordIdentity', identifier, ...digest });
  await interaction.save();
  return id;
}
