import type { TemplateType } from '@logto/connector-kit';
import { z } from 'zod';
import { getEmailConnector } from '../connectors/index.ts';
import type { Context } from '../context.ts';
import { assertEmailAllowed } from '../experience/email-blocklist.ts';
import { localeOf } from '../experience/message-context.ts';
import { createPasscode, verifyPasscode } from '../experience/passcodes.ts';
import { verifyPassword } from '../experience/password.ts';
import { withSendLimit } from '../experience/send-limit.ts';
import { guarded } from '../experience/sentinel.ts';
import { readBody } from '../http/body.ts';
import { RequestError } from '../http/request-error.ts';
import type { User } from '../store/types.ts';
import { type AccountApp, visitorOf } from './caller-app.ts';
import { findVerification, keepVerification } from './verifications.ts';

const identifier = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('email'),
    value: z
      .string()
      .max(256)
      .regex(/^\S+@\S+\.\S+$/),
  }),
  z.object({ type: z.literal('phone'), value: z.string().regex(/^\d+$/) }),
]);

const passwordGuard = z.object({ password: z.string().min(1) });
const sendGuard = z.object({
  identifier,
  templateType: z.enum(['BindMfa', 'UserPermissionValidation']).optional(),
});
const verifyGuard = z.object({ identifier, verificationId: z.string(), code: z.string() });

/** `/verifications`: a signed-in user proves who it is, or that a new address is theirs. */
export function addVerificationRoutes(app: AccountApp, context: Context): void {
  app.post('/verifications/password', async (c) => {
    const { user } = c.get('caller');
    const { password } = await readBody(c, passwordGuard);
    await guarded({ context, visitor: visitorOf(c) }, user.id, async () => {
      if (!(await verifyPassword(user, password))) {
        throw new RequestError({ code: 'session.invalid_credentials', status: 422 });
      }
    });
    const { id, expiresAt } = keepVerification(context, { userId: user.id, verified: true });
    return c.json({ verificationRecordId: id, expiresAt: new Date(expiresAt).toISOString() }, 201);
  });

  app.post('/verifications/verification-code', async (c) => {
    const { user, clientId } = c.get('caller');
    const { identifier, templateType } = await readBody(c, sendGuard);
    if (identifier.type === 'phone') {
      throw new RequestError({ code: 'connector.not_found', status: 501, type: 'Sms' });
    }
    const isNew = identifier.value !== user.primaryEmail;
    const type = isNew ? 'BindNewIdentifier' : (templateType ?? 'UserPermissionValidation');
    if (isNew) {
      const { emailBlocklistPolicy } = context.store.signInExperience;
      assertEmailAllowed(emailBlocklistPolicy, identifier.value);
    }
    const verification = keepVerification(context, {
      ...(isNew ? {} : { userId: user.id }),
      email: identifier.value,
      templateType: type,
      verified: false,
    });
    const payload = {
      locale: localeOf(context, visitorOf(c)),
      ...applicationOf(context, clientId),
      user: userOf(user),
    };
    await withSendLimit(context, identifier.value, async () => {
      const code = createPasscode(context, verification.id, type, identifier.value);
      const connector = await getEmailConnector(context);
      await connector.sendMessage({
        to: identifier.value,
        type: type as TemplateType,
        payload: { code, ...payload },
      } as Parameters<typeof connector.sendMessage>[0]);
      if (context.logCodes) {
        console.error(`${type} code for ${identifier.value}: ${code}`);
      }
    });
    return c.json(
      {
        verificationRecordId: verification.id,
        expiresAt: new Date(verification.expiresAt).toISOString(),
      },
      201,
    );
  });

  app.post('/verifications/verification-code/verify', async (c) => {
    const { identifier, verificationId, code } = await readBody(c, verifyGuard);
    const { templateType } = findVerification(context, verificationId);
    if (templateType === undefined || identifier.type === 'phone') {
      throw new RequestError('verification_record.not_found');
    }
    await guarded({ context, visitor: visitorOf(c) }, identifier.value, async () =>
      verifyPasscode(context, verificationId, templateType, identifier.value, code),
    );
    context.store.accountVerifications.update(verificationId, { verified: true });
    return c.json({ verificationRecordId: verificationId });
  });
}

function applicationOf({ store }: Context, clientId: string | undefined) {
  const application = clientId === undefined ? undefined : store.applications.get(clientId);
  return application && { application: { id: application.id, name: application.name } };
}

/** What a mail's template may say of the user. */
function userOf({ id, avatar, name, primaryEmail, primaryPhone, username, profile }: User) {
  return { id, avatar, name, primaryEmail, primaryPhone, username, profile };
}
