import { Hono } from 'hono';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { answerText } from '../../http/answers.ts';
import { readBody } from '../../http/body.ts';
import { RequestError } from '../../http/request-error.ts';
import type { Role } from '../../store/types.ts';
import { findEntity } from '../common/entity.ts';
import { answerPage } from '../common/pagination.ts';
import { checkedSearchFilter } from '../common/search.ts';
import { assertRoleType } from '../roles/role-type.ts';

const bodyGuard = z.object({ roleIds: z.string().min(1).array() });

/** `/applications/{applicationId}/roles`: what a machine-to-machine application may do. */
export function applicationRoleRoutes(context: Context): Hono {
  const { store } = context;
  const find = (id: string) => {
    const application = findEntity(store.applications, 'applications', id);
    if (application.type === 'MachineToMachine') {
      return application;
    }
    throw new RequestError({ code: 'application.invalid_type', status: 422 });
  };
  const isHeld = (applicationId: string, roleId: string) =>
    store.applicationRoles.get(`${applicationId}/${roleId}`) !== undefined;

  return new Hono()
    .get('/applications/:applicationId/roles', (c) => {
      const { id } = find(c.req.param('applicationId'));
      const found = checkedSearchFilter<Role>(c, ['id', 'name', 'description']);
      const roles = store.roles.list(
        (role) =>
          isHeld(id, role.id) &&
          role.type === 'MachineToMachine' &&
          !role.name.startsWith('#internal:') &&
          found(role),
      );
      return answerPage(c, roles);
    })
    .post('/applications/:applicationId/roles', async (c) => {
      const { roleIds } = await readBody(c, bodyGuard);
      const { id: applicationId } = find(c.req.param('applicationId'));
      const addedRoleIds = [...new Set(roleIds)].filter((roleId) => !isHeld(applicationId, roleId));
      if (addedRoleIds.some((roleId) => store.roles.get(roleId)?.type === 'User')) {
        throw new RequestError({ code: 'application.invalid_role_type', status: 422 });
      }
      for (const roleId of addedRoleIds) {
        findEntity(store.roles, 'roles', roleId);
      }
      for (const roleId of addedRoleIds) {
        store.applicationRoles.put({ applicationId, roleId });
      }
      return c.json({ roleIds, addedRoleIds }, 201);
    })
    .put('/applications/:applicationId/roles', async (c) => {
      const { roleIds } = await readBody(c, bodyGuard);
      const { id: applicationId } = find(c.req.param('applicationId'));
      const added = roleIds.filter((roleId) => !isHeld(applicationId, roleId));
      const roles = added.map((roleId) => findEntity(store.roles, 'roles', roleId));
      for (const { roleId } of store.applicationRoles.list(
        (one) => one.applicationId === applicationId && !roleIds.includes(one.roleId),
      )) {
        store.applicationRoles.delete(`${applicationId}/${roleId}`);
      }
      // Logto takes the other roles away first, and then fails when there is none to add.
      if (roles.length === 0) {
        throw new RequestError({ code: 'entity.invalid_input', status: 422 });
      }
      for (const role of roles) {
        assertRoleType(role, 'MachineToMachine');
      }
      for (const roleId of added) {
        store.applicationRoles.put({ applicationId, roleId });
      }
      return answerText(c, 200);
    })
    .delete('/applications/:applicationId/roles/:roleId', (c) => {
      const { id } = find(c.req.param('applicationId'));
      if (!store.applicationRoles.delete(`${id}/${c.req.param('roleId')}`)) {
        throw new RequestError({ code: 'entity.not_found', status: 404 });
      }
      return c.body(null, 204);
    });
}
