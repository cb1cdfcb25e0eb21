import type { AllConnector, EmailConnector, SendMessageData } from '@logto/connector-kit';
import type { Context } from '../context.ts';
import { RequestError } from '../http/request-error.ts';
import type { Connector } from '../store/types.ts';
import { translateConnectorErrors } from './errors.ts';
import type { ConnectorFactory } from './factories.ts';
import { findEmailTemplate } from './templates.ts';

/** A stored connector together with what its package makes of it. */
export interface LoadedConnector {
  stored: Connector;
  factory: ConnectorFactory;
  connector: AllConnector;
}

/**
 * The stored connectors, each made anew by its package, by their ids. One whose package is not
 * loaded, or fails to make it, is left out, as Logto does.
 */
export async function getConnectors(context: Context): Promise<LoadedConnector[]> {
  const factories = await context.connectorFactories();
  const sorted = context.store.connectors.list().sort((a, b) => (a.id < b.id ? -1 : 1));
  const loaded = await Promise.all(
    sorted.map(async (stored) => {
      const factory = factories.find(({ metadata }) => metadata.id === stored.connectorId);
      if (!factory) {
        return undefined;
      }
      try {
        const connector = await createConnector(context, factory, async () =>
          getConfig(context, stored.id),
        );
        return { stored, factory, connector };
      } catch {
        return undefined;
      }
    }),
  );
  return loaded.filter((connector) => connector !== undefined);
}

/** @throws RequestError `entity.not_found` (404) when there is none with this id */
export async function getConnector(context: Context, id: string): Promise<LoadedConnector> {
  const found = (await getConnectors(context)).find(({ stored }) => stored.id === id);
  if (!found) {
    throw new RequestError({ code: 'entity.not_found', status: 404 });
  }
  return found;
}

/**
 * Makes a connector of a package, with access to its configuration and, for e-mail, to the tenant's
 * e-mail templates.
 *
 * @param getConfig without it, the connector has no configuration of its own to ask for
 */
export async function createConnector(
  context: Context,
  factory: ConnectorFactory,
  getConfig?: () => Promise<unknown>,
): Promise<AllConnector> {
  const { notImplemented } = await import('./factories.ts');
  return factory.createConnector({
    getConfig: getConfig ?? notImplemented,
    ...(factory.type === 'Email' && {
      getI18nEmailTemplate: async (type: string, languageTag?: string) =>
        findEmailTemplate(context, type, languageTag),
    }),
  });
}

function getConfig(context: Context, id: string): unknown {
  const stored = context.store.connectors.get(id);
  if (!stored) {
    throw new RequestError({ code: 'entity.not_found', status: 404 });
  }
  return stored.config;
}

/**
 * The tenant's e-mail connector, ready to send. What the connector throws comes out as `RequestError`
 * where Logto knows it, and as it is (an HTTP 500) where Logto does not.
 *
 * @throws RequestError `connector.not_found` (501) when there is none
 */
export async function getEmailConnector(
  context: Context,
): Promise<{ sendMessage(data: SendMessageData): Promise<void> }> {
  const found = (await getConnectors(context)).find(({ factory }) => factory.type === 'Email');
  if (!found) {
    throw new RequestError({ code: 'connector.not_found', status: 501, type: 'Email' });
  }
  const { sendMessage } = found.connector as Partial<EmailConnector>;
  const { notImplemented } = await import('./factories.ts');
  return {
    async sendMessage(data) {
      await translateConnectorErrors(async () => (sendMessage ?? notImplemented)(data));
    },
  };
}
