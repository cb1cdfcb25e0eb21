import { ConnectorError, ConnectorErrorCodes } from '@logto/connector-kit';
import type { ConfiguredTemplate } from './config.ts';
import { configGuard } from './config-guard.ts';
import { endpointUrl } from './endpoint.ts';
import { defaultRegion, isRegionId, regionHost } from './region.ts';

/** A configuration that was checked, with its defaults filled in. */
export type Settings = {
  accessKeyId: string;
  accessKeySecret: string;
  securityToken?: string;
  url: URL;
  accountName: string;
  fromAlias: string;
  replyTo: string;
  tagName?: string;
  clickTrace: boolean;
  /** Milliseconds. */
  connectTimeout: number;
  /** Milliseconds. */
  timeout: number;
  maxRetries: number;
  templates: ConfiguredTemplate[];
};

const numberOr = (fallback: number, value: string | number | undefined): number =>
  value === undefined || value === '' ? fallback : Number(value);

const trimmed = (value: string | undefined): string | undefined => value?.trim() || undefined;

/**
 * Checks a configuration and fills in its defaults. White space around keys and addresses, which
 * copying brings along, is dropped.
 *
 * @throws ConnectorError `InvalidConfig`; its data names fields and rules, never a value.
 */
export const readSettings = (config: unknown): Settings => {
  const result = configGuard.safeParse(config);
  if (!result.success) {
    const issues = result.error.issues.map(({ path, message }) => ({ path, message }));
    const list = issues.map(({ path, message }) =>
      path.length > 0 ? `${path.join('.')}: ${message}` : message,
    );
    throw new ConnectorError(ConnectorErrorCodes.InvalidConfig, {
      errorDescription: `The Aliyun Direct Mail connector is not configured correctly; correct it in Console > Connectors. ${list.join(' ')}`,
      issues,
    });
  }
  const { data } = result;
  const headerValues = [data.accessKeyId.trim(), data.securityToken?.trim() ?? ''];
  if (!headerValues.every((value) => /^[!-~]*$/.test(value))) {
    // They go into header lines, which they must not be able to end.
    throw new ConnectorError(ConnectorErrorCodes.InvalidConfig, {
      errorDescription:
        'The AccessKey ID or the STS token has characters that none has: copy it again from the RAM console > Users > AccessKey.',
    });
  }
  const region = trimmed(data.regionId) ?? defaultRegion;
  const network = trimmed(data.network) === 'vpc' ? 'vpc' : 'public';
  return {
    accessKeyId: data.accessKeyId.trim(),
    accessKeySecret: data.accessKeySecret.trim(),
    securityToken: trimmed(data.securityToken),
    url: endpointUrl(
      trimmed(data.endpoint) ??
        regionHost(isRegionId(region) ? region : defaultRegion, network) ??
        '',
    ),
    accountName: data.accountName.trim(),
    fromAlias: data.fromAlias ?? '',
    replyTo: data.replyTo ?? '',
    tagName: trimmed(data.tagName),
    clickTrace: data.clickTrace ?? false,
    connectTimeout: numberOr(3000, data.connectTimeout),
    timeout: numberOr(10_000, data.timeout),
    maxRetries: numberOr(2, data.maxRetries),
    templates: data.templates as ConfiguredTemplate[],
  };
};
