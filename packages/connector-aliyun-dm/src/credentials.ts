import { fetchInstanceSession } from './instance-role.ts';
import { createRenewal } from './renewal.ts';
import type { Settings } from './settings.ts';
import { assumeRole, assumeRoleWithOidc } from './sts.ts';

/** What signs a request. */
export interface Credentials {
  accessKeyId: string;
  accessKeySecret: string;
  securityToken?: string;
}

/** Credentials that end. */
export interface Session extends Credentials {
  securityToken: string;
  /** Milliseconds since 1970. */
  expiration: number;
}

export interface CredentialSource {
  /** @throws ConnectorError when there are none to be had; nothing was sent then */
  get(): Promise<Credentials>;
  /** What the service no longer takes is not handed out again. */
  forget(): void;
}

// @alicloud/credentials does the same in 12 kB packed, but asks once for each send that waits, has
// no way to another metadata address or to plain http on loopback, leaves the environment's proxy
// out, and repeats answers in its errors. It stands beside this in the tests.

function createSource(settings: Settings): CredentialSource {
  const { credentials } = settings;
  const { source, roleArn, accessKeyId, accessKeySecret, securityToken } = credentials;
  const fixed = { accessKeyId, accessKeySecret, ...(securityToken && { securityToken }) };
  switch (source) {
    case 'oidc':
      return createRenewal(() => assumeRoleWithOidc(settings));
    case 'ecsRamRole':
      return createRenewal(async () => {
        const own = await fetchInstanceSession(settings);
        return roleArn ? assumeRole(settings, own) : own;
      });
    case 'accessKey':
      return roleArn
        ? createRenewal(() => assumeRole(settings, fixed))
        : { get: async () => fixed, forget() {} };
  }
}

const sources = new WeakMap<Settings, CredentialSource>();

/** The source of a configuration; the same for each send, so that what it fetched is kept. */
export function credentialsFor(settings: Settings): CredentialSource {
  const source = sources.get(settings) ?? createSource(settings);
  sources.set(settings, source);
  return source;
}
