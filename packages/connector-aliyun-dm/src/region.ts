export type Network = 'public' | 'vpc';

export const networks: readonly Network[] = ['public', 'vpc'];

/** The regions that offer Direct Mail. */
export type RegionId =
  | 'cn-hangzhou'
  | 'ap-southeast-1'
  | 'ap-southeast-2'
  | 'us-east-1'
  | 'eu-central-1';

export const defaultRegion: RegionId = 'cn-hangzhou';

interface Region {
  /** What the Console shows, English and Chinese. */
  title: string;
  /** Host names of Direct Mail in this region, by network. */
  hosts: Partial<Record<string, string>>;
}

/** Where Direct Mail is reached, from the vendor's list of endpoints. */
export const regions: Readonly<Record<RegionId, Region>> = {
  'cn-hangzhou': {
    title: 'China (Hangzhou) / 华东1（杭州）',
    hosts: { public: 'dm.aliyuncs.com', vpc: 'dm-vpc.cn-hangzhou.aliyuncs.com' },
  },
  'ap-southeast-1': {
    title: 'Singapore / 新加坡',
    hosts: {
      public: 'dm.ap-southeast-1.aliyuncs.com',
      vpc: 'dm-vpc.ap-southeast-1.aliyuncs.com',
    },
  },
  // The vendor names no open VPC endpoint here.
  'ap-southeast-2': {
    title: 'United States (formerly Sydney) / 美国（原悉尼）',
    hosts: { public: 'dm.ap-southeast-2.aliyuncs.com' },
  },
  'us-east-1': {
    title: 'US (Virginia) / 美国（弗吉尼亚）',
    hosts: { public: 'dm.us-east-1.aliyuncs.com', vpc: 'dm-vpc.us-east-1.aliyuncs.com' },
  },
  'eu-central-1': {
    title: 'Germany (Frankfurt) / 德国（法兰克福）',
    hosts: { public: 'dm.eu-central-1.aliyuncs.com', vpc: 'dm-vpc.eu-central-1.aliyuncs.com' },
  },
};

export const regionIds = Object.keys(regions) as RegionId[];

function isRegionId(id: string): id is RegionId {
  return Object.hasOwn(regions, id);
}

/** The host of Direct Mail, or `undefined` where the region has none in that network. */
export function regionHost(regionId: string, network: string): string | undefined {
  return isRegionId(regionId) ? regions[regionId].hosts[network] : undefined;
}
