import { configurableConnectorMetadataGuard, validateConfig } from '@logto/connector-kit';
import { Hono } from 'hono';
import { z } from 'zod';
import {
  type ConnectorFactory,
  getConnector,
  getConnectors,
  translateConnectorErrors,
} from '../../connectors/index.ts';
import type { Context } from '../../context.ts';
import { checkInput, readBody } from '../../http/body.ts';
import { RequestError } from '../../http/request-error.ts';
import { tenantId } from '../../store/seed.ts';
import type { JsonObject } from '../../store/types.ts';
import { assertNotEmpty, columns } from '../common/entity.ts';
import { jsonObjectGuard } from '../common/guards.ts';
import { queryOf } from '../common/query.ts';
import { isForgotPasswordAvailable } from '../sign-in-experience/forgot-password.ts';
import { cleanDeep } from './clean-deep.ts';
import { connectorResponse } from './connector-response.ts';

const patchGuard = z.object({
  syncProfile: z.boolean().optional(),
  enableTokenStorage: z.boolean().optional(),
  config: jsonObjectGuard.optional(),
  metadata: configurableConnectorMetadataGuard.optional(),
});

const idGuard = z.string().min(1).max(128);
const createGuard = patchGuard.extend({ connectorId: idGuard, id: idGuard.optional() });

/** `/connectors`: the connectors that are set up. There is one for e-mail and one for text messages. */
export function connectorRoutes(context: Context): Hono {
  const { store, random, clock } = context;

  return new Hono()
    .post('/connectors', async (c) => {
      const body = await readBody(c, createGuard);
      const { connectorId, syncProfile, enableTokenStorage, config, metadata } = body;
      const factories = await context.connectorFactories();
      const factory = factories.find((candidate) => candidate.metadata.id === connectorId);
      if (!factory) {
        throw new RequestError({ code: 'connector.not_found_with_connector_id', status: 422 });
      }
      if (factory.type === 'Social') {
        throw socialNotSupported(factory);
      }
      if (config) {
        await checkConfig(factory, config);
      }
      if (enableTokenStorage) {
        throw tokenStorageNotSupported();
      }

      const id = body.id ?? random.shortId();
      if (store.connectors.get(id)) {
        // Logto leaves this to its database, and answers 500.
        throw new Error(`There is a connector with the id ${id}.`);
      }
      const replaced = await connectorIdsOfType(context, factory.type);
      store.connectors.put({
        tenantId,
        id,
        connectorId,
        syncProfile: syncProfile ?? false,
        enableTokenStorage: enableTokenStorage ?? false,
        config: cleanDeep(config ?? {}),
        metadata: cleanDeep((metadata ?? {}) as JsonObject),
        createdAt: clock.now().getTime(),
      });
      for (const old of replaced) {
        store.connectors.delete(old);
      }
      return c.json(connectorResponse(await getConnector(context, id)));
    })
    .get('/connectors', async (c) => {
      const { target } = checkInput(
        'query',
        z.object({ target: z.string().optional() }),
        queryOf(c),
      );
      const connectors = (await getConnectors(context)).map(connectorResponse);
      return c.json(connectors.filter((connector) => !target || connector.target === target));
    })
    .get('/connectors/:id', async (c) =>
      c.json(connectorResponse(await getConnector(context, c.req.param('id')))),
    )
    .patch('/connectors/:id', async (c) => {
      const body = await readBody(c, patchGuard);
      const { config, metadata, syncProfile, enableTokenStorage } = body;
      const { stored, factory } = await getConnector(context, c.req.param('id'));
      assertMetadata(factory, metadata);
      if (syncProfile) {
        throw new RequestError({ code: 'connector.invalid_type_for_syncing_profile', status: 422 });
      }
      if (enableTokenStorage) {
        throw tokenStorageNotSupported();
      }
      if (config) {
        await checkConfig(factory, config);
      }
      const changes = columns({
        config: config && cleanDeep(config),
        metadata: metadata && cleanDeep(metadata as JsonObject),
        syncProfile,
        enableTokenStorage,
      });
      assertNotEmpty(changes);
      store.connectors.update(stored.id, changes);
      return c.json(connectorResponse(await getConnector(context, stored.id)));
    })
    .post('/connectors/:id/authorization-uri', async (c) => {
      const { state, redirectUri } = await readBody(
        c,
        z.object({ state: z.string(), redirectUri: z.string() }),
      );
      if (!state || !redirectUri) {
        throw new RequestError('session.insufficient_info');
      }
      await getConnector(context, c.req.param('id'));
      // It is for social connectors, and the emulator has none.
      throw new RequestError('connector.unexpected_type');
    })
    .delete('/connectors/:id', async (c) => {
      const stored = store.connectors.get(c.req.param('id'));
      if (!stored) {
        throw new RequestError({ code: 'entity.not_found', status: 404 });
      }
      await assertDeletable(context, stored.id);
      store.connectors.delete(stored.id);
      return c.body(null, 204);
    });
}

/** Checks a configuration by the connector's own guard, and reports as its kit does. */
async function checkConfig(factory: ConnectorFactory, config: unknown): Promise<void> {
  await translateConnectorErrors(async () => validateConfig(config, factory.configGuard));
}

async function connectorIdsOfType(context: Context, type: string): Promise<string[]> {
  return (await getConnectors(context))
    .filter(({ factory }) => factory.type === type)
    .map(({ stored }) => stored.id);
}

function assertMetadata(factory: ConnectorFactory, metadata: { target?: string } | undefined) {
  if (!metadata) {
    return;
  }
  if (factory.metadata.isStandard !== true) {
    throw new RequestError('connector.cannot_overwrite_metadata_for_non_standard_connector');
  }
  if (metadata.target !== factory.metadata.target) {
    throw new RequestError('connector.can_not_modify_target');
  }
}

function tokenStorageNotSupported(): RequestError {
  return new RequestError({ code: 'connector.token_storage_not_supported', status: 422 });
}

function socialNotSupported({ metadata }: ConnectorFactory): RequestError {
  return new RequestError({
    code: 'emulator.not_supported',
    status: 501,
    what: `social connectors (${metadata.id})`,
  });
}

/** Password expiration needs a way to set a new password, so its last connector stays. */
async function assertDeletable(context: Context, id: string): Promise<void> {
  const { passwordExpiration, forgotPasswordMethods } = context.store.signInExperience;
  if (!passwordExpiration.enabled) {
    return;
  }
  const remaining = (await getConnectors(context)).filter(({ stored }) => stored.id !== id);
  const available = isForgotPasswordAvailable(remaining, forgotPasswordMethods);
  if (available.email || available.phone) {
    return;
  }
  throw new RequestError({
    code: 'sign_in_experiences.password_expiration_requires_forgot_password',
    status: 422,
  });
}
