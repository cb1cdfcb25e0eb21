import { Hono } from 'hono';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { checkPassword } from '../experience/password-policy.ts';
import { readBody } from '../http/body.ts';
import { requireUser } from './users.ts';

const bodyGuard = z.object({ password: z.string(), userId: z.string().optional() });

/** `/sign-in-exp/default/check-password`: what the tenant's policy says of a password. */
export function checkPasswordRoutes(context: Context): Hono {
  return new Hono().post('/sign-in-exp/default/check-password', async (c) => {
    const { password, userId } = await readBody(c, bodyGuard);
    const user = userId ? requireUser(context, userId) : undefined;
    const issues = checkPassword(context.store.signInExperience.passwordPolicy, password, {
      name: user?.name ?? null,
      username: user?.username ?? null,
      email: user?.primaryEmail ?? null,
      phoneNumber: user?.primaryPhone ?? null,
    });
    return issues.length > 0 ? c.json({ result: false, issues }, 400) : c.json({ result: true });
  });
}
