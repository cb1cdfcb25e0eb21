import type { KoaContextWithOIDC } from 'oidc-provider';
import { expect, test, vi } from 'vitest';
import { interactionUrl } from './login-url.ts';

const set = vi.fn();
const ctx = { cookies: { set } } as unknown as KoaContextWithOIDC;
function login(parameters: Record<string, unknown> = {}) {
  return interactionUrl(ctx, 'login', { client_id: 'app', ...parameters });
}

test.each([
  [{}, '/sign-in?app_id=app'],
  [{ first_screen: 'register' }, '/register?app_id=app'],
  [{ first_screen: 'reset_password' }, '/reset-password?app_id=app'],
  [
    { first_screen: 'identifier:sign_in', identifier: 'email' },
    '/identifier-sign-in?app_id=app&identifier=email',
  ],
  [{ interaction_mode: 'signUp' }, '/register?app_id=app'],
  [{ first_screen: 'nope' }, '/sign-in?app_id=app'],
  [{ login_hint: 'ada@example.com' }, '/sign-in?app_id=app&login_hint=ada%40example.com'],
  [{ ui_locales: 'zh-CN' }, '/sign-in?app_id=app&ui_locales=zh-CN'],
  [{ direct_sign_in: 'social:google' }, '/direct/social/google?app_id=app&fallback=sign-in'],
])('%j starts at %s', (parameters, path) => {
  expect(login(parameters)).toBe(path);
});

test('the consent page is told the application alone', () => {
  expect(interactionUrl(ctx, 'consent', { client_id: 'app', login_hint: 'x' })).toBe(
    '/consent?app_id=app',
  );
});

test('the pages can read which application and languages it is about', () => {
  login({ ui_locales: 'de' });
  const [name, value, options] = set.mock.lastCall ?? [];
  expect([name, JSON.parse(value)]).toEqual(['_logto', { appId: 'app', uiLocales: 'de' }]);
  expect(options).toMatchObject({ httpOnly: false, sameSite: 'lax' });
});
