import {
  ensureApplication,
  findApplications,
  readSecret,
  type WantedApplication,
} from './application.ts';
import type { Change } from './change.ts';
import { type DirectMailAccount, ensureConnector } from './connector.ts';
import { connectToLogto, type LogtoAccess, trimSlash } from './logto.ts';
import { ensureTemplates } from './mail/ensure-templates.ts';
import { ensureProtectedApi } from './protected-api.ts';
import { beforeKey } from './remove.ts';
import type { Registration } from './settings-values.ts';
import { ensureSignInExperience, readSignInExperience } from './sign-in-experience.ts';

export interface ProvisionOptions {
  logto: LogtoAccess;
  directMail: DirectMailAccount;
  applications: WantedApplication[];
  /** Replace another e-mail connector; its configuration is lost. */
  replaceConnector?: boolean;
  /** Find out what would change, and change nothing. */
  dryRun?: boolean;
  /** Called once a thing, as soon as it is as wanted. */
  onChange?: (change: Change) => void;
}

export interface Provisioned {
  changes: Change[];
  /** What each application needs to know, by its key; without those that a dry run did not create. */
  registrations: Record<string, Registration>;
}

/**
 * Sets a Logto up: the connector, the applications, a protected API, mails in two languages, e-mail codes. Does only
 * what is missing: a second run changes nothing.
 * @throws {ProvisionError} One sentence: Logto unreachable, client refused, connector not installed, another connector.
 */
export async function provision(options: ProvisionOptions): Promise<Provisioned> {
  const { logto, directMail, applications, dryRun = false, replaceConnector = false } = options;
  const api = connectToLogto(logto);
  const changes: Change[] = [];
  const note = (change: Change) => {
    changes.push(change);
    options.onChange?.(change);
  };

  // First, because it is the one that can refuse: nothing is half done then.
  note(await ensureConnector(api, directMail, { replace: replaceConnector, dryRun }));

  const endpoint = trimSlash(logto.endpoint);
  const registrations: Record<string, Registration> = {};
  const own = await findApplications(api);
  let isRemembered = [...own.values()].some(({ customData }) => customData?.[beforeKey]);
  for (const wanted of applications) {
    const found = own.get(wanted.key);
    const remember = isRemembered ? {} : { [beforeKey]: await readSignInExperience(api) };
    const { change, id } = await ensureApplication(api, wanted, { found, remember, dryRun });
    isRemembered ||= !found;
    note(change);
    if (id) {
      const appSecret = wanted.type === 'SPA' ? undefined : await readSecret(api, id);
      registrations[wanted.key] = { endpoint, issuer: `${endpoint}/oidc`, appId: id, appSecret };
    }
  }

  for (const change of await ensureProtectedApi(api, dryRun)) {
    note(change);
  }
  note(await ensureTemplates(api, dryRun));
  note(await ensureSignInExperience(api, dryRun));
  return { changes, registrations };
}
