import { z } from 'zod';
import type { Context } from '../context.ts';
import { assertEmailAllowed } from '../experience/email-blocklist.ts';
import { hashPassword } from '../experience/password.ts';
import { checkPassword } from '../experience/password-policy.ts';
import { assertUsernameAllowed } from '../experience/username-policy.ts';
import { findUser } from '../experience/users.ts';
import { readBody } from '../http/body.ts';
import { RequestError } from '../http/request-error.ts';
import type { JsonObject, User } from '../store/types.ts';
import type { Caller } from './authentication.ts';
import type { AccountApp } from './caller-app.ts';
import { profileFor } from './profile.ts';
import { findVerification } from './verifications.ts';

const patchGuard = z.object({
  name: z.string().nullable().optional(),
  avatar: z.string().url().nullable().optional(),
  username: z
    .string()
    .regex(/^[A-Z_a-z]\w*$/)
    .nullable()
    .optional(),
  customData: z.record(z.unknown()).optional(),
});
const emailGuard = z.object({
  email: z.string().regex(/^\S+@\S+\.\S+$/),
  newIdentifierVerificationRecordId: z.string(),
});

/** `/my-account`: what users see and change of their own account, as far as the account center lets them. */
export function addMyAccountRoutes(app: AccountApp, context: Context): void {
  const { store, clock } = context;
  const update = (user: User, changes: Partial<User>) =>
    store.users.update(user.id, { ...changes, updatedAt: clock.now().getTime() });

  app.get('/my-account', (c) => c.json(profileFor(context, c.get('caller'))));

  app.patch('/my-account', async (c) => {
    const caller = c.get('caller');
    const body = await readBody(c, patchGuard);
    for (const field of ['name', 'avatar', 'username', 'customData'] as const) {
      if (body[field] !== undefined) {
        assertEditable(context, field);
      }
    }
    assertScope(caller, 'profile');
    if (body.customData !== undefined) {
      assertScope(caller, 'custom_data');
    }
    if (body.username !== undefined) {
      assertIdentityVerified(caller);
      if (body.username === null) {
        assertIdentifierRemains(caller.user, { username: null });
      } else {
        assertUsernameAllowed(store.signInExperience.usernamePolicy, body.username);
        assertFree(context, caller.user, 'username', body.username);
      }
    }
    const { customData, ...changes } = body;
    update(caller.user, {
      ...changes,
      ...(customData && { customData: customData as JsonObject }),
    });
    return c.json(profileFor(context, caller));
  });

  app.post('/my-account/primary-email', async (c) => {
    const caller = c.get('caller');
    assertIdentityVerified(caller);
    const { email, newIdentifierVerificationRecordId } = await readBody(c, emailGuard);
    assertEditable(context, 'email');
    assertScope(caller, 'email');
    assertEmailAllowed(store.signInExperience.emailBlocklistPolicy, email);
    const proof = findVerification(context, newIdentifierVerificationRecordId);
    if (!proof.verified || proof.email !== email) {
      throw new RequestError('verification_record.not_found');
    }
    assertFree(context, caller.user, 'email', email);
    update(caller.user, { primaryEmail: email });
    return c.body(null, 204);
  });

  app.delete('/my-account/primary-email', (c) => {
    const caller = c.get('caller');
    assertIdentityVerified(caller);
    assertEditable(context, 'email');
    assertScope(caller, 'email');
    assertIdentifierRemains(caller.user, { primaryEmail: null });
    update(caller.user, { primaryEmail: null });
    return c.body(null, 204);
  });

  app.post('/my-account/password', async (c) => {
    const caller = c.get('caller');
    const { password } = await readBody(c, z.object({ password: z.string().min(1) }));
    const { user } = caller;
    if (user.passwordEncrypted || user.primaryEmail || user.primaryPhone) {
      assertIdentityVerified(caller);
    }
    assertEditable(context, 'password');
    const issues = await checkPassword(store.signInExperience.passwordPolicy, password, user);
    if (issues.length > 0) {
      throw new RequestError({ code: 'password.rejected', status: 422 }, issues);
    }
    update(user, {
      ...(await hashPassword(password)),
      passwordUpdatedAt: clock.now().getTime(),
      isPasswordExpired: false,
    });
    return c.body(null, 204);
  });
}

function assertEditable({ store }: Context, field: string): void {
  if (store.accountCenter.fields[field] !== 'Edit') {
    throw new RequestError('account_center.field_not_editable');
  }
}

function assertScope({ scopes }: Caller, scope: string): void {
  if (!scopes.has(scope)) {
    throw new RequestError('auth.unauthorized');
  }
}

function assertIdentityVerified({ identityVerified }: Caller): void {
  if (!identityVerified) {
    throw new RequestError({ code: 'verification_record.permission_denied', status: 401 });
  }
}

/** @throws RequestError `user.*_already_in_use` (422) when somebody else has it */
function assertFree(
  context: Context,
  { id }: User,
  type: 'username' | 'email',
  value: string,
): void {
  const holder = findUser(context, { type, value });
  if (holder && holder.id !== id) {
    throw new RequestError({ code: `user.${type}_already_in_use`, status: 422 });
  }
}

/** A user whom nothing identifies any more could never come back. */
function assertIdentifierRemains(user: User, without: Partial<User>): void {
  const { username, primaryEmail, primaryPhone } = { ...user, ...without };
  if (!username && !primaryEmail && !primaryPhone) {
    throw new RequestError('user.last_sign_in_method_required');
  }
}
