import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { AliyunDmConfig } from '../src/config.ts';
import { startCloud } from './cloud.ts';
import { config } from './config.ts';
import { failureOf, send } from './send.ts';

const roles = '/latest/meta-data/ram/security-credentials/';
const instance = ['PUT /latest/api/token', `GET ${roles}`, `GET ${roles}LogtoMail`];
const roleArn = 'acs:ram::1234567890123456:role/logto-mail';
const oidcProviderArn = 'acs:ram::1234567890123456:oidc-provider/ack-rrsa-c1';

type Cloud = Awaited<ReturnType<typeof startCloud>>;

function at({ endpoint }: Cloud, changes: Partial<AliyunDmConfig>): AliyunDmConfig {
  const places = { endpoint, metadataEndpoint: endpoint, stsEndpoint: endpoint };
  return config({ ...places, ...changes });
}

function onInstance(cloud: Cloud, changes: Partial<AliyunDmConfig> = {}): AliyunDmConfig {
  const noKeys = { accessKeyId: '', accessKeySecret: '' };
  return at(cloud, { ...noKeys, credentialSource: 'ecsRamRole', ...changes });
}

/** The key that signed each mail. */
function keysOf(cloud: Cloud) {
  return cloud.asked('SingleSendMail').map(({ headers }) => {
    const [, id] = /Credential=([^,]+),/.exec(headers.authorization ?? '') ?? [];
    return [id, headers['x-acs-security-token']];
  });
}

/** A file with a token, as a cluster mounts it. */
async function tokenFile(text: string) {
  const folder = await mkdtemp(join(tmpdir(), 'connector-token-'));
  const path = join(folder, 'token');
  await writeFile(path, text);
  return { path, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

/** Only the date moves: the network's timers stay real. */
function pass(minutes: number) {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 });
}

describe('the role of an instance', () => {
  test('is asked for with a token first, and signs', async () => {
    await using cloud = await startCloud();
    await send(onInstance(cloud));
    expect(cloud.wishes).toEqual([...instance, 'SingleSendMail']);
    const [ask] = cloud.asked('PUT /latest/api/token');
    expect(ask?.headers['x-aliyun-ecs-metadata-token-ttl-seconds']).toBe('60');
    for (const { headers } of cloud.received.slice(1, 3)) {
      expect(headers['x-aliyun-ecs-metadata-token']).toBe('metadata-token==');
    }
    expect(keysOf(cloud)).toEqual([['STS.1', 'token1']]);
  });

  test('is not looked up when it is named', async () => {
    await using cloud = await startCloud();
    await send(onInstance(cloud, { roleName: 'LogtoMail' }));
    expect(cloud.wishes).toEqual([instance[0], instance[2], 'SingleSendMail']);
  });

  test('is asked for once, however many mails wait for it', async () => {
    await using cloud = await startCloud();
    const stored = onInstance(cloud);
    await Promise.all(Array.from({ length: 20 }, () => send(stored)));
    await send(structuredClone(stored));
    expect(cloud.asked('PUT /latest/api/token')).toHaveLength(1);
    expect(new Set(keysOf(cloud).map(([id]) => id))).toEqual(new Set(['STS.1']));
  });

  test('is asked for anew by another configuration', async () => {
    await using cloud = await startCloud();
    await send(onInstance(cloud));
    await send(onInstance(cloud, { roleName: 'LogtoMail' }));
    expect(keysOf(cloud).map(([id]) => id)).toEqual(['STS.1', 'STS.2']);
  });

  test('is renewed ahead, while mails go out with what there is', async () => {
    await using cloud = await startCloud();
    const stored = onInstance(cloud);
    await send(stored);
    pass(44);
    await send(stored);
    expect(cloud.asked('PUT /latest/api/token')).toHaveLength(1);
    pass(2);
    await send(stored);
    await vi.waitFor(() => expect(cloud.asked(`GET ${roles}LogtoMail`)).toHaveLength(2));
    await vi.waitFor(async () => {
      await send(stored);
      expect(keysOf(cloud).at(-1)).toEqual(['STS.2', 'token2']);
    });
    expect(keysOf(cloud).slice(0, 3)).toEqual(Array(3).fill(['STS.1', 'token1']));
  });

  test('and waited for once what there is would not last', async () => {
    await using cloud = await startCloud();
    const stored = onInstance(cloud);
    await send(stored);
    pass(59.5);
    await send(stored);
    expect(keysOf(cloud).map(([id]) => id)).toEqual(['STS.1', 'STS.2']);
  });

  test('a renewal that fails is tried again later, and stops no mail before the end', async () => {
    await using cloud = await startCloud();
    const stored = onInstance(cloud);
    await send(stored);
    cloud.refuses['PUT /latest/api/token'] = [500, ''];
    pass(50);
    await send(stored);
    await vi.waitFor(() => expect(cloud.asked('PUT /latest/api/token')).toHaveLength(2));
    // Its failure is known by the time that a further mail has been sent.
    await send(stored);
    await send(stored);
    expect(cloud.asked('PUT /latest/api/token').length).toBeLessThanOrEqual(3);
    expect(keysOf(cloud).map(([id]) => id)).toEqual(Array(4).fill('STS.1'));
    pass(10);
    expect((await failureOf(send(stored))).errorDescription).toMatch(/HTTP 500/);
    expect(cloud.asked('SingleSendMail')).toHaveLength(4);
  });

  test('a session that the service no longer takes is not used again', async () => {
    await using cloud = await startCloud();
    const stored = onInstance(cloud);
    cloud.refuses.SingleSendMail = [403, { Code: 'InvalidSecurityToken.Expired' }];
    await failureOf(send(stored));
    delete cloud.refuses.SingleSendMail;
    await send(stored);
    expect(keysOf(cloud).map(([id]) => id)).toEqual(['STS.1', 'STS.2']);
  });

  test('any other refusal leaves it', async () => {
    await using cloud = await startCloud();
    const stored = onInstance(cloud);
    cloud.refuses.SingleSendMail = [403, { Code: 'Forbidden.RAM' }];
    await failureOf(send(stored));
    await failureOf(send(stored));
    expect(keysOf(cloud).map(([id]) => id)).toEqual(['STS.1', 'STS.1']);
  });

  test('may assume another role', async () => {
    await using cloud = await startCloud();
    await send(onInstance(cloud, { roleArn }));
    const [ask] = cloud.asked('AssumeRole');
    expect(ask?.headers['x-acs-security-token']).toBe('token1');
    expect(keysOf(cloud)).toEqual([['STS.2', 'token2']]);
  });
});

describe('a role that a key assumes', () => {
  test('signs in place of the key', async () => {
    await using cloud = await startCloud();
    const stored = at(cloud, { roleArn });
    await send(stored);
    await send(stored);
    expect(cloud.wishes).toEqual(['AssumeRole', 'SingleSendMail', 'SingleSendMail']);
    const [ask] = cloud.asked('AssumeRole');
    expect(ask?.form).toEqual({
      RoleArn: roleArn,
      RoleSessionName: 'logto-aliyun-dm',
      DurationSeconds: '3600',
    });
    expect(ask?.headers).toMatchObject({
      'x-acs-version': '2015-04-01',
      authorization: expect.stringContaining('Credential=testid,'),
    });
    expect(keysOf(cloud)).toEqual(Array(2).fill(['STS.1', 'token1']));
  });
});

describe('an OIDC token', () => {
  test('gets the role, and is read anew for each renewal', async () => {
    await using cloud = await startCloud();
    await using file = await tokenFile('first\n');
    const stored = at(cloud, {
      ...{ credentialSource: 'oidc', oidcTokenFile: file.path, oidcProviderArn, roleArn },
    });
    await send(stored);
    await writeFile(file.path, 'second');
    pass(60);
    await send(stored);
    const asked = cloud.asked('AssumeRoleWithOIDC');
    expect(asked.map(({ form }) => form.OIDCToken)).toEqual(['first', 'second']);
    expect(asked[0]?.headers.authorization).toBeUndefined();
    expect(keysOf(cloud).map(([id]) => id)).toEqual(['STS.1', 'STS.2']);
  });

  test('is found where the pod says', async () => {
    await using cloud = await startCloud();
    await using file = await tokenFile('token');
    vi.stubEnv('ALIBABA_CLOUD_OIDC_TOKEN_FILE', file.path);
    vi.stubEnv('ALIBABA_CLOUD_OIDC_PROVIDER_ARN', oidcProviderArn);
    vi.stubEnv('ALIBABA_CLOUD_ROLE_ARN', roleArn);
    await send(at(cloud, { credentialSource: 'oidc' }));
    expect(cloud.asked('AssumeRoleWithOIDC')[0]?.form).toMatchObject({
      OIDCProviderArn: oidcProviderArn,
      RoleArn: roleArn,
    });
  });
});

describe('without credentials nothing is sent', () => {
  const noRole = /HTTP 404; attach a RAM role to the instance/;

  test.each([
    ['no token', { 'PUT /latest/api/token': [404, ''] }, 'invalid_config', noRole],
    ['no role', { [`GET ${roles}`]: [404, ''] }, 'invalid_config', noRole],
    ['another role', { [`GET ${roles}LogtoMail`]: [404, ''] }, 'invalid_config', noRole],
    [
      'another answer',
      { [`GET ${roles}LogtoMail`]: [200, '<h1>SECRET</h1>'] },
      'invalid_response',
      /answered with something else/,
    ],
    [
      'an answer that would end a header line',
      {
        [`GET ${roles}LogtoMail`]: [
          200,
          {
            ...{ AccessKeyId: 'a', AccessKeySecret: 'SECRET', SecurityToken: 'c\r\nx: y' },
            Expiration: '2099-01-01T00:00:00Z',
          },
        ],
      },
      'invalid_response',
      /answered with something else/,
    ],
    [
      'a session without an end',
      {
        [`GET ${roles}LogtoMail`]: [
          200,
          { AccessKeyId: 'a', AccessKeySecret: 'SECRET', SecurityToken: 'c' },
        ],
      },
      'invalid_response',
      /answered with something else/,
    ],
    [
      'an answer that is null',
      { [`GET ${roles}LogtoMail`]: [200, 'null'] },
      'invalid_response',
      /answered with something else/,
    ],
  ] as [string, Record<string, [number, unknown]>, string, RegExp][])(
    'instance: %s',
    async (_, refuses, code, sentence) => {
      await using cloud = await startCloud(refuses);
      const error = await failureOf(send(onInstance(cloud)));
      expect(error).toMatchObject({ code, errorDescription: expect.stringMatching(sentence) });
      expect(error.errorDescription).not.toMatch(/SECRET/);
      expect(cloud.asked('SingleSendMail')).toEqual([]);
    },
  );

  test.each([
    ['NoPermission', 'NoPermission'],
    ['EntityNotExist.Role', 'EntityNotExist.Role'],
    ['SomethingNew', undefined],
  ])('STS: %s', async (code, shown) => {
    await using cloud = await startCloud({ AssumeRole: [403, { Code: code, Message: 'SECRET' }] });
    const error = await failureOf(send(at(cloud, { roleArn })));
    expect(error.code).toBe('invalid_config');
    expect(error.Code).toBe(shown);
    expect(error.errorDescription).toMatch(/STS does not give out the role; check roleArn/);
    expect(JSON.stringify(error)).not.toMatch(/SECRET|SomethingNew/);
    expect(cloud.asked('SingleSendMail')).toEqual([]);
  });

  test('nobody answers', async () => {
    await using cloud = await startCloud();
    await using gone = await startCloud();
    await gone[Symbol.asyncDispose]();
    const { endpoint } = gone;
    const onNothing = await failureOf(send(onInstance(cloud, { metadataEndpoint: endpoint })));
    expect(onNothing).toMatchObject({ code: 'general', Code: 'ECONNREFUSED' });
    expect(onNothing.errorDescription).toMatch(/the metadata service did not answer/);
    const noSts = await failureOf(send(at(cloud, { roleArn, stsEndpoint: endpoint })));
    expect(noSts.errorDescription).toMatch(/\(ECONNREFUSED\): STS did not answer/);
    expect(cloud.wishes).toEqual([]);
  });

  test('there is no token file', async () => {
    await using cloud = await startCloud();
    const oidcTokenFile = '/nowhere/token';
    const stored = at(cloud, { credentialSource: 'oidc', oidcTokenFile, oidcProviderArn, roleArn });
    const error = await failureOf(send(stored));
    expect(error).toMatchObject({ code: 'invalid_config', Code: 'ENOENT' });
    expect(error.errorDescription).not.toContain('nowhere');
  });
});

// What the vendor's own library asks for. It knows no address but the real ones, so that its private
// request is led to the double.

interface LibraryRequest {
  method: string;
  path: string;
  queries: Record<string, string>;
  headers: Record<string, string>;
  bodyForm?: Record<string, string>;
}

interface LibraryProvider {
  doRequest: (request: LibraryRequest) => Promise<object>;
  getCredentials: () => Promise<{ accessKeyId: string; securityToken: string }>;
}

const require = createRequire(import.meta.url);

async function askWithLibrary(provider: LibraryProvider, { endpoint }: Cloud) {
  provider.doRequest = async ({ method, path, queries, headers, bodyForm }) => {
    const search = new URLSearchParams(queries);
    const body = bodyForm && new URLSearchParams(bodyForm).toString();
    const url = `${endpoint}${path}${search.size > 0 ? `?${search}` : ''}`;
    const response = await fetch(url, { method, headers, ...(body && { body }) });
    const bytes = Buffer.from(await response.arrayBuffer());
    return { statusCode: response.status, body: bytes };
  };
  return provider.getCredentials();
}

function provider(name: string) {
  return require(`@alicloud/credentials/dist/src/providers/${name}`).default.builder();
}

describe('as the vendor’s library asks', () => {
  test('the metadata service', async () => {
    await using cloud = await startCloud();
    const library = provider('ecs_ram_role').withDisableIMDSv1(true).build();
    expect(await askWithLibrary(library, cloud)).toMatchObject({ accessKeyId: 'STS.1' });
    const theirs = new Set(cloud.wishes);
    cloud.wishes.length = 0;
    await send(onInstance(cloud));
    expect(new Set(cloud.wishes.slice(0, -1))).toEqual(theirs);
    const [first, second] = cloud.asked(`GET ${roles}LogtoMail`).map(({ headers }) => headers);
    expect(second?.['x-aliyun-ecs-metadata-token']).toBe(first?.['x-aliyun-ecs-metadata-token']);
  });

  test('STS with a key', async () => {
    await using cloud = await startCloud();
    const keys = provider('static_ak')
      .withAccessKeyId('testid')
      .withAccessKeySecret('testsecret')
      .build();
    const library = provider('ram_role_arn')
      .withCredentialsProvider(keys)
      .withRoleArn(roleArn)
      .withRoleSessionName('logto-aliyun-dm')
      .build();
    expect(await askWithLibrary(library, cloud)).toMatchObject({ accessKeyId: 'STS.1' });
    await send(at(cloud, { roleArn }));
    const [theirs, ours] = cloud.asked('AssumeRole').map(({ form }) => form);
    expect(ours).toEqual(theirs);
  });

  test('STS with an OIDC token', async () => {
    await using cloud = await startCloud();
    await using file = await tokenFile('token');
    const library = provider('oidc_role_arn')
      .withOIDCProviderArn(oidcProviderArn)
      .withOIDCTokenFilePath(file.path)
      .withRoleArn(roleArn)
      .withRoleSessionName('logto-aliyun-dm')
      .build();
    expect(await askWithLibrary(library, cloud)).toMatchObject({ accessKeyId: 'STS.1' });
    const oidcTokenFile = file.path;
    await send(at(cloud, { credentialSource: 'oidc', oidcTokenFile, oidcProviderArn, roleArn }));
    const [theirs, ours] = cloud.asked('AssumeRoleWithOIDC');
    expect(ours?.form).toEqual(theirs?.form);
    const names = (path = '') => [...new URL(path, 'http://x').searchParams.keys()].toSorted();
    expect(names(ours?.path)).toEqual(names(theirs?.path));
  });
});
