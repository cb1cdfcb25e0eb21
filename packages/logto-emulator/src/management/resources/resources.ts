import { Hono } from 'hono';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { readBody } from '../../http/body.ts';
import { RequestError } from '../../http/request-error.ts';
import { tenantId } from '../../store/seed.ts';
import type { Resource } from '../../store/types.ts';
import { assertNotEmpty, columns, findEntity } from '../common/entity.ts';
import { answerPage } from '../common/pagination.ts';
import { isYes } from '../common/query.ts';
import { assertOrdinaryResource } from './ordinary-resource.ts';
import { removeScope } from './scopes.ts';

const createGuard = z.object({
  tenantId: z.string().max(21).optional(),
  name: z.string().min(1),
  indicator: z.string().min(1),
  accessTokenTtl: z.number().optional(),
});
const patchGuard = createGuard.omit({ indicator: true }).partial();

/** `/resources`: the APIs that access tokens are issued for. */
export function resourceRoutes(context: Context): Hono {
  const { store, random } = context;
  const find = (id: string) => findEntity(store.resources, 'resources', id);
  const update = (id: string, change: Partial<Resource>) => {
    const resource = store.resources.update(id, change);
    if (resource) {
      return resource;
    }
    throw new RequestError({ code: 'entity.not_exists', status: 404, name: 'resource' });
  };

  return new Hono()
    .get('/resources', (c) => {
      const withScopes = isYes(c.req.query('includeScopes'));
      return answerPage(c, store.resources.list(), {
        optional: true,
        map: (resource) => ({
          ...resource,
          ...(withScopes && {
            scopes: store.scopes.list(({ resourceId }) => resourceId === resource.id),
          }),
        }),
      });
    })
    .post('/resources', async (c) => {
      const body = await readBody(c, createGuard);
      const { name, indicator, accessTokenTtl = 3600 } = body;
      if (store.resources.find((resource) => resource.indicator === indicator)) {
        throw new RequestError({
          code: 'resource.resource_identifier_in_use',
          status: 422,
          indicator,
        });
      }
      const id = random.id();
      const resource = { tenantId, id, name, indicator, isDefault: false, accessTokenTtl };
      return c.json({ ...store.resources.put(resource), scopes: [] }, 201);
    })
    .get('/resources/:id', (c) => c.json(find(c.req.param('id'))))
    .patch('/resources/:id', async (c) => {
      const { tenantId: _, ...change } = await readBody(c, patchGuard);
      const resource = find(c.req.param('id'));
      assertOrdinaryResource(context, resource);
      assertNotEmpty(change);
      return c.json(update(resource.id, columns(change)));
    })
    .patch('/resources/:id/is-default', async (c) => {
      const { isDefault } = await readBody(c, z.object({ isDefault: z.boolean() }));
      const id = c.req.param('id');
      // Two queries in Logto, of which one looks the resource up first.
      const changed = isDefault ? update(id, { isDefault }) : update(find(id).id, { isDefault });
      for (const other of store.resources.list(
        (one) => isDefault && one.isDefault && one.id !== id,
      )) {
        store.resources.update(other.id, { isDefault: false });
      }
      return c.json(changed);
    })
    .delete('/resources/:id', (c) => {
      const resource = find(c.req.param('id'));
      assertOrdinaryResource(context, resource, 'delete');
      store.resources.delete(resource.id);
      for (const scope of store.scopes.list(({ resourceId }) => resourceId === resource.id)) {
        removeScope(context, scope.id);
      }
      return c.body(null, 204);
    });
}
