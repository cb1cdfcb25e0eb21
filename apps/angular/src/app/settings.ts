import { InjectionToken } from '@angular/core';

/** Which Logto, and which of its applications: two values that the Logto Console shows. */
export interface Settings {
  /** Where Logto is, for example `http://localhost:3001`. */
  endpoint: string;
  /** The App ID of this single-page application. */
  appId: string;
  // #region hardening: protected-api
  /** The identifier of the API in `api/` among the API resources of Logto. */
  apiResource?: string;
  // #endregion
  /** Where the mails of a demonstration are shown. */
  inbox?: string;
}

export const SETTINGS = new InjectionToken<Settings>('Settings of public/logto.json');

/** Reads `public/logto.json` when the application starts, so that one build serves every Logto. */
export async function loadSettings(): Promise<Settings> {
  const response = await fetch('/logto.json', { cache: 'no-store' });
  const settings = response.ok ? await response.json().catch(() => ({})) : {};
  if (!settings?.endpoint || !settings.appId) {
    throw new Error(
      'Settings are missing: copy public/logto.example.json to public/logto.json, and enter the endpoint and the App ID.',
    );
  }
  if (!/^https?:\/\//.test(settings.endpoint) || !URL.canParse(settings.endpoint)) {
    throw new Error(
      `The endpoint in public/logto.json, "${settings.endpoint}", is no address: it begins with http:// or https://.`,
    );
  }
  return settings;
}
