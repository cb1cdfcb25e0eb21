import { Hono } from 'hono';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { checkInput, readBody } from '../../http/body.ts';
import {
  changeStatus,
  createOneTimeToken,
  useOneTimeToken,
  withCurrentStatus,
} from '../../one-time-tokens/one-time-tokens.ts';
import { findEntity } from '../common/entity.ts';
import { answerPage } from '../common/pagination.ts';
import { queryOf } from '../common/query.ts';

const email = z
  .string()
  .max(128)
  .regex(/^\S+@\S+\.\S+$/);
const status = z.nativeEnum({
  Active: 'active',
  Consumed: 'consumed',
  Revoked: 'revoked',
  Expired: 'expired',
} as const);
const interactionEvent = z.nativeEnum({
  SignIn: 'SignIn',
  Register: 'Register',
  ForgotPassword: 'ForgotPassword',
} as const);

const createGuard = z.object({
  email: z.string().min(1).max(128),
  context: z
    .object({ jitOrganizationIds: z.string().array(), interactionEvent })
    .partial()
    .optional(),
  expiresIn: z.number().min(1).optional(),
});
const verifyGuard = z.object({
  token: z.string().min(1).max(256),
  email: z.string().min(1).max(128),
});
const filterGuard = z.object({ email, status }).partial();

/** `/one-time-tokens`: what an application puts into the links of its own mails. */
export function oneTimeTokenRoutes(context: Context): Hono {
  const { oneTimeTokens } = context.store;
  const find = (id: string) =>
    withCurrentStatus(context, findEntity(oneTimeTokens, 'one_time_tokens', id));

  return new Hono()
    .get('/one-time-tokens', (c) => {
      const filter = checkInput('query', filterGuard, queryOf(c));
      const found = oneTimeTokens
        .list(
          (token) =>
            (!filter.email || token.email === filter.email) &&
            (!filter.status || token.status === filter.status),
        )
        .sort((a, b) => b.createdAt - a.createdAt);
      return answerPage(c, found, {
        optional: true,
        map: (token) => withCurrentStatus(context, token),
      });
    })
    .post('/one-time-tokens', async (c) =>
      c.json(createOneTimeToken(context, await readBody(c, createGuard)), 201),
    )
    .post('/one-time-tokens/verify', async (c) =>
      c.json(useOneTimeToken(context, await readBody(c, verifyGuard))),
    )
    .get('/one-time-tokens/:id', (c) => c.json(find(c.req.param('id'))))
    .put('/one-time-tokens/:id/status', async (c) => {
      const body = await readBody(c, z.object({ status }));
      return c.json(changeStatus(context, find(c.req.param('id')), body.status));
    })
    .delete('/one-time-tokens/:id', (c) => {
      oneTimeTokens.delete(find(c.req.param('id')).id);
      return c.body(null, 204);
    });
}
