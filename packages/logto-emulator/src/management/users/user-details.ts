import { Hono } from 'hono';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { hashPassword, verifyPassword } from '../../experience/password.ts';
import { readBody } from '../../http/body.ts';
import { RequestError } from '../../http/request-error.ts';
import type { JsonObject, User } from '../../store/types.ts';
import { jsonObjectGuard } from '../common/guards.ts';
import { userProfileGuard } from './user-guards.ts';
import { userResponse } from './user-response.ts';
import { requireUser, updateUser } from './users.ts';

const passwordGuard = z.object({ password: z.string().min(1) });

/** Below `/users/{userId}`: the parts of a user that have routes of their own. */
export function userDetailRoutes(context: Context): Hono {
  const { store, clock } = context;
  return new Hono()
    .get('/users/:userId/custom-data', (c) =>
      c.json(requireUser(context, c.req.param('userId')).customData),
    )
    .patch('/users/:userId/custom-data', async (c) => {
      const body = await readBody(c, z.object({ customData: jsonObjectGuard }));
      const { id, customData } = requireUser(context, c.req.param('userId'));
      const merged = { ...customData, ...body.customData };
      return c.json(updateUser(context, id, { customData: merged }).customData);
    })
    .patch('/users/:userId/profile', async (c) => {
      const body = await readBody(c, z.object({ profile: userProfileGuard }));
      const { id, profile } = requireUser(context, c.req.param('userId'));
      const merged = { ...profile, ...(body.profile as JsonObject) };
      return c.json(updateUser(context, id, { profile: merged }).profile);
    })
    .patch('/users/:userId/password', async (c) => {
      const { password } = await readBody(c, passwordGuard);
      const { id } = requireUser(context, c.req.param('userId'));
      const change = {
        ...(await hashPassword(password)),
        passwordUpdatedAt: clock.now().getTime(),
        isPasswordExpired: false,
      };
      return c.json(userResponse(updateUser(context, id, change)));
    })
    .patch('/users/:userId/password/expiration', async (c) => {
      const { isExpired } = await readBody(c, z.object({ isExpired: z.boolean() }));
      const { id } = requireUser(context, c.req.param('userId'));
      if (isExpired && !store.signInExperience.passwordExpiration.enabled) {
        throw new RequestError('sign_in_experiences.password_expiration_not_enabled');
      }
      return c.json(userResponse(updateUser(context, id, { isPasswordExpired: isExpired })));
    })
    .post('/users/:userId/password/verify', async (c) => {
      const { password } = await readBody(c, passwordGuard);
      const user = requireUser(context, c.req.param('userId'));
      if (!(await verifyPassword(user, password))) {
        throw new RequestError({ code: 'session.invalid_credentials', status: 422 });
      }
      return c.body(null, 204);
    })
    .get('/users/:userId/has-password', (c) => {
      const user = requireUser(context, c.req.param('userId'));
      return c.json({ hasPassword: Boolean(user.passwordEncrypted) });
    })
    .patch('/users/:userId/is-suspended', async (c) => {
      const { isSuspended } = await readBody(c, z.object({ isSuspended: z.boolean() }));
      const { id } = requireUser(context, c.req.param('userId'));
      const user = updateUser(context, id, { isSuspended });
      if (isSuspended) {
        context.revokeUser(id);
      }
      return c.json(userResponse(user));
    })
    .get('/users/:userId/logto-configs', (c) =>
      c.json(configResponse(requireUser(context, c.req.param('userId')))),
    )
    .patch('/users/:userId/logto-configs', async (c) => {
      const { mfa, passkeySignIn } = await readBody(c, configGuard);
      const { id, logtoConfig } = requireUser(context, c.req.param('userId'));
      const merged = {
        ...logtoConfig,
        mfa: { ...(logtoConfig.mfa as JsonObject), ...(mfa as JsonObject) },
        passkeySignIn: {
          ...(logtoConfig.passkeySignIn as JsonObject),
          ...(passkeySignIn as JsonObject),
        },
      };
      return c.json(configResponse(updateUser(context, id, { logtoConfig: merged })));
    });
}

const configGuard = z.object({
  mfa: z
    .object({
      enabled: z.boolean().optional(),
      skipped: z.boolean().optional(),
      skipMfaOnSignIn: z.boolean().optional(),
    })
    .optional(),
  passkeySignIn: z.object({ skipped: z.boolean().optional() }).optional(),
});

function configResponse({ logtoConfig }: User) {
  const { mfa, passkeySignIn } = configGuard.parse(logtoConfig);
  return {
    mfa: {
      enabled: mfa?.enabled,
      skipped: mfa?.skipped ?? false,
      skipMfaOnSignIn: mfa?.skipMfaOnSignIn ?? false,
    },
    passkeySignIn: { skipped: passkeySignIn?.skipped ?? false },
  };
}
