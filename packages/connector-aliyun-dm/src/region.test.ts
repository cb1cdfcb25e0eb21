import { expect, test } from 'vitest';
import { regionHost, regionIds } from './region.ts';

test.each(regionIds)('%s has a public host', (id) => {
  expect(regionHost(id, 'public')).toMatch(/^dm\.([a-z-]+\d\.)?aliyuncs\.com$/);
});

test('all but one have a host inside a VPC', () => {
  expect(regionIds.filter((id) => regionHost(id, 'vpc') === undefined)).toEqual(['ap-southeast-2']);
});

test.each([
  ['mars', 'public'],
  ['constructor', 'public'],
  ['cn-hangzhou', 'wifi'],
])('%s, %s has none', (id, network) => {
  expect(regionHost(id, network)).toBeUndefined();
});
