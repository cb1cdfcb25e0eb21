import { Injectable, type Provider } from '@angular/core';
import { AbstractSecurityStorage } from 'angular-auth-oidc-client';

type Values = Record<string, unknown>;

/** What every tab needs: the tokens, and what was fetched to check them. */
const shared = new Set([
  'authnResult',
  'authzData',
  'access_token_expires_at',
  'userData',
  'authWellKnownEndPoints',
  'jwtKeys',
]);

/** What holds only while this page is open: "a request is under way" must not outlive a reload. */
const running = new Set(['storageSilentRenewRunning', 'storageCodeFlowInProgress']);

/**
 * Shares the tokens among tabs and keeps the rest apart.
 *
 * The library writes everything it knows as one JSON text. With all of it in sessionStorage a new
 * tab starts signed out; with all of it in localStorage two tabs that sign in at the same time
 * overwrite each other's state, nonce and code verifier, and a renewal in one of them makes the other
 * send a wrong redirect URI. So each value goes where it lives as long as it should.
 *
 * @see https://github.com/damienbod/angular-auth-oidc-client/issues/1872
 */
@Injectable()
export class TabStorage implements AbstractSecurityStorage {
  private readonly page = new Map<string, Values>();

  read(key: string): string {
    return JSON.stringify({
      ...parse(localStorage.getItem(key)),
      ...parse(sessionStorage.getItem(key)),
      ...this.page.get(key),
    });
  }

  write(key: string, value: string): void {
    const values = Object.entries(parse(value));
    const page = values.filter(([name]) => running.has(name));
    const tokens = values.filter(([name]) => shared.has(name));
    const attempt = values.filter(([name]) => !running.has(name) && !shared.has(name));

    this.page.set(key, Object.fromEntries(page));
    writeIfChanged(localStorage, key, tokens);
    writeIfChanged(sessionStorage, key, attempt);
  }

  remove(key: string): void {
    this.page.delete(key);
    localStorage.removeItem(key);
    sessionStorage.removeItem(key);
  }

  clear(): void {
    this.page.clear();
    localStorage.clear();
    sessionStorage.clear();
  }
}

/** Comes after `provideAuth`, which brings a storage of its own: the last provider wins. */
export const tabStorage: Provider = { provide: AbstractSecurityStorage, useClass: TabStorage };

function parse(text: string | null): Values {
  return JSON.parse(text ?? 'null') ?? {};
}

/** Writing back what was read could undo what another tab has written since. */
function writeIfChanged(storage: Storage, key: string, values: [string, unknown][]): void {
  const text = JSON.stringify(Object.fromEntries(values));
  if (text !== (storage.getItem(key) ?? '{}')) {
    storage.setItem(key, text);
  }
}
