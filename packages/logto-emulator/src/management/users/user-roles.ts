import { Hono } from 'hono';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { readBody } from '../../http/body.ts';
import { RequestError } from '../../http/request-error.ts';
import type { Role } from '../../store/types.ts';
import { findEntity } from '../common/entity.ts';
import { answerPage } from '../common/pagination.ts';
import { checkedSearchFilter } from '../common/search.ts';
import { assertRoleType } from '../roles/role-type.ts';
import { requireUser } from './users.ts';

const bodyGuard = z.object({ roleIds: z.string().min(1).array() });

/** `/users/{userId}/roles`: what a user may do. */
export function userRoleRoutes(context: Context): Hono {
  const { store } = context;
  const isHeld = (userId: string, roleId: string) =>
    store.userRoles.get(`${userId}/${roleId}`) !== undefined;

  return new Hono()
    .get('/users/:userId/roles', (c) => {
      const { id } = requireUser(context, c.req.param('userId'));
      const found = checkedSearchFilter<Role>(c, ['id', 'name', 'description']);
      return answerPage(
        c,
        store.roles.list((role) => isHeld(id, role.id) && role.type === 'User' && found(role)),
      );
    })
    .post('/users/:userId/roles', async (c) => {
      const { roleIds } = await readBody(c, bodyGuard);
      const { id: userId } = requireUser(context, c.req.param('userId'));
      const addedRoleIds = roleIds.filter((roleId) => !isHeld(userId, roleId));
      for (const roleId of addedRoleIds) {
        if (store.roles.get(roleId)?.type !== 'MachineToMachine') {
          continue;
        }
        throw new RequestError({ code: 'user.invalid_role_type', status: 422, roleId });
      }
      for (const roleId of addedRoleIds) {
        findEntity(store.roles, 'roles', roleId);
      }
      for (const roleId of addedRoleIds) {
        store.userRoles.put({ userId, roleId });
      }
      return c.json({ roleIds, addedRoleIds }, 201);
    })
    .put('/users/:userId/roles', async (c) => {
      const { roleIds } = await readBody(c, bodyGuard);
      const { id: userId } = requireUser(context, c.req.param('userId'));
      const added = roleIds.filter((roleId) => !isHeld(userId, roleId));
      const roles = added.map((roleId) => findEntity(store.roles, 'roles', roleId));
      for (const { roleId } of store.userRoles.list(
        (one) => one.userId === userId && !roleIds.includes(one.roleId),
      )) {
        store.userRoles.delete(`${userId}/${roleId}`);
      }
      for (const role of roles) {
        assertRoleType(role, 'User');
      }
      for (const roleId of added) {
        store.userRoles.put({ userId, roleId });
      }
      return c.json({ roleIds: [...new Set(roleIds)] });
    })
    .delete('/users/:userId/roles/:roleId', (c) => {
      if (!store.userRoles.delete(`${c.req.param('userId')}/${c.req.param('roleId')}`)) {
        throw new RequestError({ code: 'entity.not_found', status: 404 });
      }
      return c.body(null, 204);
    });
}
