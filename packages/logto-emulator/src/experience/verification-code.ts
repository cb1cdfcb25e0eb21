import { getEmailConnector } from '../connectors/index.ts';
import { RequestError } from '../http/request-error.ts';
import { assertEmailAllowed } from './email-blocklist.ts';
import type { ExperienceInteraction } from './interaction.ts';
import { messageContext } from './message-context.ts';
import { createPasscode, verifyPasscode } from './passcodes.ts';
import { withSendLimit } from './send-limit.ts';
import { guarded } from './sentinel.ts';
import type { Identifier, InteractionEvent } from './types.ts';
import { findUser } from './users.ts';

/**
 * Sends a verification code and notes that one is awaited.
 *
 * @param event of the mail, which picks its template; it may differ from that of the interaction
 * @returns the id to verify the code with
 */
export async function sendVerificationCode(
  interaction: ExperienceInteraction,
  identifier: Identifier,
  event: InteractionEvent,
): Promise<string> {
  const { context } = interaction;
  const id = context.random.id();
  const templateType = isForMfa(interaction, identifier) ? 'BindMfa' : event;
  if (identifier.type !== 'email') {
    throw new RequestError({ code: 'connector.not_found', status: 501, type: 'Sms' });
  }
  if (event === 'Register') {
    assertEmailAllowed(context.store.signInExperience.emailBlocklistPolicy, identifier.value);
  }
  await withSendLimit(context, identifier.value, async () => {
    const code = createPasscode(context, id, templateType, identifier.value);
    if (skipsDelivery(interaction, identifier, event)) {
      return;
    }
    await mail(interaction, templateType, identifier.value, code);
  });
  interaction.setRecord({
    id,
    type: 'EmailVerificationCode',
    identifier,
    templateType,
    verified: false,
  });
  await interaction.save();
  return id;
}

/**
 * Sends the code of a second factor to the address of the user.
 *
 * @returns the id to verify the code with
 * @throws RequestError `session.mfa.mfa_factor_not_enabled` (400) for a user without an address
 */
export async function sendMfaCode(interaction: ExperienceInteraction): Promise<string> {
  const { context } = interaction;
  const { primaryEmail } = interaction.identifiedUser();
  if (!primaryEmail) {
    throw new RequestError('session.mfa.mfa_factor_not_enabled');
  }
  const id = context.random.id();
  const templateType = 'MfaVerification';
  await withSendLimit(context, primaryEmail, async () => {
    const code = createPasscode(context, id, templateType, primaryEmail);
    await mail(interaction, templateType, primaryEmail, code);
  });
  const identifier = { type: 'email', value: primaryEmail } as const;
  interaction.setRecord({
    id,
    type: 'MfaEmailVerificationCode',
    identifier,
    templateType,
    verified: false,
  });
  await interaction.save();
  return id;
}

/** @throws RequestError `verification_code.*`, or `session.verification_session_not_found` (404) */
export async function checkMfaCode(
  interaction: ExperienceInteraction,
  verificationId: string,
  code: string,
): Promise<void> {
  const record = interaction.record(verificationId);
  if (record.type !== 'MfaEmailVerificationCode') {
    throw new RequestError({ code: 'session.verification_session_not_found', status: 404 });
  }
  const { identifier, templateType } = record;
  await guarded(interaction, identifier.value, async () =>
    verifyPasscode(interaction.context, verificationId, templateType, identifier.value, code),
  );
  interaction.setRecord({ ...record, verified: true });
  await interaction.save();
}

async function mail(
  interaction: ExperienceInteraction,
  type: string,
  to: string,
  code: string,
): Promise<void> {
  const { context } = interaction;
  const connector = await getEmailConnector(context);
  const { ip, ...payload } = messageContext(interaction);
  await connector.sendMessage({
    to,
    type,
    payload: { code, ...payload },
    ip,
  } as Parameters<typeof connector.sendMessage>[0]);
  if (context.logCodes) {
    console.error(`${type} code for ${to}: ${code}`);
  }
}

/** @throws RequestError `verification_code.*`, or `session.verification_session_not_found` (404) */
export async function checkVerificationCode(
  interaction: ExperienceInteraction,
  {
    verificationId,
    identifier,
    code,
  }: { verificationId: string; identifier: Identifier; code: string },
): Promise<void> {
  const record = interaction.record(verificationId);
  if (record.type !== 'EmailVerificationCode' || identifier.type !== 'email') {
    throw new RequestError({ code: 'session.verification_session_not_found', status: 404 });
  }
  await guarded(interaction, identifier.value, async () =>
    verifyPasscode(interaction.context, record.id, record.templateType, identifier.value, code),
  );
  interaction.setRecord({ ...record, verified: true });
  await interaction.save();
}

/** Somebody who is signed in and gives an address that signing up does not ask for adds a factor. */
function isForMfa({ context, userId }: ExperienceInteraction, { type }: Identifier): boolean {
  const { identifiers, secondaryIdentifiers = [] } = context.store.signInExperience.signUp;
  return (
    userId !== undefined &&
    !identifiers.includes(type) &&
    !secondaryIdentifiers.some(({ identifier }) => [type, 'emailOrPhone'].includes(identifier))
  );
}

/**
 * Whether nobody with this address could use the code. Logto then sends none but answers all the same,
 * so that its answers do not tell who has an account.
 */
function skipsDelivery(
  { context, userId }: ExperienceInteraction,
  identifier: Identifier,
  event: InteractionEvent,
): boolean {
  if (findUser(context, identifier)) {
    return false;
  }
  if (event === 'ForgotPassword') {
    return true;
  }
  return (
    event === 'SignIn' &&
    userId === undefined &&
    context.store.signInExperience.signInMode === 'SignIn'
  );
}
