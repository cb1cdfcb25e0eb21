import { Hono } from 'hono';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { readBody } from '../../http/body.ts';
import { RequestError } from '../../http/request-error.ts';
import { answerPage } from '../common/pagination.ts';
import { userResponse } from '../users/user-response.ts';
import { membersOf } from './organizations.ts';

const ids = z.string().min(1).array();
const searched = ['id', 'primaryEmail', 'primaryPhone', 'username', 'name'] as const;

/** `/organizations/{id}/users`: the members. */
export function organizationUserRoutes(context: Context): Hono {
  const { store } = context;
  const join = (organizationId: string, userIds: readonly string[]) => {
    const isKnown = userIds.every((id) => store.users.get(id));
    if (!isKnown || (userIds.length > 0 && !store.organizations.get(organizationId))) {
      throw unknownReference();
    }
    for (const userId of userIds) {
      store.organizationUsers.put({ organizationId, userId });
    }
  };

  return new Hono()
    .get('/organizations/:id/users', (c) => {
      const text = (c.req.query('q') ?? '').toLowerCase();
      const found = membersOf(context, c.req.param('id')).filter((user) =>
        searched.some((field) => user[field]?.toLowerCase().includes(text)),
      );
      return answerPage(c, found, {
        map(user) {
          const { hasPassword, ...member } = userResponse(user);
          return { ...member, organizationRoles: [] };
        },
      });
    })
    .post('/organizations/:id/users', async (c) => {
      const { userIds } = await readBody(c, z.object({ userIds: ids.nonempty() }));
      join(c.req.param('id'), userIds);
      return c.json({ userIds }, 201);
    })
    .put('/organizations/:id/users', async (c) => {
      const { userIds } = await readBody(c, z.object({ userIds: ids }));
      const organizationId = c.req.param('id');
      join(organizationId, userIds);
      for (const { id } of membersOf(context, organizationId)) {
        if (!userIds.includes(id)) {
          store.organizationUsers.delete(`${organizationId}/${id}`);
        }
      }
      return c.body(null, 204);
    })
    .delete('/organizations/:id/users/:userId', (c) => {
      if (!store.organizationUsers.delete(`${c.req.param('id')}/${c.req.param('userId')}`)) {
        throw new RequestError({ code: 'entity.not_found', status: 404 });
      }
      return c.body(null, 204);
    });
}

/** What names an organization, a user or a role that is not there. */
export function unknownReference(): RequestError {
  return new RequestError({ code: 'entity.relation_foreign_key_not_found', status: 422 });
}
