import { expect, it, vi } from 'vitest';
import { ensureConnector, kitConnectorId } from './connector.ts';
import { emulatedAccount } from './environment.ts';
import type { LogtoApi } from './logto.ts';

// Connectors that the emulator does not have: of text messages, and those that Logto Cloud demonstrates with.
function logtoWith(connectors: object[]) {
  const answers: Record<string, object[]> = {
    '/api/connector-factories': [{ id: kitConnectorId }],
    '/api/connectors': connectors,
  };
  const POST = vi.fn(async () => ({ data: {} }));
  const GET = async (path: string) => ({ data: answers[path] });
  return { api: { GET, POST } as unknown as LogtoApi, POST };
}

it.each([
  ['of text messages', { type: 'Sms', isDemo: false, connectorId: 'twilio' }],
  ['of a demonstration', { type: 'Email', isDemo: true, connectorId: 'logto-email' }],
])('a connector %s is in nobody’s way', async (_, connector) => {
  const { api, POST } = logtoWith([connector]);
  const change = await ensureConnector(api, emulatedAccount, { replace: false, dryRun: false });
  expect(change.action).toBe('create');
  expect(POST).toHaveBeenCalledOnce();
});

it('nothing is created in a dry run', async () => {
  const { api, POST } = logtoWith([]);
  const change = await ensureConnector(api, emulatedAccount, { replace: false, dryRun: true });
  expect(change.action).toBe('create');
  expect(POST).not.toHaveBeenCalled();
});
