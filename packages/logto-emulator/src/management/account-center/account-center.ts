import { Hono } from 'hono';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { readBody } from '../../http/body.ts';
import type { Json } from '../../store/types.ts';

/** What the account center controls; the names are Logto's. */
const fieldNames = [
  'name',
  'avatar',
  'profile',
  'email',
  'phone',
  'password',
  'username',
  'social',
  'customData',
  'mfa',
  'session',
] as const;

const control = z.nativeEnum({ Off: 'Off', ReadOnly: 'ReadOnly', Edit: 'Edit' } as const);

const patchGuard = z.object({
  enabled: z.boolean().optional(),
  fields: z
    .object(Object.fromEntries(fieldNames.map((name) => [name, control.optional()])))
    .optional(),
  webauthnRelatedOrigins: z.string().url().array().optional(),
  deleteAccountUrl: z.string().url().or(z.literal('')).nullish(),
  customCss: z.string().nullish(),
  profileFields: z.array(z.object({ name: z.string() }).passthrough()).nullish(),
});

/** `/account-center`: whether users may see and change their account, and what of it. */
export function accountCenterRoutes({ store }: Context): Hono {
  return new Hono()
    .get('/account-center', (c) => c.json(store.accountCenter))
    .patch('/account-center', async (c) => {
      const { fields, deleteAccountUrl, profileFields, ...patch } = await readBody(c, patchGuard);
      const changes = Object.entries({
        ...patch,
        fields: fields && { ...store.accountCenter.fields, ...fields },
        deleteAccountUrl: deleteAccountUrl === '' ? null : deleteAccountUrl,
        profileFields: profileFields as Json | undefined,
      }).filter(([, value]) => value !== undefined);
      return c.json(
        store.accountCenters.put({ ...store.accountCenter, ...Object.fromEntries(changes) }),
      );
    });
}
