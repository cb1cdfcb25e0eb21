import { expect, test } from 'vitest';
import { discover, logto, open, press, see, useApp } from '../../testing/open-app';

useApp();

test('Logto is asked before the browser leaves', async () => {
  open('/');
  await see('Create account');
  press('Create account');
  await discover();
  const form = new URLSearchParams((await logto('/request')).request.body);
  expect(form.get('redirect_uri')).toBe(`${location.origin}/callback`);
  expect(form.get('scope')).toBe('openid offline_access profile email');
  expect(form.get('first_screen')).toBe('register');
});
