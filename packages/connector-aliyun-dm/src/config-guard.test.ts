import { ConnectorError, validateConfig } from '@logto/connector-kit';
import { expect, test, vi } from 'vitest';
import { config } from '../test/config.ts';
import { configGuard } from './config-guard.ts';

function problemsOf(value: unknown) {
  const { success, error } = configGuard.safeParse(value);
  return success ? [] : error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const oidc = {
  accessKeyId: undefined,
  accessKeySecret: undefined,
  credentialSource: 'oidc',
  oidcProviderArn: 'acs:ram::1234567890123456:oidc-provider/ack-rrsa-c1',
  oidcTokenFile: '/var/run/token',
  roleArn: 'acs:ram::1234567890123456:role/logto-mail',
};

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
  [
    'the role of an instance, without a key',
    { accessKeyId: '', accessKeySecret: undefined, credentialSource: 'ecsRamRole' },
  ],
  ['an OIDC token, without a key', oidc],
  [
    'null, as the Console sends an empty number',
    { timeout: null, regionId: null, clickTrace: null },
  ],
  [
    'ten headers',
    {
      headers: {
        'Message-ID': '<1@example.com>',
        'list-unsubscribe': '<https://example.com>',
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        ...Object.fromEntries(Array.from({ length: 7 }, (_, at) => [`X-User-${at}`, `${at}`])),
      },
    },
  ],
  ['numbers as text', { connectTimeout: '2000', timeout: '5000', maxRetries: '1' }],
  ['a field of its own', { comment: 'kept by Logto, not ours' }],
])('%s is valid', (_, changes) => {
  expect(problemsOf({ ...config(), ...changes })).toEqual([]);
});

test.each([
  [
    'regionId: regionId has to be one of cn-hangzhou, ap-southeast-1, us-east-1, eu-central-1.',
    { regionId: 'mars' },
  ],
  ['network: network has to be one of public, vpc.', { network: 'wifi' }],
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
  ['accessKeySecret: accessKeySecret is missing: fill it in.', { accessKeySecret: undefined }],
  ['accessKeyId: accessKeyId is missing: fill it in.', { accessKeyId: ' ' }],
  ['accountName: Required', { accountName: undefined }],
  ['accountName: accountName is missing: fill it in.', { accountName: '' }],
  ...['id\r\nx-evil: 1', 'id\u4e2d', 'i d', 'id\0'].map((value): [string, object] => [
    'accessKeyId: accessKeyId has characters that none has: copy it again from the RAM console > Users > AccessKey.',
    { accessKeyId: value },
  ]),
  [
    'accessKeySecret: accessKeySecret has characters that none has: copy it again from the RAM console > Users > AccessKey.',
    { accessKeySecret: 'se cret' },
  ],
  [
    'securityToken: securityToken has characters that none has: copy it again from the RAM console > Users > AccessKey.',
    { securityToken: 't\u00f6k' },
  ],
  ...['no address', 'a@b.c, d@e.f', 'a@b.c;d@e.f', 'Name <a@b.c>'].map(
    (value): [string, object] => [
      'accountName: accountName is not one e-mail address: write address@example.com.',
      { accountName: value },
    ],
  ),
  [
    'unSubscribeLinkType: unSubscribeLinkType has to be one of disabled, default, zh-cn, en-us.',
    { unSubscribeLinkType: 'off' },
  ],
  ...[
    { 'X-Spam': 'no' },
    { 'X-User-A': 'a\r\nBcc: b' },
    { 'X-User-A': '' },
    { 'X-User-': 'a' },
  ].map((headers): [string, object] => [
    'headers: headers has to be at most 10 of Message-ID, List-Unsubscribe, List-Unsubscribe-Post and names that begin with X-User-, each with a line of ASCII text.',
    { headers },
  ]),
  [
    'ipPoolId: ipPoolId has to be an id of letters, digits, underscores or hyphens.',
    { ipPoolId: 'a b' },
  ],
  [
    'signedHost: signedHost has to be a host name, such as dm.aliyuncs.com.',
    { signedHost: 'https://dm' },
  ],
  [
    'roleName: roleName has to be 1 to 64 letters, digits, dots, underscores or hyphens.',
    { credentialSource: 'ecsRamRole', roleName: 'a/b' },
  ],
  [
    'roleArn: roleArn has to be an ARN, such as acs:ram::1234567890123456:role/logto-mail.',
    { roleArn: 'logto-mail' },
  ],
  [
    'oidcTokenFile: oidcTokenFile has to be the whole path of a file, which begins with a slash.',
    { ...oidc, oidcTokenFile: 'token' },
  ],
  [
    'stsEndpoint: stsEndpoint is not an address: write an origin such as https://dm.aliyuncs.com.',
    { stsEndpoint: 'no thing' },
  ],
  [
    'metadataEndpoint: metadataEndpoint uses plain http to a public host: use https. Plain http is for loopback, private addresses, single-label host names and those that end in .localhost, .internal, .svc or .cluster.local.',
    { metadataEndpoint: 'http://100.100.100.201' },
  ],
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

test('an OIDC token needs what neither the configuration nor the pod has', () => {
  vi.stubEnv('ALIBABA_CLOUD_OIDC_TOKEN_FILE', '/var/run/token');
  const wrong = { ...config(), credentialSource: 'oidc' };
  expect(problemsOf(wrong)).toEqual([
    'oidcProviderArn: oidcProviderArn is missing, and so is ALIBABA_CLOUD_OIDC_PROVIDER_ARN.',
    'roleArn: roleArn is missing, and so is ALIBABA_CLOUD_ROLE_ARN.',
  ]);
  vi.unstubAllEnvs();
});

test('eleven headers are too many', () => {
  const headers = Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`X-User-${at}`, 'a']));
  expect(problemsOf({ ...config(), headers })).toHaveLength(1);
});

test.each([
  [{ replyTo: 'Support' }, 'replyTo: replyTo has no address'],
  [{ sendFrom: 'Books <nobody>' }, 'sendFrom: sendFrom has something else than one address'],
  [{ sendFrom: 'a@b.c,d@e.f' }, 'sendFrom: sendFrom has something else than one address'],
  [{ subject: ' ' }, 'subject: subject is empty'],
  [{ content: ' ' }, 'content: content is empty'],
  [{ content: undefined }, 'content: content is empty'],
])('a template with %o is refused where it stands', (changes, problem) => {
  const invitation = { usageType: 'OrganizationInvitation', subject: 'S', content: 'C' };
  const templates = [{ ...invitation, ...changes }, ...config().templates];
  expect(problemsOf({ ...config(), templates })).toEqual([
    expect.stringContaining(`templates.0.${problem}`),
  ]);
});

test.each([
  { replyTo: 'Reply to {{user.primaryEmail}}' },
  { sendFrom: '{{application.name}} <{{x}}@example.com>' },
  { contentType: '', replyTo: '', sendFrom: '' },
  { replyTo: null, contentType: 5, sendFrom: {}, text: [], templateData: 'x', other: true },
])('a template with %o is taken', (changes) => {
  const templates = config().templates.map((template) => ({ ...template, ...changes }));
  expect(problemsOf({ ...config(), templates })).toEqual([]);
});

test('everything that is wrong is said at once', () => {
  const wrong = { ...config(), regionId: 'mars', tagName: 'a b', templates: [] };
  expect(problemsOf(wrong)).toHaveLength(3);
});

test("the kit's validateConfig takes the guard", () => {
  expect(() => validateConfig(config(), configGuard)).not.toThrow();
  expect(() => validateConfig({}, configGuard)).toThrow(ConnectorError);
});
