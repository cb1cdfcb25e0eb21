import { InjectionToken } from '@angular/core';

/** Which Logto, and which of its applications: the two values that the Logto Console shows. */
export interface Settings {
  /** Where Logto is, for example `http://localhost:3001`. */
  endpoint: string;
  /** The App ID of this single-page application. */
  appId: string;
}

export const SETTINGS = new InjectionToken<Settings>('Settings of the sample');

/**
 * Reads `/logto.json` when the application starts, so that one build serves every Logto.
 *
 * @returns `undefined` when the file is missing, incomplete or not JSON (a development server that
 * knows no such file may answer with the application's own page).
 */
export async function loadSettings(): Promise<Settings | undefined> {
  try {
    const response = await fetch('/logto.json', { cache: 'no-store' });
    const { endpoint, appId } = await response.json();
    return response.ok && URL.canParse(endpoint) && appId ? { endpoint, appId } : undefined;
  } catch {
    return undefined;
  }
}
