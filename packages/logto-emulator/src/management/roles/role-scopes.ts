import { Hono } from 'hono';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { readBody } from '../../http/body.ts';
import { RequestError } from '../../http/request-error.ts';
import type { Role, Scope } from '../../store/types.ts';
import { findEntity } from '../common/entity.ts';
import { answerPage } from '../common/pagination.ts';
import { checkedSearchFilter } from '../common/search.ts';

/**
 * Gives a role more scopes.
 *
 * @throws RequestError when a scope is unknown, or the Management API's and the role is for users
 */
export function assignScopes({ store, m2m }: Context, role: Role, scopeIds: string[]): void {
  for (const scopeId of scopeIds) {
    const { resourceId } = findEntity(store.scopes, 'scopes', scopeId);
    const resource = findEntity(store.resources, 'resources', resourceId);
    if (role.type === 'User' && resource.indicator === m2m.resource) {
      throw new RequestError('role.management_api_scopes_not_assignable_to_user_role');
    }
  }
  for (const scopeId of scopeIds) {
    store.roleScopes.put({ roleId: role.id, scopeId });
  }
}

/** `/roles/{id}/scopes`: what a role allows. */
export function roleScopeRoutes(context: Context): Hono {
  const { store } = context;
  const find = (id: string) => findEntity(store.roles, 'roles', id);
  const scopesOf = (id: string) =>
    store.scopes.list((scope) => store.roleScopes.get(`${id}/${scope.id}`) !== undefined);

  return new Hono()
    .get('/roles/:id/scopes', (c) => {
      const { id } = find(c.req.param('id'));
      const found = checkedSearchFilter<Scope>(c, ['id', 'name', 'description']);
      return answerPage(c, scopesOf(id).filter(found), {
        optional: true,
        map: (scope) => ({ ...scope, resource: store.resources.get(scope.resourceId) }),
      });
    })
    .post('/roles/:id/scopes', async (c) => {
      const { scopeIds } = await readBody(
        c,
        z.object({ scopeIds: z.string().min(1).array().nonempty() }),
      );
      const role = find(c.req.param('id'));
      const existing = scopeIds.find((scopeId) => store.roleScopes.get(`${role.id}/${scopeId}`));
      if (existing) {
        throw new RequestError({ code: 'role.scope_exists', status: 422, scopeId: existing });
      }
      assignScopes(context, role, scopeIds);
      return c.json(scopesOf(role.id), 201);
    })
    .delete('/roles/:id/scopes/:scopeId', (c) => {
      if (!store.roleScopes.delete(`${c.req.param('id')}/${c.req.param('scopeId')}`)) {
        throw new RequestError({ code: 'entity.not_found', status: 404 });
      }
      return c.body(null, 204);
    });
}
