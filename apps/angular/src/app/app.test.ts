import { test } from 'vitest';
import { open, see, signedIn, useApp } from '../testing/open-app';

useApp();

test('signed out, it asks nobody and offers both ways in', async () => {
  open('/');
  await see('Sign in with an e-mail code');
  await see('Create account');
});

test('finds the session of this tab again', async () => {
  signedIn();
  open('/');
  await see('Signed in as ada@example.com');
});

test('the profile shows the address and the claims, times as such', async () => {
  signedIn();
  open('/profile');
  await see('user1');
  await see(`iat${new Date().toUTCString().slice(0, 16)}`);
});

test('says that a page is not there', async () => {
  open('/nowhere');
  await see('Page not found');
});
