import { Hono } from 'hono';
import type { FaultRule } from '../faults/fault-rule.ts';
import type { Faults } from '../faults/faults.ts';

/** The routes below `/api/v1/faults`. */
export function faultsRoutes(faults: Faults): Hono {
  const routes = new Hono();

  routes.get('/', (context) => context.json({ faults: faults.list() }));

  routes.post('/', async (context) => {
    // Anything else is refused by `add`, with a line that says why.
    const rule = (await context.req.json().catch(() => null)) as FaultRule;
    try {
      return context.json(faults.add(rule), 201);
    } catch (error) {
      if (!(error instanceof TypeError)) {
        throw error;
      }
      return context.json({ error: error.message }, 400);
    }
  });

  routes.delete('/', (context) => {
    faults.clear();
    return context.body(null, 204);
  });

  routes.delete('/:id', (context) =>
    faults.remove(context.req.param('id'))
      ? context.body(null, 204)
      : context.json({ error: 'There is no such fault' }, 404),
  );

  return routes;
}
