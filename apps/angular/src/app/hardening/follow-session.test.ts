import { test } from 'vitest';
import { open, see, signedIn, storageKey, useApp } from '../../testing/open-app';

useApp();

test('leaves with the sign-out of another tab', async () => {
  signedIn(3600, localStorage);
  open('/profile');
  await see('user1');
  localStorage.removeItem(storageKey);
  window.dispatchEvent(new StorageEvent('storage', { key: storageKey, storageArea: localStorage }));
  await see('Sign in with an e-mail code');
});
