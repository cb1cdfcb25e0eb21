/**
 * Where Direct Mail is reached, from the vendor's list of endpoints: the host in public and the one
 * inside a VPC of the region. The vendor marks Sydney as closed; configurations that have it keep
 * the hosts that its pages still name.
 */
export const regionHosts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'cn-hangzhou': { public: 'dm.aliyuncs.com', vpc: 'dm-vpc.cn-hangzhou.aliyuncs.com' },
  'ap-southeast-1': {
    public: 'dm.ap-southeast-1.aliyuncs.com',
    vpc: 'dm-vpc.ap-southeast-1.aliyuncs.com',
  },
  'ap-southeast-2': {
    public: 'dm.ap-southeast-2.aliyuncs.com',
    vpc: 'dm-vpc.ap-southeast-2.aliyuncs.com',
  },
  'us-east-1': { public: 'dm.us-east-1.aliyuncs.com', vpc: 'dm-vpc.us-east-1.aliyuncs.com' },
  'eu-central-1': {
    public: 'dm.eu-central-1.aliyuncs.com',
    vpc: 'dm-vpc.eu-central-1.aliyuncs.com',
  },
};

/** The host of the Security Token Service, by the rule of the vendor's own credentials library. */
export function stsHost(regionId: string, network: string): string {
  return `sts${network === 'vpc' ? '-vpc' : ''}.${regionId}.aliyuncs.com`;
}
