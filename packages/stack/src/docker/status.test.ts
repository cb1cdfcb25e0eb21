import { expect, test } from 'vitest';
import { parseContainers } from './status.ts';

const one = {
  ID: 'abc',
  Service: 'logto',
  State: 'running',
  Health: 'healthy',
  ExitCode: 0,
  Labels: 'com.docker.compose.project=dm-kit,dm-kit.connector=0123',
};
const other = { ID: 'def', Service: 'logto-database', State: 'exited', ExitCode: 1, Labels: '' };

const expected = [
  {
    id: 'abc',
    service: 'logto',
    state: 'running',
    health: 'healthy',
    exitCode: 0,
    labels: { 'com.docker.compose.project': 'dm-kit', 'dm-kit.connector': '0123' },
  },
  { id: 'def', service: 'logto-database', state: 'exited', health: '', exitCode: 1, labels: {} },
];

test('reads one object a line, as Compose prints since 2.21', () => {
  const output = ['time="…" level=warning msg="…"', JSON.stringify(one), JSON.stringify(other)];
  expect(parseContainers(output)).toEqual(expected);
});

test('reads an array, as Compose printed before', () => {
  expect(parseContainers([JSON.stringify([one, other])])).toEqual(expected);
});

test('reads no containers', () => {
  expect(parseContainers([])).toEqual([]);
});
