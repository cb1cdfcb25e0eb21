import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LogtoEmulator, startLogtoEmulator } from '@dm-kit/logto-emulator';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { describeChange } from './change.ts';
import { type ProvisionOptions, provision } from './provision.ts';
import { remove } from './remove.ts';

const connector = fileURLToPath(
  new URL(dirname(import.meta.resolve('@dm-kit/connector-aliyun-dm/package.json'))),
);

let emulator: LogtoEmulator;
let options: ProvisionOptions;

beforeAll(async () => {
  emulator = await startLogtoEmulator({ port: 0, connectors: [connector] });
});
afterAll(() => emulator.close());

beforeEach(async () => {
  await emulator.reset();
  options = {
    logto: { endpoint: emulator.url, ...emulator.m2m },
    directMail: {
      accessKeyId: 'testid',
      accessKeySecret: 'testsecret',
      accountName: 'no-reply@mail.example.com',
      endpoint: 'http://localhost:3010',
    },
    apps: { angular: 'http://localhost:4200', nextjs: 'http://localhost:3000/' },
  };
});

function actions(changes: { action: string }[]) {
  return changes.map(({ action }) => action);
}

describe('provision', () => {
  it('sets a fresh Logto up and gives the samples what they need', async () => {
    const seen: string[] = [];
    const { changes, settings } = await provision({
      ...options,
      onChange: (change) => seen.push(describeChange(change)),
    });
    expect(seen).toEqual([
      'E-mail connector "Aliyun Direct Mail": created',
      'Application "Angular sample": created',
      'Application "Next.js sample": created',
      'Sign-in experience: updated (e-mail code for sign-in and registration)',
    ]);
    expect(changes).toHaveLength(seen.length);
    expect(settings).toEqual({
      angular: { endpoint: emulator.url, appId: expect.stringMatching(/^\w{21}$/) },
      nextjs: {
        AUTH_LOGTO_ISSUER: emulator.issuer,
        AUTH_LOGTO_ID: expect.stringMatching(/^\w{21}$/),
        AUTH_LOGTO_SECRET: expect.stringMatching(/^\w{32}$/),
        AUTH_URL: 'http://localhost:3000',
      },
    });
  });

  it('changes nothing the second time', async () => {
    const first = await provision(options);
    const second = await provision(options);
    expect(actions(second.changes)).toEqual(['none', 'none', 'none', 'none']);
    expect(second.settings).toEqual(first.settings);
  });

  it('mends only what differs', async () => {
    await provision(options);
    const { changes } = await provision({
      ...options,
      apps: { ...options.apps, angular: 'http://localhost:4201' },
      directMail: { ...options.directMail, endpoint: 'http://localhost:3011' },
    });
    expect(changes.map((change) => describeChange(change))).toEqual([
      'E-mail connector "Aliyun Direct Mail": updated (endpoint)',
      'Application "Angular sample": updated (redirect URIs, post sign-out redirect URIs)',
      'Application "Next.js sample": unchanged',
      'Sign-in experience: unchanged',
    ]);
  });

  it('says in a dry run what it would do, and does nothing', async () => {
    const { changes, settings } = await provision({ ...options, dryRun: true });
    expect(actions(changes)).toEqual(['create', 'create', 'create', 'update']);
    expect(settings).toBeUndefined();
    const { changes: real } = await provision(options);
    expect(actions(real)).toEqual(['create', 'create', 'create', 'update']);
  });

  it('is undone by remove, as often as one likes', async () => {
    await provision(options);
    const removed = await remove({ logto: options.logto });
    expect(removed.map((change) => describeChange(change))).toEqual([
      'Sign-in experience: updated (as it was before)',
      'E-mail connector "Aliyun Direct Mail": removed',
      'Application "Angular sample": removed',
      'Application "Next.js sample": removed',
    ]);
    expect(actions(await remove({ logto: options.logto }))).toEqual(['none']);
    const { changes } = await provision(options);
    expect(actions(changes)).toEqual(['create', 'create', 'create', 'update']);
  });
});

describe('provision says in one line what is wrong', () => {
  it('with the client', async () => {
    const logto = { ...options.logto, appSecret: 'not-the-secret' };
    const failure = await provision({ ...options, logto }).catch((error: Error) => error.message);
    expect(failure).toMatch(/does not accept .* check LOGTO_M2M_APP_ID and LOGTO_M2M_APP_SECRET/);
    expect(failure).not.toContain('not-the-secret');
  });

  it('with the resource', async () => {
    const logto = { ...options.logto, resource: 'https://nowhere.example/api' };
    await expect(provision({ ...options, logto })).rejects.toThrow(/set LOGTO_RESOURCE/);
  });

  it('with the address', async () => {
    const logto = { ...options.logto, endpoint: 'http://localhost:1' };
    await expect(provision({ ...options, logto })).rejects.toThrow(
      /Logto does not answer at http:\/\/localhost:1 .*is it running\?$/,
    );
  });

  it('when the connector is not installed', async () => {
    await using bare = await startLogtoEmulator({ port: 0 });
    const logto = { endpoint: bare.url, ...bare.m2m };
    await expect(provision({ ...options, logto })).rejects.toThrow(
      /"aliyun-dm-kit" is not installed in this Logto: see .*README\.md/,
    );
  });
});
