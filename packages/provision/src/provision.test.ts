import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LogtoEmulator, startLogtoEmulator } from '@dm-kit/logto-emulator';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type WantedApplication, wantedApplication } from './application.ts';
import { describeChange } from './change.ts';
import { connectToLogto } from './logto.ts';
import { type ProvisionOptions, provision } from './provision.ts';
import { remove } from './remove.ts';

const connector = fileURLToPath(
  new URL(dirname(import.meta.resolve('@dm-kit/connector-aliyun-dm/package.json'))),
);

const browser = wantedApplication('browser', {
  name: 'Browser application',
  type: 'spa',
  url: 'http://localhost:4200',
  redirectUris: ['/callback'],
  postLogoutRedirectUris: ['/'],
});
const server: WantedApplication = {
  key: 'server',
  name: 'Server application',
  type: 'Traditional',
  redirectUris: ['http://localhost:3000/api/auth/callback/logto'],
  postLogoutRedirectUris: ['http://localhost:3000/'],
};

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
    applications: [browser, server],
  };
});

/** What happens to a Logto that has nothing of it. */
const fresh = ['create', 'create', 'create', 'create', 'create', 'create', 'update'];

function actions(changes: { action: string }[]) {
  return changes.map(({ action }) => action);
}

describe('provision', () => {
  it('sets a fresh Logto up and gives the samples what they need', async () => {
    const seen: string[] = [];
    const { changes, registrations } = await provision({
      ...options,
      onChange: (change) => seen.push(describeChange(change)),
    });
    expect(seen).toEqual([
      'E-mail connector "Aliyun Direct Mail": created',
      'Application "Browser application": created',
      'Application "Server application": created',
      'API resource "Notes API": created',
      'Role "note-reader": created (every new user has it)',
      'E-mail templates (English, Simplified Chinese): created',
      'Sign-in experience: updated (e-mail code for sign-in and registration, dark mode)',
    ]);
    expect(changes).toHaveLength(seen.length);
    const { issuer } = emulator;
    const appId = expect.stringMatching(/^\w{21}$/);
    const appSecret = expect.stringMatching(/^\w{32}$/);
    expect(registrations).toEqual({
      browser: { endpoint: emulator.url, issuer, appId },
      server: { endpoint: emulator.url, issuer, appId, appSecret },
    });
  });

  it('changes nothing the second time', async () => {
    const first = await provision(options);
    const second = await provision(options);
    expect(new Set(actions(second.changes))).toEqual(new Set(['none']));
    expect(second.registrations).toEqual(first.registrations);
  });

  it('mends only what differs', async () => {
    await provision(options);
    const { changes } = await provision({
      ...options,
      applications: [{ ...browser, redirectUris: ['http://localhost:4201/callback'] }, server],
      directMail: { ...options.directMail, endpoint: 'http://localhost:3011' },
    });
    expect(changes.map((change) => describeChange(change))).toEqual([
      'E-mail connector "Aliyun Direct Mail": updated (endpoint)',
      'Application "Browser application": updated (redirect URIs)',
      'Application "Server application": unchanged',
      'API resource "Notes API": unchanged',
      'Role "note-reader": unchanged',
      'E-mail templates (English, Simplified Chinese): unchanged',
      'Sign-in experience: unchanged',
    ]);
  });

  it('says in a dry run what it would do, and does nothing', async () => {
    const { changes, registrations } = await provision({ ...options, dryRun: true });
    expect(actions(changes)).toEqual(fresh);
    expect(registrations).toEqual({});
    const { changes: real } = await provision(options);
    expect(actions(real)).toEqual(fresh);
  });

  it('finds its own application again among more than a hundred', async () => {
    const { registrations } = await provision(options);
    const api = connectToLogto(options.logto);
    // The newest come first, so that its own are on the second page by now.
    for (let number = 0; number < 101; number += 1) {
      await api.POST('/api/applications', { body: { name: `Other ${number}`, type: 'Native' } });
    }
    const again = await provision(options);
    expect(again.registrations).toEqual(registrations);
    expect(new Set(actions(again.changes))).toEqual(new Set(['none']));
    const removed = await remove({ logto: options.logto });
    const applications = removed.filter(({ subject }) => subject.startsWith('Application'));
    expect(actions(applications)).toEqual(['remove', 'remove']);
  });

  it('adds one more application without a word about the others', async () => {
    await provision(options);
    const third = { ...server, key: 'third', name: 'Third application' };
    const { changes } = await provision({ ...options, applications: [browser, server, third] });
    const created = changes.filter(({ action }) => action !== 'none');
    expect(created.map(({ subject }) => subject)).toEqual(['Application "Third application"']);
    const [first] = await remove({ logto: options.logto });
    expect(first?.subject).toBe('Sign-in experience');
  });

  it('is undone by remove, as often as one likes', async () => {
    await provision(options);
    const removed = await remove({ logto: options.logto });
    expect(removed.map((change) => describeChange(change))).toEqual([
      'Sign-in experience: updated (as it was before)',
      'E-mail connector "Aliyun Direct Mail": removed',
      'E-mail templates (English, Simplified Chinese): removed',
      'Role "note-reader": removed',
      'API resource "Notes API": removed',
      'Application "Server application": removed',
      'Application "Browser application": removed',
    ]);
    expect(actions(await remove({ logto: options.logto }))).toEqual(['none']);
    const { changes } = await provision(options);
    expect(actions(changes)).toEqual(fresh);
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
