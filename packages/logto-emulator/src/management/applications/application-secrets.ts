import { Hono } from 'hono';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { readBody } from '../../http/body.ts';
import { RequestError } from '../../http/request-error.ts';
import { tenantId } from '../../store/seed.ts';
import type { Application, ApplicationSecret, ApplicationType } from '../../store/types.ts';
import { findEntity } from '../common/entity.ts';

const nameGuard = z.string().min(1).max(256);
const createGuard = z.object({ name: nameGuard, expiresAt: z.number().nullable().optional() });
const patchGuard = z.object({ name: nameGuard });

/** An application as the Management API answers it: what it authenticates with stands in its secrets. */
export function applicationResponse({ secret, ...application }: Application) {
  return secret.startsWith('#internal:') ? application : { ...application, secret };
}

export function hasSecrets(type: ApplicationType): boolean {
  return ['Traditional', 'MachineToMachine', 'Protected'].includes(type);
}

/** A new secret with a random value; not stored yet. */
export function newSecret(
  { random, clock }: Context,
  applicationId: string,
  name: string,
  expiresAt: number | null,
): ApplicationSecret {
  const createdAt = clock.now().getTime();
  return { tenantId, applicationId, name, value: random.secret(), createdAt, expiresAt };
}

/** `/applications/{id}/secrets`: what confidential clients authenticate with. */
export function applicationSecretRoutes(context: Context): Hono {
  const { store, clock, random } = context;
  const find = (id: string) => findEntity(store.applications, 'applications', id);
  const assertFree = (id: string, name: string) => {
    if (!store.applicationSecrets.get(`${id}/${name}`)) {
      return;
    }
    throw new RequestError({ code: 'application.secret_name_exists', status: 422 });
  };

  return new Hono()
    .delete('/applications/:id/legacy-secret', (c) => {
      const application = find(c.req.param('id'));
      if (application.secret.startsWith('#internal:')) {
        throw new RequestError('application.no_legacy_secret_found');
      }
      const secret = `#internal:${random.secret()}`;
      return c.json(applicationResponse(store.applications.put({ ...application, secret })));
    })
    .get('/applications/:id/secrets', (c) => {
      const { id } = find(c.req.param('id'));
      return c.json(store.applicationSecrets.list((secret) => secret.applicationId === id));
    })
    .post('/applications/:id/secrets', async (c) => {
      const { name, expiresAt } = await readBody(c, createGuard);
      if (expiresAt && expiresAt <= clock.now().getTime()) {
        throw new RequestError({
          code: 'request.invalid_input',
          details: 'The value of `expiresAt` must be in the future.',
        });
      }
      const { id, type } = find(c.req.param('id'));
      assertFree(id, name);
      if (!hasSecrets(type)) {
        throw new RequestError({ code: 'entity.db_constraint_violated', status: 422 });
      }
      const secret = newSecret(context, id, name, expiresAt ?? null);
      return c.json(store.applicationSecrets.put(secret), 201);
    })
    .patch('/applications/:id/secrets/:name', async (c) => {
      const { name } = await readBody(c, patchGuard);
      const { id } = find(c.req.param('id'));
      const old = store.applicationSecrets.get(`${id}/${c.req.param('name')}`);
      if (!old) {
        throw new RequestError({
          code: 'entity.not_exists',
          status: 404,
          name: 'application_secret',
        });
      }
      if (name !== old.name) {
        assertFree(id, name);
      }
      store.applicationSecrets.delete(`${id}/${old.name}`);
      return c.json(store.applicationSecrets.put({ ...old, name }));
    })
    .delete('/applications/:id/secrets/:name', (c) => {
      const { id } = find(c.req.param('id'));
      if (!store.applicationSecrets.delete(`${id}/${c.req.param('name')}`)) {
        throw new RequestError({ code: 'entity.not_found', status: 404 });
      }
      return c.body(null, 204);
    });
}
