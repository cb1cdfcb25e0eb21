import { describe, expect, test } from 'vitest';
import type { Context } from '../context.ts';
import type { SignInExperience } from '../store/types.ts';
import type { Settings } from './client/settings.ts';
import { pagesRoutes } from './index.ts';

const experience = {
  color: { primaryColor: '#6139F6', isDarkModeEnabled: true, darkPrimaryColor: '#8768F8' },
  branding: { logoUrl: 'https://logto.io/logo.svg' },
  hideLogtoBranding: false,
  languageInfo: { autoDetect: true, fallbackLanguage: 'en' },
  termsOfUseUrl: null,
  privacyPolicyUrl: null,
  agreeToTermsPolicy: 'Automatic',
  signIn: {
    methods: [
      { identifier: 'username', password: true, verificationCode: false, isPasswordPrimary: true },
      { identifier: 'email', password: true, verificationCode: true, isPasswordPrimary: false },
    ],
  },
  signUp: { identifiers: ['email'], password: true, verify: true },
  signInMode: 'SignInAndRegister',
  passwordPolicy: { length: { min: 10 } },
  forgotPasswordMethods: ['EmailVerificationCode'],
  supportEmail: '"><script>alert(1)</script>@example.com',
  supportWebsiteUrl: null,
} as unknown as SignInExperience;

function request(
  path: string,
  options: { headers?: Record<string, string>; change?: object; connectors?: number } = {},
) {
  const context = {
    store: {
      signInExperience: { ...experience, ...options.change },
      connectors: { list: () => Array.from({ length: options.connectors ?? 1 }) },
    },
  } as unknown as Context;
  return pagesRoutes(context).request(path, { headers: options.headers });
}

async function languageOf(...parameters: Parameters<typeof request>) {
  return /<html lang="([^"]+)">/.exec(await (await request(...parameters)).text())?.[1];
}

async function settingsOf(...parameters: Parameters<typeof request>): Promise<Settings> {
  const html = await (await request(...parameters)).text();
  const attribute = /data-settings="([^"]*)"/.exec(html)?.[1] ?? '';
  const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return JSON.parse(attribute.replaceAll(/&(\w+);/g, (_, name: string) => names[name] ?? ''));
}

describe('the document', () => {
  test('is the same for every path: the script decides what is shown', async () => {
    const pages = await Promise.all(
      ['/sign-in', '/register/verification-code', '/unknown-session', '/nothing-here'].map(
        async (path) => (await request(path)).text(),
      ),
    );
    expect(new Set(pages).size).toBe(1);
  });

  test('has nothing inline and nothing from elsewhere, and its policy says so', async () => {
    const response = await request('/sign-in');
    const html = await response.text();
    expect(html.match(/<script[^>]*>[^<]/g)).toBeNull();
    expect(html).not.toMatch(/<style|style=|onload=|https?:/);
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  test('lets no setting out of its attribute', async () => {
    const html = await (await request('/sign-in')).text();
    expect(html).not.toContain('<script>alert');
    expect((await settingsOf('/sign-in')).support.email).toBe(experience.supportEmail);
  });

  test('names script and style sheet by content, so that browsers may keep them', async () => {
    const html = await (await request('/sign-in')).text();
    const paths = [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(paths).toHaveLength(2);
    for (const path of paths) {
      const asset = await request(path);
      expect(asset.status).toBe(200);
      expect(asset.headers.get('cache-control')).toContain('immutable');
      expect(asset.headers.get('content-type')).toMatch(/^text\/(javascript|css); charset=utf-8$/);
      expect((await asset.arrayBuffer()).byteLength).toBeGreaterThan(1000);
    }
    expect((await request('/assets/sign-in-000000000000.js')).status).toBe(404);
  });
});

describe('the language', () => {
  test.each([
    ['zh-CN', 'zh-CN'],
    ['en-US,en;q=0.9', 'en'],
    ['fr;q=1, en;q=0.5, zh;q=0.8', 'zh-CN'],
    ['fr', 'en'],
  ])('Accept-Language %s: %s', async (header, language) => {
    expect(await languageOf('/sign-in', { headers: { 'accept-language': header } })).toBe(language);
  });

  test('what the application asks for comes first', async () => {
    const headers = { 'accept-language': 'en' };
    expect(await languageOf('/sign-in?ui_locales=fr+zh-CN', { headers })).toBe('zh-CN');
    expect(await languageOf('/sign-in?ui_locales=fr', { headers })).toBe('en');
  });

  test('is the fallback where the browser has no say', async () => {
    const change = { languageInfo: { autoDetect: false, fallbackLanguage: 'zh-CN' } };
    const headers = { 'accept-language': 'en' };
    expect(await languageOf('/sign-in', { headers, change })).toBe('zh-CN');
  });

  test('is the fallback where none of the browser’s is there', async () => {
    const change = { languageInfo: { autoDetect: true, fallbackLanguage: 'zh-CN' } };
    expect(await languageOf('/sign-in', { headers: { 'accept-language': 'fr' }, change })).toBe(
      'zh-CN',
    );
  });
});

describe('the settings', () => {
  test('are what one signs in and registers with, and what a password must have', async () => {
    expect(await settingsOf('/sign-in')).toMatchObject({
      signInMethods: experience.signIn.methods,
      signUpIdentifiers: ['email'],
      signUpWithEmail: true,
      passwordAfterUsername: true,
      forgotPassword: true,
      passwordPolicy: { min: 10, max: 256, characterTypes: 1 },
    });
  });

  test('a forgotten password needs a connector, and to be allowed', async () => {
    expect((await settingsOf('/sign-in', { connectors: 0 })).forgotPassword).toBe(false);
    const forgotPassword = async (forgotPasswordMethods: string[] | null) =>
      (await settingsOf('/sign-in', { change: { forgotPasswordMethods } })).forgotPassword;
    expect(await forgotPassword([])).toBe(false);
    expect(await forgotPassword(null)).toBe(true);
  });

  test('leave out what no connector of the emulator serves', async () => {
    const phone = { identifier: 'phone', password: true, verificationCode: true };
    const settings = await settingsOf('/sign-in', {
      change: {
        signIn: { methods: [phone, { identifier: 'email' }] },
        signUp: { identifiers: ['phone'], password: true },
      },
    });
    expect(settings).toMatchObject({ signInMethods: [], signUpIdentifiers: [] });
    expect(settings.signUpWithEmail).toBe(false);
  });

  test('a further identifier is asked for before the password', async () => {
    const secondaryIdentifiers = [{ identifier: 'email', verify: true }];
    const settings = await settingsOf('/sign-in', {
      change: { signUp: { identifiers: ['username'], password: true, secondaryIdentifiers } },
    });
    expect(settings).toMatchObject({
      signUpIdentifiers: ['username'],
      signUpWithEmail: true,
      passwordAfterUsername: false,
    });
  });
});
