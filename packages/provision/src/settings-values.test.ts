import { expect, it } from 'vitest';
import { settingsValues } from './settings-values.ts';

const placeholders = {
  endpoint: 'http://localhost:3001',
  issuer: 'http://localhost:3001/oidc',
  appId: 'id',
  url: 'http://localhost:3000',
};

it('fills in what is known', () => {
  expect(
    settingsValues(
      { ISSUER: '{issuer}', BOTH: '{url}/x?id={appId}', FIXED: 'as it is' },
      placeholders,
    ),
  ).toEqual({
    ISSUER: 'http://localhost:3001/oidc',
    BOTH: 'http://localhost:3000/x?id=id',
    FIXED: 'as it is',
  });
});

it('leaves out what there is not', () => {
  expect(settingsValues({ INBOX: '{inbox}', SECRET: '{appSecret}' }, placeholders)).toEqual({});
});

it('makes a secret once, and keeps it', () => {
  const first = settingsValues({ SEAL: '{random}' }, placeholders);
  expect(first.SEAL).toMatch(/^[\w-]{43}$/);
  expect(settingsValues({ SEAL: '{random}' }, placeholders).SEAL).not.toBe(first.SEAL);
  expect(settingsValues({ SEAL: '{random}' }, placeholders, first)).toEqual(first);
});

it('says that it does not know a name', () => {
  expect(() => settingsValues({ ID: '{clientId}' }, placeholders)).toThrow(
    'The setting ID names {clientId}; there are {endpoint}, {issuer}, {appId},',
  );
});
