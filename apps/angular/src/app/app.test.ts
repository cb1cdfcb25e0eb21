import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { config } from 'rxjs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { App } from './app';
import { appConfig } from './app.config';

const settings = { endpoint: 'http://localhost:3001', appId: 'abc' };
const oidc = `${settings.endpoint}/oidc`;
const key = `${settings.endpoint} ${settings.appId}`;

const patience = { timeout: 10_000, interval: 5 };
vi.setConfig({ testTimeout: 20_000 });

let page: ComponentFixture<App>;
function shown() {
  return page.nativeElement.textContent.replace(/\s+/g, ' ') as string;
}
function see(text: string) {
  return vi.waitFor(() => expect(shown()).toContain(text), patience);
}
function press(name: string) {
  const all: HTMLElement[] = [...page.nativeElement.querySelectorAll('button, a')];
  all.find((element) => element.textContent?.trim() === name)?.click();
}

/** Opens a page of the application: all of it but the network, which answers through `logto`. */
function open(path: string): void {
  history.replaceState(null, '', path);
  TestBed.configureTestingModule({
    providers: [...appConfig(settings).providers, provideHttpClientTesting()],
  });
  page = TestBed.createComponent(App);
  void TestBed.inject(Router).navigateByUrl(path);
}

/** Waits for one request to Logto. */
function logto(path: string) {
  return vi.waitFor(() => TestBed.inject(HttpTestingController).expectOne(oidc + path), patience);
}

async function discover() {
  return (await logto('/.well-known/openid-configuration')).flush({
    issuer: oidc,
    authorization_endpoint: `${oidc}/auth`,
    token_endpoint: `${oidc}/token`,
    pushed_authorization_request_endpoint: `${oidc}/request`,
  });
}

/** Answers with an error as often as the library asks again. */
async function refuse(path: string, body: object, status: number, times = 1): Promise<void> {
  for (let i = 0; i < times; i++) {
    (await logto(path)).flush(body, { status, statusText: 'Refused' });
  }
}

function encode(value: object) {
  return btoa(JSON.stringify(value)).replace(/=+$/, '');
}

function signedIn(expiresIn: number, refresh_token = 'refresh'): void {
  const iat = Math.floor(Date.now() / 1000);
  const claims = { sub: 'user1', email: 'ada@example.com', iat, exp: iat + 3600 };
  const tokens = {
    authzData: 'access',
    authnResult: { id_token: `e30.${encode(claims)}.x`, refresh_token, expires_in: expiresIn },
    access_token_expires_at: Date.now() + expiresIn * 1000,
    userData: claims,
  };
  localStorage.setItem(key, JSON.stringify(tokens));
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  // The library looks every second whether to renew, and goes on when the test is over.
  vi.spyOn(document.defaultView as Window, 'setInterval').mockReturnValue(0);
  // It logs each error, and leaves that of a refused request to nobody.
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
  config.onUnhandledError = () => {};
});

afterEach(() => {
  const http = TestBed.inject(HttpTestingController);
  TestBed.resetTestingModule();
  vi.restoreAllMocks();
  http.verify();
});

test('signed out, it asks nobody and offers both ways in', async () => {
  open('/');
  await see('Sign in with an e-mail code');
  await see('Create account');
});

test('a new tab finds the session of the others', async () => {
  signedIn(3600);
  open('/');
  await see('Signed in as ada@example.com');
});

test('the profile shows the claims, and what Logto says to the access token', async () => {
  signedIn(3600);
  open('/profile');
  await see('Asking Logto…');
  const request = await logto('/me');
  expect(request.request.headers.get('Authorization')).toBe('Bearer access');
  request.flush({ sub: 'user1' });
  await see('Logto accepts the access token');
  await see('user1');
});

test('the profile says when Logto does not accept the access token', async () => {
  signedIn(3600);
  open('/profile');
  await refuse('/me', { error: 'invalid_token' }, 401);
  await see('Your session has ended');
});

test('the guard sends a visitor to Logto and remembers the page', async () => {
  open('/profile');
  await discover();
  const form = new URLSearchParams((await logto('/request')).request.body);
  expect(form.get('redirect_uri')).toBe(`${location.origin}/callback`);
  expect(form.get('scope')).toBe('openid offline_access profile email');
  expect(sessionStorage.getItem('return-to')).toBe('/profile');
});

test('"Create account" asks for the registration page', async () => {
  open('/');
  await see('Create account');
  press('Create account');
  await discover();
  expect((await logto('/request')).request.body).toContain('first_screen=register');
});

test('says that Logto does not know the application, and tries no further', async () => {
  open('/profile');
  await discover();
  await refuse('/request', { error: 'invalid_client' }, 400, 3);
  await see('Logto does not know this application');
  await see('the ID abc');
});

test('says that Logto does not answer, goes home on request, and tries again', async () => {
  open('/profile');
  for (let i = 0; i < 3; i++) {
    (await logto('/.well-known/openid-configuration')).error(new ProgressEvent('error'));
  }
  await see('Logto does not answer');
  press('Try again');
  await discover();
  await logto('/request');
});

test('says that access was denied, without using the callback', async () => {
  open('/callback?error=access_denied&state=s');
  await see('Access denied');
});

test('refuses a code that no sign-in of this tab asked for', async () => {
  open('/callback?code=c&state=stolen');
  await see('Sign-in did not finish');
});

test('uses the code of the callback once, with the verifier of this tab', async () => {
  localStorage.setItem(
    key,
    JSON.stringify({ authWellKnownEndPoints: { tokenEndpoint: `${oidc}/token` } }),
  );
  sessionStorage.setItem(key, JSON.stringify({ authStateControl: 's', codeVerifier: 'v' }));
  open('/callback?code=c&state=s');
  await see('Signing you in…');
  const request = await logto('/token');
  const form = new URLSearchParams(request.request.body);
  expect(form.get('code')).toBe('c');
  expect(form.get('code_verifier')).toBe('v');
  request.flush({ error: 'invalid_grant' }, { status: 400, statusText: 'Bad Request' });
  await see('Sign-in did not finish');
});

test('renews an expired access token when the page is loaded', async () => {
  signedIn(-10);
  open('/');
  await discover();
  const request = await logto('/token');
  expect(request.request.body).toContain('grant_type=refresh_token');
  expect(request.request.body).toContain('refresh_token=refresh');
});

test('says that the session has ended when the refresh token is refused', async () => {
  signedIn(-10);
  open('/profile');
  await discover();
  await refuse('/token', { error: 'invalid_grant' }, 400);
  await see('Your session has ended');
  expect(localStorage.getItem(key)).not.toContain('access');
});

test('follows another tab that signs out', async () => {
  signedIn(3600);
  open('/');
  await see('You are signed in');
  localStorage.removeItem(key);
  window.dispatchEvent(new StorageEvent('storage', { key }));
  await see('Sign in with an e-mail code');
});

test('signing out revokes the refresh token first', async () => {
  signedIn(3600);
  const stored = JSON.parse(localStorage.getItem(key) ?? '');
  stored.authWellKnownEndPoints = { revocationEndpoint: `${oidc}/token/revocation` };
  localStorage.setItem(key, JSON.stringify(stored));
  open('/');
  await see('You are signed in');
  press('Sign out');
  expect((await logto('/token/revocation')).request.body).toContain('token=refresh');
});
