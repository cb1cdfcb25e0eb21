import { Hono } from 'hono';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { checkInput, readBody } from '../../http/body.ts';
import { RequestError } from '../../http/request-error.ts';
import { tenantId } from '../../store/seed.ts';
import type { Role } from '../../store/types.ts';
import { assertNotEmpty, columns, findEntity } from '../common/entity.ts';
import { stringEnum } from '../common/guards.ts';
import { answerPage } from '../common/pagination.ts';
import { queryOf } from '../common/query.ts';
import { checkedSearchFilter } from '../common/search.ts';
import { assignScopes } from './role-scopes.ts';

const roleTypeGuard = stringEnum('User', 'MachineToMachine');
const createGuard = z.object({
  name: z.string().min(1).max(128),
  description: z.string().min(1).max(128),
  type: roleTypeGuard.optional(),
  isDefault: z.boolean().optional(),
  scopeIds: z.string().min(1).array().optional(),
});
const patchGuard = createGuard.pick({ name: true, description: true, isDefault: true }).partial();
const listGuard = z.object({
  excludeUserId: z.string().optional(),
  excludeApplicationId: z.string().optional(),
  type: roleTypeGuard.optional(),
});

/** How many of a role's users and applications are listed with it. */
const featured = 3;

/** `/roles`: sets of scopes for users and for machine-to-machine applications. */
export function roleRoutes(context: Context): Hono {
  const { store, random } = context;
  const find = (id: string) => findEntity(store.roles, 'roles', id);
  const assertNameFree = (name: string | undefined, except?: string) => {
    const other = store.roles.find((role) => role.name === name && role.id !== except);
    if (other) {
      throw new RequestError({ code: 'role.name_in_use', status: 422, name });
    }
  };

  return new Hono()
    .get('/roles', (c) => {
      const query = checkInput('query', listGuard, queryOf(c));
      const found = checkedSearchFilter<Role>(c, ['id', 'name', 'description']);
      const roles = store.roles.list(
        (role) =>
          !role.name.startsWith('#internal:') &&
          (!query.type || role.type === query.type) &&
          !store.userRoles.get(`${query.excludeUserId}/${role.id}`) &&
          !store.applicationRoles.get(`${query.excludeApplicationId}/${role.id}`) &&
          found(role),
      );
      return answerPage(c, roles, { map: (role) => ({ ...role, ...holders(context, role.id) }) });
    })
    .post('/roles', async (c) => {
      const { name, description, type, isDefault, scopeIds } = await readBody(c, createGuard);
      assertNameFree(name);
      const role: Role = {
        tenantId,
        id: random.id(),
        name,
        description,
        type: type ?? 'User',
        isDefault: isDefault ?? false,
      };
      store.roles.put(role);
      if (scopeIds) {
        assignScopes(context, role, scopeIds);
      }
      return c.json(role);
    })
    .get('/roles/:id', (c) => c.json(find(c.req.param('id'))))
    .patch('/roles/:id', async (c) => {
      const body = await readBody(c, patchGuard);
      const { id } = find(c.req.param('id'));
      assertNameFree(body.name, id);
      assertNotEmpty(body);
      return c.json(store.roles.update(id, columns(body)));
    })
    .delete('/roles/:id', (c) => {
      const { id } = find(c.req.param('id'));
      store.roles.delete(id);
      for (const { scopeId } of store.roleScopes.list(({ roleId }) => roleId === id)) {
        store.roleScopes.delete(`${id}/${scopeId}`);
      }
      for (const { userId } of store.userRoles.list(({ roleId }) => roleId === id)) {
        store.userRoles.delete(`${userId}/${id}`);
      }
      for (const { applicationId } of store.applicationRoles.list(({ roleId }) => roleId === id)) {
        store.applicationRoles.delete(`${applicationId}/${id}`);
      }
      return c.body(null, 204);
    });
}

function holders({ store }: Context, id: string) {
  const users = store.userRoles.list(({ roleId }) => roleId === id);
  const applications = store.applicationRoles.list(({ roleId }) => roleId === id);
  return {
    usersCount: users.length,
    featuredUsers: users
      .slice(0, featured)
      .map(({ userId }) => store.users.get(userId))
      .filter((user) => user !== undefined)
      .map(({ id, avatar, name }) => ({ id, avatar, name })),
    applicationsCount: applications.length,
    featuredApplications: applications
      .slice(0, featured)
      .map(({ applicationId }) => store.applications.get(applicationId))
      .filter((application) => application !== undefined)
      .map(({ id, name, type }) => ({ id, name, type })),
  };
}
