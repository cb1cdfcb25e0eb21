import { useOneTimeToken } from '../one-time-tokens/one-time-tokens.ts';
import type { ExperienceInteraction } from './interaction.ts';
import { guarded } from './sentinel.ts';
import type { Identifier } from './types.ts';

/**
 * Verifies, and uses up, the token of a link.
 *
 * @returns the id of the proof
 * @throws RequestError `one_time_token.*`
 */
export async function checkOneTimeToken(
  interaction: ExperienceInteraction,
  identifier: Identifier,
  token: string,
): Promise<string> {
  const { context } = interaction;
  const email = identifier.value;
  const used = await guarded(interaction, email, async () =>
    useOneTimeToken(context, { token, email }, interaction.event),
  );
  const id = context.random.id();
  interaction.setRecord({
    id,
    type: 'OneTimeToken',
    identifier,
    verified: true,
    oneTimeTokenContext: used.context,
  });
  // Whoever has the link has passed what a captcha is for.
  interaction.skipCaptcha();
  await interaction.save();
  return id;
}
