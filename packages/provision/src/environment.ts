import type { DirectMailAccount } from './connector.ts';
import { ProvisionError } from './errors.ts';
import type { LogtoAccess } from './logto.ts';

type Environment = Record<string, string | undefined>;

/** The account that the Direct Mail emulator knows, and where it is. */
export const emulatedAccount = {
  accessKeyId: 'testid',
  accessKeySecret: 'testsecret',
  accountName: 'no-reply@mail.example.com',
  fromAlias: 'Bookstore',
  endpoint: 'http://localhost:3010',
};

/** @throws {ProvisionError} when one of the three variables without a default is missing, or is no address. */
export function logtoFromEnvironment(env: Environment): LogtoAccess {
  for (const name of ['LOGTO_ENDPOINT', 'LOGTO_ADMIN_ENDPOINT']) {
    requireAddress(name, env[name]);
  }
  const missing = ['LOGTO_ENDPOINT', 'LOGTO_M2M_APP_ID', 'LOGTO_M2M_APP_SECRET'].filter(
    (name) => !env[name],
  );
  if (missing.length > 0) {
    throw new ProvisionError(
      `Set ${missing.join(', ')}: the Logto to set up and a machine-to-machine application that may manage it. For the emulator, \`pnpm demo\` does this by itself.`,
    );
  }
  return {
    endpoint: env.LOGTO_ENDPOINT as string,
    appId: env.LOGTO_M2M_APP_ID as string,
    appSecret: env.LOGTO_M2M_APP_SECRET as string,
    adminEndpoint: env.LOGTO_ADMIN_ENDPOINT || undefined,
    resource: env.LOGTO_RESOURCE || undefined,
  };
}

/** @throws {ProvisionError} when the variable has a value that is not an address. */
export function requireAddress(name: string, value: string | undefined): void {
  if (!value || (/^https?:\/\//.test(value) && URL.canParse(value))) {
    return;
  }
  const remedy = value.includes('://')
    ? 'an address looks like http://localhost:3001'
    : `http:// or https:// is missing: http://${value}`;
  throw new ProvisionError(`${name}=${value} is no address: ${remedy}.`);
}

/** A Direct Mail account from DM_*; the emulator's own where none of them is set. */
export function accountFromEnvironment(env: Environment): DirectMailAccount {
  const { DM_ACCESS_KEY_ID, DM_ACCESS_KEY_SECRET, DM_ACCOUNT_NAME } = env;
  requireAddress('DM_ENDPOINT', env.DM_ENDPOINT);
  if (!DM_ACCESS_KEY_ID && !DM_ACCESS_KEY_SECRET && !DM_ACCOUNT_NAME) {
    return { ...emulatedAccount, endpoint: env.DM_ENDPOINT || emulatedAccount.endpoint };
  }
  if (!DM_ACCESS_KEY_ID || !DM_ACCESS_KEY_SECRET || !DM_ACCOUNT_NAME) {
    throw new ProvisionError(
      'Set DM_ACCESS_KEY_ID, DM_ACCESS_KEY_SECRET and DM_ACCOUNT_NAME together (or none of them, for the emulator).',
    );
  }
  return {
    accessKeyId: DM_ACCESS_KEY_ID,
    accessKeySecret: DM_ACCESS_KEY_SECRET,
    accountName: DM_ACCOUNT_NAME,
    fromAlias: env.DM_FROM_ALIAS || undefined,
    regionId: env.DM_REGION_ID || undefined,
    endpoint: env.DM_ENDPOINT || undefined,
  };
}
