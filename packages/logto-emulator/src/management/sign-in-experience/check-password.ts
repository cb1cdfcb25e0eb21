import { Hono } from 'hono';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { checkPassword } from '../../experience/password-policy.ts';
import { readBody } from '../../http/body.ts';
import { RequestError } from '../../http/request-error.ts';
import { requireUser } from '../users/users.ts';

const bodyGuard = z.object({ password: z.string(), userId: z.string().optional() });

/** `/sign-in-exp/default/check-password`: what the tenant's policy says of a password. */
export function checkPasswordRoutes(context: Context): Hono {
  return new Hono().post('/sign-in-exp/default/check-password', async (c) => {
    const { password, userId } = await readBody(c, bodyGuard);
    const user = userId ? requireUser(context, userId) : undefined;
    const { passwordPolicy } = context.store.signInExperience;
    const rejects = passwordPolicy.rejects as { userInfo?: boolean } | undefined;
    if (!user && rejects?.userInfo !== false) {
      // Without a user, Logto cannot apply the rule that is on by default, and says so.
      throw new RequestError('request.invalid_input', {
        message: 'User information data is required to check user information.',
      });
    }
    const issues = await checkPassword(passwordPolicy, password, user ?? {});
    return issues.length > 0 ? c.json({ result: false, issues }, 400) : c.json({ result: true });
  });
}
