import { isDeepStrictEqual } from 'node:util';
import type { Change } from './change.ts';
import { ProvisionError } from './errors.ts';
import { body, type LogtoApi } from './logto.ts';
import { connectorTemplates } from './mail/templates.ts';

/** The `metadata.id` of @dm-kit/connector-aliyun-dm. */
export const kitConnectorId = 'aliyun-dm-kit';

const subject = 'E-mail connector "Aliyun Direct Mail"';

/** The Direct Mail account that Logto sends with. */
export interface DirectMailAccount {
  accessKeyId: string;
  accessKeySecret: string;
  /** The sender address set up in the Direct Mail console. */
  accountName: string;
  fromAlias?: string | undefined;
  regionId?: string | undefined;
  /** Where the API is, if not at Aliyun: `http://localhost:3010` for the emulator, as **Logto** reaches it. */
  endpoint?: string | undefined;
}

/** The configuration that the connector gets: the account and one template a usage type. */
export function connectorConfig(account: DirectMailAccount): Record<string, unknown> {
  // Logto drops empty strings from a configuration; leaving absent ones out keeps a second run without changes.
  const set = Object.entries(account).filter(([, value]) => value);
  return { ...Object.fromEntries(set), templates: connectorTemplates };
}

/** Creates or mends the e-mail connector. Logto has one of them: another one is replaced only when told. */
export async function ensureConnector(
  api: LogtoApi,
  account: DirectMailAccount,
  { replace, dryRun }: { replace: boolean; dryRun: boolean },
): Promise<Change> {
  await requireFactory(api);
  const config = connectorConfig(account);
  const connectors = body(await api.GET('/api/connectors'));
  const current = connectors.find(({ type, isDemo }) => type === 'Email' && !isDemo);

  if (current?.connectorId === kitConnectorId) {
    const differs = differingKeys(current.config as Record<string, unknown>, config);
    if (differs.length === 0) {
      return { subject: subject, action: 'none' };
    }
    if (!dryRun) {
      await api.PATCH('/api/connectors/{id}', {
        params: { path: { id: current.id } },
        body: { config },
      });
    }
    return { subject: subject, action: 'update', detail: differs.join(', ') };
  }
  if (current && !replace) {
    throw new ProvisionError(
      `This Logto sends e-mail with the connector "${current.connectorId}", and it can have only one: run again with --replace-connector to replace it (its configuration is lost).`,
    );
  }
  if (!dryRun) {
    await api.POST('/api/connectors', { body: { connectorId: kitConnectorId, config } });
  }
  return current
    ? { subject: subject, action: 'replace', detail: `was ${current.connectorId}` }
    : { subject: subject, action: 'create' };
}

async function requireFactory(api: LogtoApi): Promise<void> {
  const factories = body(await api.GET('/api/connector-factories'));
  if (factories.some(({ id }) => id === kitConnectorId)) {
    return;
  }
  throw new ProvisionError(
    `The connector "${kitConnectorId}" is not installed in this Logto: see "Install it in Logto" in packages/connector-aliyun-dm/README.md, then restart Logto.`,
  );
}

function differingKeys(is: Record<string, unknown>, wanted: Record<string, unknown>): string[] {
  const keys = new Set([...Object.keys(is), ...Object.keys(wanted)]);
  return [...keys].filter((key) => !isDeepStrictEqual(is[key], wanted[key])).sort();
}
