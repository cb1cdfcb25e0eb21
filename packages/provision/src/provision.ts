import { ensureApplication, readSecret, type WantedApplication } from './application.ts';
import type { Change } from './change.ts';
import { type DirectMailAccount, ensureConnector } from './connector.ts';
import { connectToLogto, type LogtoAccess, trimSlash } from './logto.ts';
import { beforeKey } from './remove.ts';
import type { SampleSettings } from './settings.ts';
import {
  emailCodeExperience,
  ensureSignInExperience,
  readSignInExperience,
} from './sign-in-experience.ts';

export interface ProvisionOptions {
  logto: LogtoAccess;
  directMail: DirectMailAccount;
  /** Where the browser finds the samples, without a slash at the end: `http://localhost:4200`. */
  apps: { angular: string; nextjs: string };
  /** Replace another e-mail connector; its configuration is lost. */
  replaceConnector?: boolean;
  /** Find out what would change, and change nothing. */
  dryRun?: boolean;
  /** Called once a thing, as soon as it is as wanted. */
  onChange?: (change: Change) => void;
}

/** What was done, and what the samples need to know; no settings after a dry run that would create an application. */
export interface Provisioned {
  changes: Change[];
  settings: SampleSettings | undefined;
}

/**
 * Sets a Logto up for both samples: two applications, the connector, e-mail codes. Does only what is missing:
 * a second run changes nothing.
 * @throws {ProvisionError} One sentence: Logto unreachable, client refused, connector not installed, another connector.
 */
export async function provision(options: ProvisionOptions): Promise<Provisioned> {
  const { logto, directMail, apps, dryRun = false, replaceConnector = false } = options;
  const api = connectToLogto(logto);
  const changes: Change[] = [];
  const note = (change: Change) => {
    changes.push(change);
    options.onChange?.(change);
  };

  // First, because it is the one that can refuse: nothing is half done then.
  note(await ensureConnector(api, directMail, { replace: replaceConnector, dryRun }));

  const remember = { [beforeKey]: await readSignInExperience(api) };
  const angular = await ensureApplication(api, angularApplication(apps.angular, remember), dryRun);
  note(angular.change);
  const nextjs = await ensureApplication(api, nextjsApplication(apps.nextjs), dryRun);
  note(nextjs.change);

  note(await ensureSignInExperience(api, emailCodeExperience, dryRun));

  if (!angular.id || !nextjs.id) {
    return { changes, settings: undefined };
  }
  const endpoint = trimSlash(logto.endpoint);
  const settings = {
    angular: { endpoint, appId: angular.id },
    nextjs: {
      AUTH_LOGTO_ISSUER: `${endpoint}/oidc`,
      AUTH_LOGTO_ID: nextjs.id,
      AUTH_LOGTO_SECRET: await readSecret(api, nextjs.id),
      AUTH_URL: trimSlash(apps.nextjs),
    },
  };
  return { changes, settings };
}

function angularApplication(url: string, remember: Record<string, unknown>): WantedApplication {
  return {
    sample: 'angular',
    name: 'Angular sample',
    type: 'SPA',
    redirectUris: [`${trimSlash(url)}/callback`],
    postLogoutRedirectUris: [`${trimSlash(url)}/`],
    remember,
  };
}

function nextjsApplication(url: string): WantedApplication {
  return {
    sample: 'nextjs',
    name: 'Next.js sample',
    type: 'Traditional',
    redirectUris: [`${trimSlash(url)}/api/auth/callback/logto`],
    postLogoutRedirectUris: [`${trimSlash(url)}/`],
  };
}
