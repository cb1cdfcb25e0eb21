import { randomUUID } from 'node:crypto';
import { connectorConfig, type DirectMailAccount, kitConnectorId } from './connector.ts';
import { ProvisionError } from './errors.ts';
import { connectToLogto, type LogtoAccess, trimSlash } from './logto.ts';

export interface DeliveryOptions {
  logto: LogtoAccess;
  /** The account to send with; its `endpoint` is where Logto finds the Direct Mail emulator. */
  directMail: DirectMailAccount;
  /** Where **we** find that emulator: `http://localhost:3010`. */
  inbox: string;
}

/**
 * Has Logto send a test mail with the connector, and looks for it in the inbox of the Direct Mail emulator.
 * The mail is deleted again.
 * @throws {ProvisionError} when the emulator does not run, or Logto cannot reach it.
 */
export async function checkDelivery({ logto, directMail, inbox }: DeliveryOptions): Promise<void> {
  const rest = `${trimSlash(inbox)}/api/v1`;
  await ask(`${trimSlash(inbox)}/readyz`, inbox);

  const email = `check-${randomUUID()}@mail.example.com`;
  const sending = await connectToLogto(logto)
    .POST('/api/connectors/{factoryId}/test', {
      params: { path: { factoryId: kitConnectorId } },
      body: { email, config: connectorConfig(directMail) },
    })
    .catch((error: unknown) => error);
  const response = await ask(`${rest}/messages?to=${encodeURIComponent(email)}`, inbox);
  const { messages } = (await response.json()) as { messages: { id: string }[] };
  for (const { id } of messages) {
    await ask(`${rest}/message/${encodeURIComponent(id)}`, inbox, { method: 'DELETE' });
  }
  if (messages.length > 0) {
    return;
  }

  const at = directMail.endpoint ?? 'Aliyun';
  const reason = sending instanceof ProvisionError ? ` (${sending.message})` : '';
  throw new ProvisionError(
    `Mails of this Logto do not arrive in the inbox at ${inbox}: it sends them to ${at}${reason}. Set DM_ENDPOINT to an address at which it reaches this machine, or DM_ACCESS_KEY_ID, DM_ACCESS_KEY_SECRET and DM_ACCOUNT_NAME to send real mails.`,
  );
}

async function ask(url: string, inbox: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(url, init).catch(() => undefined);
  if (response?.ok) {
    return response;
  }
  throw new ProvisionError(
    `The Direct Mail emulator does not answer at ${inbox}: no mail arrives until it runs (\`pnpm demo --logto external\` starts it).`,
  );
}
