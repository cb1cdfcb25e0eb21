import { ConnectorError, validateConfig } from '@logto/connector-kit';
import { expect, test } from 'vitest';
import { config } from '../test/config.ts';
import { configGuard } from './config-guard.ts';

function problemsOf(value: unknown) {
  const { success, error } = configGuard.safeParse(value);
  return success ? [] : error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

test.each([
  ['the least', {}],
  [
    'everything',
    {
      securityToken: 'token',
      regionId: 'eu-central-1',
      network: 'vpc',
      endpoint: 'https://dm.example.com',
      fromAlias: 'A name that is longer than the service takes',
      replyTo: 'Support <support@example.com>',
      tagName: 'sign-in_1',
      clickTrace: true,
      connectTimeout: 1,
      timeout: 60_000,
      maxRetries: 0,
    },
  ],
  [
    'empty texts, as a form leaves them',
    {
      securityToken: '',
      regionId: '',
      network: '',
      endpoint: '',
      fromAlias: '',
      replyTo: '',
      tagName: '',
      connectTimeout: '',
      timeout: '',
      maxRetries: '',
    },
  ],
  ['numbers as text', { connectTimeout: '2000', timeout: '5000', maxRetries: '1' }],
  ['a field of its own', { comment: 'kept by Logto, not ours' }],
])('%s is valid', (_, changes) => {
  expect(problemsOf({ ...config(), ...changes })).toEqual([]);
});

test.each([
  [
    'regionId: regionId has to be one of cn-hangzhou, ap-southeast-1, ap-southeast-2, us-east-1, eu-central-1.',
    { regionId: 'mars' },
  ],
  ['network: network has to be one of public, vpc.', { network: 'wifi' }],
  [
    'network: network vpc has no endpoint in ap-southeast-2: use public.',
    { network: 'vpc', regionId: 'ap-southeast-2' },
  ],
  [
    'network: network vpc has no endpoint in ap-southeast-2: use public.',
    { network: ' vpc', regionId: 'ap-southeast-2 ' },
  ],
  [
    'endpoint: endpoint is not an address: write an origin such as https://dm.aliyuncs.com.',
    { endpoint: 'not one' },
  ],
  [
    'replyTo: replyTo has no address: write address@example.com or Name <address@example.com>.',
    { replyTo: 'Support' },
  ],
  [
    'tagName: tagName has to be 1 to 128 letters, digits, underscores or hyphens.',
    { tagName: 'a b' },
  ],
  [
    'tagName: clickTrace needs a tagName: create an e-mail tag in the Direct Mail console.',
    { clickTrace: true },
  ],
  [
    'connectTimeout: connectTimeout has to be a whole number from 1 to 60000.',
    { connectTimeout: 0 },
  ],
  ['timeout: timeout has to be a whole number from 1 to 60000.', { timeout: 'soon' }],
  ['maxRetries: maxRetries has to be a whole number from 0 to 2.', { maxRetries: 3 }],
  ['accessKeySecret: Required', { accessKeySecret: undefined }],
  ['clickTrace: Expected boolean, received string', { clickTrace: 'yes' }],
])('%s', (problem, changes) => {
  expect(problemsOf({ ...config(), ...changes })).toEqual([problem]);
});

test("a template's content type is checked where it stands", () => {
  const templates = config().templates.map((template) => ({ ...template, contentType: 'html' }));
  expect(problemsOf({ ...config(), templates })[0]).toBe(
    'templates.0.contentType: contentType has to be one of text/html, text/plain.',
  );
});

test('everything that is wrong is said at once', () => {
  const wrong = { ...config(), regionId: 'mars', tagName: 'a b', templates: [] };
  expect(problemsOf(wrong)).toHaveLength(3);
});

test("the kit's validateConfig takes the guard", () => {
  expect(() => validateConfig(config(), configGuard)).not.toThrow();
  expect(() => validateConfig({}, configGuard)).toThrow(ConnectorError);
});
