import { describe, expect, test } from 'vitest';
import { startApplication } from '../../test/application';
import { cookieOf, expired, tokenFrom } from '../../test/session-cookie';

describe('a session that has ended', () => {
  async function startEnded() {
    const application = await startApplication();
    const ended = { ...expired, refreshToken: 'revoked' };
    const cookie = await cookieOf(tokenFrom(application.logto.issue(), ended));
    return { ...application, cookie };
  }

  test('is cleared, and the visitor is told', async () => {
    await using application = await startEnded();
    const { visit, cookie } = application;

    const response = await visit('/profile?tab=1', cookie);

    const location = new URL(response.headers.get('location') ?? '');
    expect(Object.fromEntries(location.searchParams)).toEqual({
      error: 'SessionEnded',
      callbackUrl: '/profile?tab=1',
    });
    expect(response.headers.getSetCookie().join()).toMatch(/authjs.session-token=; Max-Age=0/);
  });

  test('does not send a form elsewhere', async () => {
    await using application = await startEnded();
    const { visit, page, cookie } = application;

    const response = await visit('/', cookie, { method: 'POST' });

    expect(response.headers.get('location')).toBeNull();
    expect((await page(response, cookie)).session).toBeNull();
  });

  test('is told on a page of its own when a link was followed', async () => {
    await using application = await startEnded();
    const { visit, cookie } = application;

    const response = await visit('/profile', cookie, { headers: { 'sec-fetch-dest': 'empty' } });

    // No data, and the cookie still there: Next.js loads the page, and that request is told.
    expect([...response.headers.keys()]).toEqual([]);
    expect(response.body).toBeNull();
  });

  test('is one whose cookie cannot be read', async () => {
    await using application = await startApplication();

    const response = await application.visit('/', 'authjs.session-token=of-another-secret');

    expect(response.headers.get('location')).toContain('SessionEnded');
    expect(response.headers.getSetCookie().join()).toMatch(/authjs.session-token=; Max-Age=0/);
  });
});
