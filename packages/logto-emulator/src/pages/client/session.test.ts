import { describe, expect, test } from 'vitest';
import { createSession, endSignIn, takeParameters } from './session.ts';

/** The part of the browser's storage that is used. */
function memoryStorage() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  } as Storage;
}

describe('the session', () => {
  test('is what the storage holds: another page of the tab sees the same', () => {
    const storage = memoryStorage();
    const session = createSession(storage);
    expect(session.identifier).toBeUndefined();
    session.identifier = 'ada@example.com';
    expect(createSession(storage).identifier).toBe('ada@example.com');
    session.identifier = undefined;
    expect(createSession(storage).identifier).toBeUndefined();
  });

  test('forgets addresses and code at the end, but not the application', () => {
    const session = createSession(memoryStorage());
    Object.assign(session, {
      appId: 'app1',
      email: 'a@b.c',
      forgotPasswordEmail: 'a@b.c',
      verificationId: 'v1',
    });
    endSignIn(session);
    expect([session.identifier, session.forgotPasswordEmail, session.verificationId]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(session.appId).toBe('app1');
  });
});

describe('parameters of the address', () => {
  test('the application stays in the address, the languages go', () => {
    const session = createSession(memoryStorage());
    const query = takeParameters('?app_id=app1&ui_locales=zh-CN+en&login_hint=a%40b.c', session);
    expect(query).toBe('app_id=app1&login_hint=a%40b.c');
    expect([session.appId, session.uiLocales]).toEqual(['app1', 'zh-CN en']);
  });

  test('without a query everything stays as it was', () => {
    const session = createSession(memoryStorage());
    takeParameters('?app_id=app1&ui_locales=zh-CN', session);
    expect(takeParameters('', session)).toBe('');
    expect([session.appId, session.uiLocales]).toEqual(['app1', 'zh-CN']);
  });

  test('a new sign-in without languages forgets those of the last one', () => {
    const session = createSession(memoryStorage());
    takeParameters('?app_id=app1&ui_locales=zh-CN', session);
    takeParameters('?app_id=app2', session);
    expect([session.appId, session.uiLocales]).toEqual(['app2', undefined]);
  });
});
