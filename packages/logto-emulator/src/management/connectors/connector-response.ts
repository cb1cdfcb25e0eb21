import { connectorMetadataGuard } from '@logto/connector-kit';
import type { ConnectorFactory, LoadedConnector } from '../../connectors/index.ts';

/** A connector package as `GET /connector-factories` answers it. */
export function factoryResponse({ type, metadata }: ConnectorFactory) {
  return { type, isDemo: isDemo(metadata.id), ...connectorMetadataGuard.parse(metadata) };
}

/** A stored connector as the Management API answers it: with what its package says of itself. */
export function connectorResponse({ stored, factory }: LoadedConnector) {
  const { id, connectorId, syncProfile, enableTokenStorage, config, metadata } = stored;
  return {
    // The metadata's own id is the package's, so it comes before the connector's.
    ...connectorMetadataGuard.parse({ ...factory.metadata, ...metadata }),
    id,
    syncProfile,
    enableTokenStorage,
    config,
    metadata,
    connectorId,
    type: factory.type,
    isDemo: isDemo(connectorId),
    extraInfo: {},
  };
}

function isDemo(factoryId: string): boolean {
  return ['logto-sms', 'logto-social-demo'].includes(factoryId);
}
