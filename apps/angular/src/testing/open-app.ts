import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationInitStatus } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { config } from 'rxjs';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { App } from '../app/app';
import { appConfig } from '../app/app.config';

export const settings = { endpoint: 'http://localhost:3001', appId: 'abc' };
export const oidc = `${settings.endpoint}/oidc`;
/** Under which the library stores what it knows. */
export const storageKey = `0-${settings.appId}`;

const patience = { timeout: 10_000, interval: 5 };
let page: ComponentFixture<App> | undefined;
let opened: ApplicationInitStatus | undefined;

/** What the page says, once it says this. */
export function see(text: string) {
  return vi.waitFor(
    () => expect(page?.nativeElement.textContent.replace(/\s+/g, ' ')).toContain(text),
    patience,
  );
}

export function press(name: string): void {
  const all: HTMLElement[] = [...(page?.nativeElement.querySelectorAll('button, a') ?? [])];
  all.find((element) => element.textContent?.trim() === name)?.click();
}

/** Opens a page of the application: all of it but the network, which answers through `logto`. */
export function open(path: string): void {
  history.replaceState(null, '', path);
  TestBed.configureTestingModule({
    providers: [...appConfig(settings).providers, provideHttpClientTesting()],
  });
  const starting = TestBed.inject(ApplicationInitStatus);
  opened = starting;
  // As `bootstrapApplication` does: no page before the session is known.
  void starting.donePromise.then(() => {
    // The test may be over before.
    if (opened !== starting) {
      return;
    }
    page = TestBed.createComponent(App);
    const router = TestBed.inject(Router);
    // After a callback, the library has chosen a page already.
    if (!router.navigated && !router.currentNavigation()) {
      void router.navigateByUrl(path);
    }
  });
}

/** Waits for one request to Logto. */
export function logto(path: string) {
  return vi.waitFor(() => TestBed.inject(HttpTestingController).expectOne(oidc + path), patience);
}

export async function discover(issuer = oidc) {
  return (await logto('/.well-known/openid-configuration')).flush({
    issuer,
    authorization_endpoint: `${oidc}/auth`,
    token_endpoint: `${oidc}/token`,
    jwks_uri: `${oidc}/jwks`,
    pushed_authorization_request_endpoint: `${oidc}/request`,
  });
}

/** Answers with an error as often as the library asks again. */
export async function refuse(path: string, body: object, status: number, times = 1): Promise<void> {
  for (let i = 0; i < times; i++) {
    (await logto(path)).flush(body, { status, statusText: 'Refused' });
  }
}

function encode(value: object) {
  return btoa(JSON.stringify(value)).replace(/=+$/, '');
}

/** What the library has stored after a sign-in. */
export function tokens(expiresIn: number) {
  const iat = Math.floor(Date.now() / 1000);
  const claims = { sub: 'user1', email: 'ada@example.com', iat, exp: iat + 3600, name: null };
  return {
    authzData: 'access',
    authnResult: {
      id_token: `e30.${encode(claims)}.x`,
      refresh_token: 'refresh',
      expires_in: expiresIn,
    },
    access_token_expires_at: Date.now() + expiresIn * 1000,
    userData: claims,
    authWellKnownEndPoints: { tokenEndpoint: `${oidc}/token` },
  };
}

export function signedIn(expiresIn = 3600, storage: Storage = sessionStorage): void {
  storage.setItem(storageKey, JSON.stringify(tokens(expiresIn)));
}

/** For each test of a file: nobody is signed in, and the library keeps quiet. */
export function useApp(): void {
  vi.setConfig({ testTimeout: 20_000 });
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    // The library looks every few seconds whether to renew, and goes on when the test is over.
    vi.spyOn(document.defaultView as Window, 'setInterval').mockReturnValue(0);
    // It logs each error, and leaves that of a refused request to nobody.
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    vi.spyOn(console, 'error').mockImplementation(() => {});
    config.onUnhandledError = () => {};
  });

  afterEach(() => {
    page = undefined;
    opened = undefined;
    TestBed.resetTestingModule();
    vi.restoreAllMocks();
  });
}
