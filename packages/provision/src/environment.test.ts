import { expect, it } from 'vitest';
import { accountFromEnvironment, emulatedAccount, logtoFromEnvironment } from './environment.ts';

const complete = {
  LOGTO_ENDPOINT: 'http://localhost:3001',
  LOGTO_M2M_APP_ID: 'id',
  LOGTO_M2M_APP_SECRET: 'the-secret',
};

it('reads a Logto', () => {
  expect(logtoFromEnvironment(complete)).toMatchObject({ endpoint: 'http://localhost:3001' });
});

it('names what is missing', () => {
  expect(() => logtoFromEnvironment({ LOGTO_M2M_APP_ID: 'id' })).toThrow(
    /^Set LOGTO_ENDPOINT, LOGTO_M2M_APP_SECRET: /,
  );
});

it.each([
  ['LOGTO_ENDPOINT', 'localhost:3001', 'http:// or https:// is missing: http://localhost:3001.'],
  ['LOGTO_ADMIN_ENDPOINT', 'localhost', 'http:// or https:// is missing: http://localhost.'],
  ['LOGTO_ENDPOINT', 'ftp://localhost', 'an address looks like http://localhost:3001.'],
])('says that %s=%s is no address', (name, value, remedy) => {
  const env = { ...complete, [name]: value };
  expect(() => logtoFromEnvironment(env)).toThrow(`${name}=${value} is no address: ${remedy}`);
});

it('says the same of Direct Mail', () => {
  expect(() => accountFromEnvironment({ DM_ENDPOINT: 'localhost:3010' })).toThrow(
    'DM_ENDPOINT=localhost:3010 is no address',
  );
});

it('wants all of an account, or nothing of it', () => {
  expect(() => accountFromEnvironment({ DM_ACCESS_KEY_ID: 'id' })).toThrow(/together/);
});

it('reads all there is to say of a Logto', () => {
  const more = { LOGTO_ADMIN_ENDPOINT: 'http://localhost:3002', LOGTO_RESOURCE: 'https://api' };
  expect(logtoFromEnvironment({ ...complete, ...more })).toEqual({
    endpoint: 'http://localhost:3001',
    appId: 'id',
    appSecret: 'the-secret',
    adminEndpoint: 'http://localhost:3002',
    resource: 'https://api',
  });
  // As a line without a value in a file of variables.
  const empty = { LOGTO_ADMIN_ENDPOINT: '', LOGTO_RESOURCE: '' };
  const { adminEndpoint, resource } = logtoFromEnvironment({ ...complete, ...empty });
  expect([adminEndpoint, resource]).toEqual([undefined, undefined]);
});

const account = {
  DM_ACCESS_KEY_ID: 'key',
  DM_ACCESS_KEY_SECRET: 'the-secret',
  DM_ACCOUNT_NAME: 'a@mail.example.com',
};

it('reads an account', () => {
  const own = {
    accessKeyId: 'key',
    accessKeySecret: 'the-secret',
    accountName: 'a@mail.example.com',
  };
  expect(accountFromEnvironment(account)).toEqual(own);
  const more = {
    DM_FROM_ALIAS: 'Books',
    DM_REGION_ID: 'ap-southeast-1',
    DM_ENDPOINT: 'https://dm.example.com',
  };
  expect(accountFromEnvironment({ ...account, ...more })).toEqual({
    ...own,
    fromAlias: 'Books',
    regionId: 'ap-southeast-1',
    endpoint: 'https://dm.example.com',
  });
  const empty = { DM_FROM_ALIAS: '', DM_REGION_ID: '', DM_ENDPOINT: '' };
  expect(accountFromEnvironment({ ...account, ...empty })).toEqual(own);
});

it.each(Object.keys(account))('wants %s with the others, and with them alone', (name) => {
  expect(() => accountFromEnvironment({ ...account, [name]: '' })).toThrow(/together/);
  expect(() => accountFromEnvironment({ [name]: 'one' })).toThrow(/together/);
});

it('takes the emulator where no account is named', () => {
  expect(accountFromEnvironment({})).toEqual(emulatedAccount);
  const endpoint = 'http://localhost:3011';
  expect(accountFromEnvironment({ DM_ENDPOINT: endpoint })).toEqual({
    ...emulatedAccount,
    endpoint,
  });
});
