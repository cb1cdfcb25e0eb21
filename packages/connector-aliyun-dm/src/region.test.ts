import { expect, test } from 'vitest';
import { regionHosts, stsHost } from './region.ts';
import { type Setting, settingsTable } from './settings-table.ts';

const { choices: regions = [] } = settingsTable.find(({ name }) => name === 'regionId') as Setting;

test('every region of the table has a host in public and one inside a VPC', () => {
  expect(Object.keys(regionHosts).toSorted()).toEqual(regions.map(({ value }) => value).toSorted());
  for (const [id, hosts] of Object.entries(regionHosts)) {
    const isDefault = id === 'cn-hangzhou';
    expect(hosts).toEqual({
      public: isDefault ? 'dm.aliyuncs.com' : `dm.${id}.aliyuncs.com`,
      vpc: `dm-vpc.${id}.aliyuncs.com`,
    });
  }
});

test('the Security Token Service is in the same region and network', () => {
  expect(stsHost('us-east-1', 'public')).toBe('sts.us-east-1.aliyuncs.com');
  expect(stsHost('us-east-1', 'vpc')).toBe('sts-vpc.us-east-1.aliyuncs.com');
});
