import { isDeepStrictEqual } from 'node:util';
import { ConnectorError, ConnectorErrorCodes } from '@logto/connector-kit';
import type { ConfiguredTemplate } from './config.ts';
import { configGuard, type ShapedConfig } from './config-guard.ts';
import { endpointUrl } from './endpoint.ts';
import { defaultRegion, regionHost } from './region.ts';

/** A configuration that was checked, with its defaults filled in. */
export type Settings = Readonly<{
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
  templates: readonly ConfiguredTemplate[];
}>;

function trimmed(value: string | undefined): string | undefined {
  return value?.trim() || undefined;
}

function numberOr(fallback: number, value: string | number | undefined): number {
  return Number((typeof value === 'string' ? trimmed(value) : value) ?? fallback);
}

/** The endpoint of one's own, or the one of the region in that network. */
function serviceUrl({ endpoint, network, regionId }: ShapedConfig): URL {
  const host = regionHost(trimmed(regionId) ?? defaultRegion, trimmed(network) ?? 'public');
  return endpointUrl(trimmed(endpoint) ?? host ?? '');
}

function checkConfig(config: unknown): ShapedConfig {
  const result = configGuard.safeParse(config);
  if (!result.success) {
    const { issues } = result.error;
    const sentences = issues.map(({ code, path, message }) =>
      // The rules of this package name their field; the types' messages do not.
      code === 'custom' ? message : `${path.join('.')}: ${message}.`,
    );
    throw new ConnectorError(ConnectorErrorCodes.InvalidConfig, {
      errorDescription: `The Aliyun Direct Mail connector is not configured correctly, see the Logto Console > Connectors. ${sentences.join(' ')}`,
      issues: issues.map(({ path, message }) => ({ path, message })),
    });
  }
  return result.data;
}

function toSettings(data: ShapedConfig): Settings {
  const headerValues = [data.accessKeyId.trim(), data.securityToken?.trim() ?? ''];
  if (!headerValues.every((value) => /^[!-~]*$/.test(value))) {
    // They go into header lines, which they must not be able to end.
    throw new ConnectorError(ConnectorErrorCodes.InvalidConfig, {
      errorDescription:
        'The AccessKey ID or the STS token has characters that none has: copy it again from the RAM console > Users > AccessKey.',
    });
  }
  return {
    accessKeyId: data.accessKeyId.trim(),
    accessKeySecret: data.accessKeySecret.trim(),
    securityToken: trimmed(data.securityToken),
    url: serviceUrl(data),
    accountName: data.accountName.trim(),
    fromAlias: data.fromAlias ?? '',
    replyTo: data.replyTo ?? '',
    tagName: trimmed(data.tagName),
    clickTrace: data.clickTrace ?? false,
    connectTimeout: numberOr(3000, data.connectTimeout),
    timeout: numberOr(10_000, data.timeout),
    maxRetries: numberOr(2, data.maxRetries),
    // The guard knows only that the content type is one of two texts.
    templates: data.templates as ConfiguredTemplate[],
  };
}

// The configuration read last. Logto hands over an equal one for every mail, and comparing costs a
// fraction of checking. It is the guard's copy, which nobody else can change.
let last: { config: ShapedConfig; settings: Settings } | undefined;

/**
 * Checks a configuration and fills in its defaults. White space around keys and addresses, which
 * copying brings along, is dropped.
 *
 * @throws ConnectorError `InvalidConfig`; its data names fields and rules, never a value.
 */
export function readSettings(config: unknown): Settings {
  if (!last || !isDeepStrictEqual(config, last.config)) {
    const checked = checkConfig(config);
    last = { config: checked, settings: toSettings(checked) };
  }
  return last.settings;
}
