import { Hono } from 'hono';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { answerText } from '../../http/answers.ts';
import { readBody } from '../../http/body.ts';
import { RequestError } from '../../http/request-error.ts';
import type { Application, User } from '../../store/types.ts';
import { findEntity } from '../common/entity.ts';
import { answerPage } from '../common/pagination.ts';
import { checkedSearchFilter } from '../common/search.ts';
import { userResponse } from '../users/user-response.ts';
import { requireUser } from '../users/users.ts';
import { assertRoleType } from './role-type.ts';

const ids = z.string().min(1).array().nonempty();
const userFields = ['id', 'primaryEmail', 'primaryPhone', 'username', 'name'] as const;

/** `/roles/{id}/users` and `/roles/{id}/applications`: who has a role. */
export function roleHolderRoutes(context: Context): Hono {
  const { store } = context;
  const find = (id: string) => findEntity(store.roles, 'roles', id);
  const notFound = () => new RequestError({ code: 'entity.not_found', status: 404 });

  return new Hono()
    .get('/roles/:id/users', (c) => {
      const { id } = find(c.req.param('id'));
      const found = checkedSearchFilter<User>(c, userFields);
      const users = store.users
        .list((user) => store.userRoles.get(`${user.id}/${id}`) !== undefined && found(user))
        .reverse();
      return answerPage(c, users, { map: (user) => userResponse(user) });
    })
    .post('/roles/:id/users', async (c) => {
      const { userIds } = await readBody(c, z.object({ userIds: ids }));
      const role = find(c.req.param('id'));
      const roleId = role.id;
      const existing = userIds.find((userId) => store.userRoles.get(`${userId}/${roleId}`));
      if (existing) {
        throw new RequestError({ code: 'role.user_exists', status: 422, userId: existing });
      }
      for (const userId of userIds) {
        requireUser(context, userId);
      }
      assertRoleType(role, 'User');
      for (const userId of userIds) {
        store.userRoles.put({ userId, roleId });
      }
      return answerText(c, 201);
    })
    .delete('/roles/:id/users/:userId', (c) => {
      if (!store.userRoles.delete(`${c.req.param('userId')}/${c.req.param('id')}`)) {
        throw notFound();
      }
      return c.body(null, 204);
    })
    .get('/roles/:id/applications', (c) => {
      const { id } = find(c.req.param('id'));
      const found = checkedSearchFilter<Application>(c, ['id', 'name', 'description']);
      const applications = store.applications
        .list(
          (application) =>
            store.applicationRoles.get(`${application.id}/${id}`) !== undefined &&
            found(application),
        )
        .reverse();
      return answerPage(c, applications);
    })
    .post('/roles/:id/applications', async (c) => {
      const { applicationIds } = await readBody(c, z.object({ applicationIds: ids }));
      const role = find(c.req.param('id'));
      const roleId = role.id;
      if (applicationIds.some((id) => store.applicationRoles.get(`${id}/${roleId}`))) {
        throw new RequestError({ code: 'role.application_exists', status: 422 });
      }
      for (const id of applicationIds) {
        findEntity(store.applications, 'applications', id);
      }
      assertRoleType(role, 'MachineToMachine');
      for (const applicationId of applicationIds) {
        store.applicationRoles.put({ applicationId, roleId });
      }
      return answerText(c, 201);
    })
    .delete('/roles/:id/applications/:applicationId', (c) => {
      const key = `${c.req.param('applicationId')}/${c.req.param('id')}`;
      if (!store.applicationRoles.delete(key)) {
        throw notFound();
      }
      return c.body(null, 204);
    });
}
