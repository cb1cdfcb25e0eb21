import type { ConnectorMetadata } from '@logto/connector-kit';
import { formItems } from './form-items.ts';

/** The id differs from the official connector's: two with one id break every connector call. */
export const metadata: ConnectorMetadata = {
  id: 'aliyun-dm-kit',
  target: 'aliyun-dm-kit',
  platform: null,
  name: { en: 'Aliyun Direct Mail (dm-kit)', 'zh-CN': '阿里云邮件推送（dm-kit）' },
  description: {
    en: 'Sends verification codes through Alibaba Cloud Direct Mail, with clear errors, deadlines and safe retries.',
    'zh-CN': '通过阿里云邮件推送发送验证码，错误信息清晰，限时发送，安全重试。',
  },
  logo: './logo.svg',
  logoDark: null,
  readme: './README.md',
  formItems,
};
