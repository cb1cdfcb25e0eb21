import { expect, it } from 'vitest';
import { accountFromEnvironment, logtoFromEnvironment } from './environment.ts';

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
