import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSample, type Sample, type SampleEntry } from '@dm-kit/samples';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startStack } from '../stack.ts';

const production: Record<string, SampleEntry['production']> = {
  program: { module: './server.js', args: ['{port}'], builtFile: 'server.js' },
  files: { files: 'dist', settingsPath: '/settings.json' },
};
const settings: Record<string, string> = { program: '.env', files: 'public/settings.json' };

/** A server that answers its settings. */
const server = `
  const { SAMPLE_APP_ID: appId, SAMPLE_ISSUER: issuer } = process.env;
  require('node:http').createServer((_, response) => response.end(JSON.stringify({ appId, issuer })))
    .listen(Number(process.argv[2]), '127.0.0.1');
`;

let root = '';
const samples: Sample[] = [];

/** All that a new sample takes: its folder, and an entry. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'third-'));
  for (const name of ['program', 'files']) {
    const folder = join(root, name);
    await mkdir(join(folder, 'dist'), { recursive: true });
    await writeFile(join(folder, 'package.json'), '{}');
    await writeFile(join(folder, 'server.js'), server);
    await writeFile(join(folder, 'dist/index.html'), 'The page');
    const values =
      name === 'files'
        ? { appId: '{appId}', issuer: '{issuer}' }
        : { SAMPLE_APP_ID: '{appId}', SAMPLE_ISSUER: '{issuer}' };
    const config = {
      name: `Third sample (${name})`,
      type: name === 'files' ? 'spa' : 'web',
      url: 'http://localhost:4999',
      redirectUris: ['/return'],
      settings: { file: settings[name], values },
    };
    await writeFile(join(folder, 'local.config.json'), JSON.stringify(config));
    const program = { module: './server.js', args: ['{port}'] };
    const entry = {
      name,
      folder: name,
      production: production[name] as never,
      development: program,
    };
    samples.push(await loadSample(entry, root));
  }
});
afterAll(() => rm(root, { recursive: true }));

test('a third sample is an entry and its folder: it starts, knows its Logto, and Logto knows it', async () => {
  await using stack = await startStack({ samples, ports: 'free' });
  expect(Object.keys(stack.samples)).toEqual(['program', 'files']);
  for (const [key, path] of [
    ['program', '/'],
    ['files', '/settings.json'],
  ] as const) {
    const sample = stack.samples[key];
    const response = await fetch(`${sample?.url}${path}`);
    const { appId, issuer } = (await response.json()) as Record<string, string>;
    expect(issuer).toBe(`${stack.logto.url}/oidc`);
    const request = new URLSearchParams({
      client_id: appId ?? '',
      redirect_uri: `${sample?.url}/return`,
      response_type: 'code',
      scope: 'openid',
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
    });
    const answer = await fetch(`${issuer}/auth?${request}`, { redirect: 'manual' });
    expect(answer.headers.get('location')).toContain('/sign-in');
  }
});
