import { isDeepStrictEqual } from 'node:util';
import { ConnectorError, ConnectorErrorCodes } from '@logto/connector-kit';
import type { AliyunDmConfig, ConfiguredTemplate } from './config.ts';
import { configGuard } from './config-guard.ts';
import { cut, withoutControls } from './display-text.ts';
import { endpointUrl } from './endpoint.ts';
import { limits } from './limits.ts';
import { regionHosts, stsHost } from './region.ts';
import { type Setting, settingsTable } from './settings-table.ts';

/** Where the key to sign with comes from. */
export interface CredentialSettings {
  source: 'accessKey' | 'ecsRamRole' | 'oidc';
  accessKeyId: string;
  accessKeySecret: string;
  securityToken?: string;
  /** Role of the instance; asked for when absent. */
  roleName?: string;
  metadataUrl: URL;
  oidcProviderArn: string;
  oidcTokenFile: string;
  /** Role to assume. */
  roleArn?: string;
  stsUrl: URL;
}

/** A configuration that was checked, with its defaults filled in. */
export interface Settings {
  credentials: CredentialSettings;
  url: URL;
  /** The `host` that is signed, with a port where the service sees one. */
  signedHost: string;
  accountName: string;
  /** As it goes out. */
  fromAlias: string | undefined;
  replyTo: string;
  replyToAddress: boolean;
  tagName?: string;
  clickTrace: boolean;
  unSubscribeLinkType?: string;
  headers: Readonly<Record<string, string>>;
  ipPoolId?: string;
  /** Milliseconds. */
  connectTimeout: number;
  /** Milliseconds. */
  timeout: number;
  maxRetries: number;
  templates: readonly ConfiguredTemplate[];
}

function checkConfig(config: unknown): AliyunDmConfig {
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
  return result.data as AliyunDmConfig;
}

/** Settings as text, trimmed, with their defaults; empty ones are absent. */
function textsOf(config: AliyunDmConfig): Partial<Record<string, string>> {
  return Object.fromEntries(
    settingsTable
      .map((setting: Setting) => {
        const given = String(config[setting.name as keyof AliyunDmConfig] ?? '').trim();
        return [setting.name, given || String(setting.default ?? '')] as const;
      })
      .filter(([, text]) => text !== ''),
  );
}

function credentialsOf(texts: Partial<Record<string, string>>): CredentialSettings {
  const { regionId = '', network = '', stsEndpoint } = texts;
  const source = texts.credentialSource as CredentialSettings['source'];
  // A role that an OIDC token needs is the pod's own unless another one is chosen.
  const { ALIBABA_CLOUD_OIDC_PROVIDER_ARN, ALIBABA_CLOUD_OIDC_TOKEN_FILE, ALIBABA_CLOUD_ROLE_ARN } =
    process.env;
  return {
    source,
    accessKeyId: texts.accessKeyId ?? '',
    accessKeySecret: texts.accessKeySecret ?? '',
    securityToken: texts.securityToken,
    roleName: texts.roleName,
    metadataUrl: endpointUrl(texts.metadataEndpoint ?? ''),
    oidcProviderArn: texts.oidcProviderArn ?? ALIBABA_CLOUD_OIDC_PROVIDER_ARN ?? '',
    oidcTokenFile: texts.oidcTokenFile ?? ALIBABA_CLOUD_OIDC_TOKEN_FILE ?? '',
    roleArn: texts.roleArn ?? (source === 'oidc' ? ALIBABA_CLOUD_ROLE_ARN : undefined),
    stsUrl: endpointUrl(stsEndpoint ?? stsHost(regionId, network)),
  };
}

function toSettings(config: AliyunDmConfig): Settings {
  const texts = textsOf(config);
  const { regionId = '', network = '', endpoint } = texts;
  const url = endpointUrl(endpoint ?? regionHosts[regionId]?.[network] ?? '');
  return {
    credentials: credentialsOf(texts),
    url,
    signedHost: texts.signedHost ?? url.host,
    accountName: texts.accountName ?? '',
    fromAlias: cut(withoutControls(texts.fromAlias ?? '').trim(), limits.fromAlias) || undefined,
    replyTo: texts.replyTo ?? '',
    replyToAddress: config.replyToAddress ?? false,
    tagName: texts.tagName,
    clickTrace: config.clickTrace ?? false,
    unSubscribeLinkType: texts.unSubscribeLinkType,
    headers: config.headers ?? {},
    ipPoolId: texts.ipPoolId,
    connectTimeout: Number(texts.connectTimeout),
    timeout: Number(texts.timeout),
    maxRetries: Number(texts.maxRetries),
    templates: config.templates,
  };
}

// The configuration read last. Logto hands over an equal one for every mail, and comparing costs a
// fraction of checking. It is a copy, which nobody else can change.
let last: { config: unknown; settings: Settings } | undefined;

/**
 * Checks a configuration and fills in its defaults. White space around keys and addresses, which
 * copying brings along, is dropped.
 *
 * @throws ConnectorError `InvalidConfig`; its data names fields and rules, never a value.
 */
export function readSettings(config: unknown): Settings {
  if (!last || !isDeepStrictEqual(config, last.config)) {
    const settings = toSettings(checkConfig(config));
    last = { config: structuredClone(config), settings };
  }
  return last.settings;
}
