import { Hono } from 'hono';
import type { Context } from '../../context.ts';
import { RequestError } from '../../http/request-error.ts';
import { factoryResponse } from './connector-response.ts';

/** `/connector-factories`: the connector packages that are loaded. */
export function connectorFactoryRoutes(context: Context): Hono {
  return new Hono()
    .get('/connector-factories', async (c) =>
      c.json((await context.connectorFactories()).map(factoryResponse)),
    )
    .get('/connector-factories/:id', async (c) => {
      const factories = await context.connectorFactories();
      const factory = factories.find(({ metadata }) => metadata.id === c.req.param('id'));
      if (!factory) {
        throw new RequestError({ code: 'entity.not_found', status: 404 });
      }
      return c.json(factoryResponse(factory));
    });
}
