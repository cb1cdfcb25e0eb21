import { ConnectorError } from '@logto/connector-kit';
import { describe, expect, test } from 'vitest';
import { config } from '../test/config.ts';
import { readSettings } from './settings.ts';

function hrefOf(changes: Parameters<typeof config>[0]) {
  return readSettings(config(changes)).url.href;
}

function errorOf(value: unknown) {
  try {
    readSettings(value);
  } catch (error) {
    return error;
  }
  return undefined;
}

test('defaults', () => {
  expect(readSettings(config())).toMatchObject({
    credentials: { source: 'accessKey', securityToken: undefined, roleArn: undefined },
    signedHost: 'dm.aliyuncs.com',
    clickTrace: false,
    replyToAddress: false,
    unSubscribeLinkType: undefined,
    headers: {},
    connectTimeout: 3000,
    timeout: 10_000,
    maxRetries: 2,
  });
});

describe('where it sends to', () => {
  test.each([
    [{}, 'https://dm.aliyuncs.com/'],
    [{ regionId: '' as const, network: '' as const, endpoint: ' ' }, 'https://dm.aliyuncs.com/'],
    [{ regionId: 'cn-hangzhou' as const }, 'https://dm.aliyuncs.com/'],
    [{ regionId: 'ap-southeast-1' as const }, 'https://dm.ap-southeast-1.aliyuncs.com/'],
    [{ regionId: 'ap-southeast-2' as const }, 'https://dm.ap-southeast-2.aliyuncs.com/'],
    [{ regionId: 'us-east-1' as const }, 'https://dm.us-east-1.aliyuncs.com/'],
    [{ regionId: 'eu-central-1' as const }, 'https://dm.eu-central-1.aliyuncs.com/'],
    [{ network: 'vpc' as const }, 'https://dm-vpc.cn-hangzhou.aliyuncs.com/'],
    [
      { network: 'vpc' as const, regionId: 'ap-southeast-1' as const },
      'https://dm-vpc.ap-southeast-1.aliyuncs.com/',
    ],
    [
      { network: 'vpc' as const, regionId: 'ap-southeast-2' as const },
      'https://dm-vpc.ap-southeast-2.aliyuncs.com/',
    ],
    [
      { network: 'vpc' as const, regionId: 'us-east-1' as const },
      'https://dm-vpc.us-east-1.aliyuncs.com/',
    ],
    [
      { network: 'vpc' as const, regionId: 'eu-central-1' as const },
      'https://dm-vpc.eu-central-1.aliyuncs.com/',
    ],
    [
      {
        endpoint: 'http://localhost:3010',
        network: 'vpc' as const,
        regionId: 'us-east-1' as const,
      },
      'http://localhost:3010/',
    ],
  ])('%o', (changes, href) => {
    expect(hrefOf(changes)).toBe(href);
  });
});

test('what is blank counts as absent', () => {
  const blank = { timeout: ' ', connectTimeout: '', securityToken: ' ', tagName: ' ' };
  expect(readSettings(config(blank))).toMatchObject({
    timeout: 10_000,
    connectTimeout: 3000,
    credentials: { securityToken: undefined },
    tagName: undefined,
  });
});

test('numbers may be text', () => {
  expect(readSettings(config({ timeout: ' 5000 ', maxRetries: '0' }))).toMatchObject({
    timeout: 5000,
    maxRetries: 0,
  });
});

test('white space around what was copied is dropped', () => {
  const copied = { accessKeyId: ' id ', accessKeySecret: 'secret\n', accountName: '\ta@b.c ' };
  expect(readSettings(config(copied))).toMatchObject({
    credentials: { accessKeyId: 'id', accessKeySecret: 'secret' },
    accountName: 'a@b.c',
  });
});

test('a wrong configuration is refused with fields and rules, without values', () => {
  const error = errorOf(config({ regionId: 'SECRET-in-the-wrong-field' as never, tagName: 'a b' }));
  expect(error).toBeInstanceOf(ConnectorError);
  expect(error).toMatchObject({
    code: 'invalid_config',
    data: {
      errorDescription: expect.stringMatching(
        /^The Aliyun Direct Mail connector is not configured/,
      ),
      issues: [{ path: ['regionId'] }, { path: ['tagName'] }],
    },
  });
  expect(JSON.stringify(error)).not.toContain('SECRET');
});

test.each([{ accessKeyId: 'id\r\nx-evil: 1' }, { securityToken: 'tökén' }])(
  'a key that would break out of its header line is refused: %o',
  (changes) => {
    expect(errorOf(config(changes))).toMatchObject({
      code: 'invalid_config',
      data: { errorDescription: expect.stringMatching(/has characters that none has/) },
    });
  },
);

test('a configuration that was changed is read anew, also the very same object', () => {
  const changing = config();
  expect(readSettings(changing)).toBe(readSettings(structuredClone(changing)));
  changing.accessKeySecret = 'rotated';
  expect(readSettings(changing).credentials.accessKeySecret).toBe('rotated');
  expect(readSettings(config()).credentials.accessKeySecret).toBe('testsecret');
});
