import { ConnectorError, ConnectorType, validateConfig } from '@logto/connector-kit';
import { z } from 'zod';

const configGuard = z.object({ endpoint: z.string() });

/** A connector for the tests: it posts what it is given, and raises what the answer says. */
export default async function createMailbox({ getConfig }) {
  return {
    type: ConnectorType.Email,
    metadata: {
      id: 'mailbox',
      target: 'mailbox',
      platform: null,
      name: { en: 'Mailbox' },
      description: { en: 'Posts every message to an address.' },
      logo: './logo.svg',
      logoDark: null,
      readme: './README.md',
      formItems: [],
    },
    configGuard,
    async sendMessage(data, inputConfig) {
      const config = inputConfig ?? (await getConfig('mailbox'));
      validateConfig(config, configGuard);
      const response = await fetch(config.endpoint, {
        method: 'POST',
        body: JSON.stringify(data),
      });
      if (!response.ok) {
        const { code, data: details } = await response.json();
        throw new ConnectorError(code, details);
      }
    },
  };
}
