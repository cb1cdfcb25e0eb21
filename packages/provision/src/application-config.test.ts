import { expect, it } from 'vitest';
import { wantedApplication } from './application.ts';
import { parseApplicationConfig, readApplicationConfig } from './application-config.ts';

const given = {
  name: 'My application',
  type: 'web',
  url: 'http://localhost:3000/',
  redirectUris: ['/callback', 'http://other.example/callback'],
};

it('puts paths below the address where the application is now', () => {
  const config = parseApplicationConfig(given, 'test');
  expect(wantedApplication('mine', config)).toEqual({
    key: 'mine',
    name: 'My application',
    type: 'Traditional',
    redirectUris: ['http://localhost:3000/callback', 'http://other.example/callback'],
    postLogoutRedirectUris: ['http://localhost:3000/'],
  });
  expect(wantedApplication('mine', config, 'http://localhost:5').redirectUris[0]).toBe(
    'http://localhost:5/callback',
  );
});

it.each([
  ['an address without a scheme', { url: 'localhost:3000' }, /^a\.json: "url": .*http:\/\//],
  ['a type that there is not', { type: 'native' }, /^a\.json: "type": /],
  ['no redirect URI', { redirectUris: [] }, /^a\.json: "redirectUris": /],
  ['a misspelled entry', { redirectUri: '/' }, /^a\.json: Unrecognized key.*redirectUri/],
])('says in one line what is wrong: %s', (_, wrong, message) => {
  expect(() => parseApplicationConfig({ ...given, ...wrong }, 'a.json')).toThrow(message);
});

it('says that there is no file', async () => {
  await expect(readApplicationConfig('/no/such/local.config.json')).rejects.toThrow(
    'There is no /no/such/local.config.json.',
  );
});
