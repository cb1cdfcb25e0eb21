import { Hono } from 'hono';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { readBody } from '../../http/body.ts';
import { RequestError } from '../../http/request-error.ts';
import { tenantId } from '../../store/seed.ts';
import type { Scope } from '../../store/types.ts';
import { assertNotEmpty, columns, findEntity } from '../common/entity.ts';
import { answerPage } from '../common/pagination.ts';
import { checkedSearchFilter } from '../common/search.ts';
import { assertOrdinaryResource } from './ordinary-resource.ts';

const createGuard = z.object({
  name: z.string().min(1).max(256),
  description: z.string().nullable().optional(),
});

/** Deletes a scope and takes it away from the roles that bring it. */
export function removeScope({ store }: Context, id: string): boolean {
  for (const { roleId } of store.roleScopes.list(({ scopeId }) => scopeId === id)) {
    store.roleScopes.delete(`${roleId}/${id}`);
  }
  return store.scopes.delete(id);
}

/** `/resources/{resourceId}/scopes`: the permissions of an API. */
export function scopeRoutes(context: Context): Hono {
  const { store, random, clock } = context;
  const findResource = (id: string) => findEntity(store.resources, 'resources', id);
  const assertNameFree = (name: string, resourceId: string, except?: string) => {
    const other = store.scopes.find(
      (scope) => scope.resourceId === resourceId && scope.name === name && scope.id !== except,
    );
    if (other) {
      throw new RequestError({ code: 'scope.name_exists', status: 422, name });
    }
  };

  return new Hono()
    .get('/resources/:resourceId/scopes', (c) => {
      const found = checkedSearchFilter<Scope>(c, ['id', 'name', 'description']);
      const resourceId = c.req.param('resourceId');
      return answerPage(
        c,
        store.scopes.list((scope) => scope.resourceId === resourceId && found(scope)),
      );
    })
    .post('/resources/:resourceId/scopes', async (c) => {
      const { name, description } = await readBody(c, createGuard);
      assertNoSpace(name);
      const resource = findResource(c.req.param('resourceId'));
      assertOrdinaryResource(context, resource);
      assertNameFree(name, resource.id);
      const scope = store.scopes.put({
        tenantId,
        id: random.id(),
        resourceId: resource.id,
        name,
        description: description || null,
        createdAt: clock.now().getTime(),
      });
      return c.json(scope, 201);
    })
    .patch('/resources/:resourceId/scopes/:scopeId', async (c) => {
      const body = await readBody(c, createGuard.partial());
      const resource = findResource(c.req.param('resourceId'));
      assertOrdinaryResource(context, resource);
      const id = c.req.param('scopeId');
      if (body.name) {
        assertNoSpace(body.name);
        assertNameFree(body.name, resource.id, id);
      }
      assertNotEmpty(body);
      const scope = store.scopes.update(id, columns(body));
      if (!scope) {
        throw new RequestError({ code: 'entity.not_exists', status: 404, name: 'scope' });
      }
      return c.json(scope);
    })
    .delete('/resources/:resourceId/scopes/:scopeId', (c) => {
      assertOrdinaryResource(context, findResource(c.req.param('resourceId')));
      if (!removeScope(context, c.req.param('scopeId'))) {
        throw new RequestError({ code: 'entity.not_found', status: 404 });
      }
      return c.body(null, 204);
    });
}

function assertNoSpace(name: string) {
  if (/\s/.test(name)) {
    throw new RequestError('scope.name_with_space');
  }
}
