import { beforeEach, expect, test } from 'vitest';
import { TabStorage } from './tab-storage';

const key = 'http://localhost:3001 abc';
function read(storage: TabStorage) {
  return JSON.parse(storage.read(key));
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

test('gives back what was written', () => {
  const storage = new TabStorage();
  const values = { authzData: 'token', authNonce: 'nonce', storageCodeFlowInProgress: true };
  storage.write(key, JSON.stringify(values));
  expect(read(storage)).toEqual(values);
});

test('shares the tokens with another tab, and nothing of a sign-in under way', () => {
  new TabStorage().write(
    key,
    JSON.stringify({ authzData: 'token', authStateControl: 'state', codeVerifier: 'verifier' }),
  );
  sessionStorage.clear(); // each tab has its own
  expect(read(new TabStorage())).toEqual({ authzData: 'token' });
});

test('keeps a sign-in, but no running request, over a reload', () => {
  new TabStorage().write(
    key,
    JSON.stringify({ codeVerifier: 'verifier', storageSilentRenewRunning: 'running' }),
  );
  expect(read(new TabStorage())).toEqual({ codeVerifier: 'verifier' });
});

test('does not write tokens back when only a value of this tab has changed', () => {
  const storage = new TabStorage();
  storage.write(key, JSON.stringify({ authzData: 'old' }));
  const writes: string[] = [];
  const setItem = Storage.prototype.setItem;
  Storage.prototype.setItem = function (name, value) {
    if (this === localStorage) {
      writes.push(value);
    }
    setItem.call(this, name, value);
  };
  try {
    storage.write(key, JSON.stringify({ authzData: 'old', authNonce: 'nonce' }));
    expect(writes).toEqual([]);
    storage.write(key, JSON.stringify({ authzData: 'new' }));
    expect(writes).toEqual(['{"authzData":"new"}']);
  } finally {
    Storage.prototype.setItem = setItem;
  }
});

test('forgets everything', () => {
  const storage = new TabStorage();
  storage.write(key, JSON.stringify({ authzData: 'token', authNonce: 'n', popupauth: 'x' }));
  storage.remove(key);
  expect(read(storage)).toEqual({});
});
