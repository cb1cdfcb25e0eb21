import { ConnectorConfigFormItemType, type ConnectorMetadata } from '@logto/connector-kit';
import { defaultTemplates } from './default-templates.ts';
import { defaultRegion, regionIds, regions } from './region.ts';

const { Json, Number: Numeric, Select, Switch, Text } = ConnectorConfigFormItemType;

/** Logto's form has one text for all languages, so each carries English and Chinese. */
function both(english: string, chinese: string): string {
  return `${english} / ${chinese}`;
}

/** The form in the Console, most needed first. */
export const formItems: NonNullable<ConnectorMetadata['formItems']> = [
  {
    key: 'accessKeyId',
    type: Text,
    label: 'AccessKey ID',
    required: true,
    placeholder: 'LTAI5t…',
    description: both(
      'Of a RAM user that may dm:SingleSendMail. RAM console > Users > AccessKey.',
      '拥有 dm:SingleSendMail 权限的 RAM 用户，见 RAM 控制台 > 用户 > AccessKey。',
    ),
  },
  {
    key: 'accessKeySecret',
    type: Text,
    label: 'AccessKey Secret',
    required: true,
    isConfidential: true,
    placeholder: both('shown once at creation', '仅在创建时显示一次'),
    description: both(
      'Belongs to the AccessKey ID. It signs requests and is never sent.',
      '与 AccessKey ID 配对，仅用于签名，不会被发送。',
    ),
  },
  {
    key: 'securityToken',
    type: Text,
    label: both('STS token', 'STS 安全令牌'),
    required: false,
    isConfidential: true,
    placeholder: both('only for temporary credentials', '仅用于临时凭证'),
    description: both('Leave empty for an ordinary AccessKey.', '使用普通 AccessKey 时请留空。'),
  },
  {
    key: 'regionId',
    type: Select,
    label: both('Region', '地域'),
    required: false,
    defaultValue: defaultRegion,
    placeholder: defaultRegion,
    selectItems: regionIds.map((value) => ({ value, title: regions[value].title })),
    description: both(
      'Where the sender address is set up in the Direct Mail console.',
      '发信地址所在的邮件推送控制台地域。',
    ),
  },
  {
    key: 'network',
    type: Select,
    label: both('Network', '网络'),
    required: false,
    defaultValue: 'public',
    placeholder: 'public',
    selectItems: [
      { value: 'public', title: both('Public', '公网') },
      { value: 'vpc', title: both('Inside a VPC of the region', '该地域的 VPC 内网') },
    ],
    description: both(
      'Choose VPC only when Logto itself runs in one of that region.',
      '仅当 Logto 运行在该地域的 VPC 内时选择 VPC。',
    ),
  },
  {
    key: 'accountName',
    type: Text,
    label: both('Sender address', '发信地址'),
    required: true,
    placeholder: 'no-reply@mail.example.com',
    description: both(
      'A verified address of the Direct Mail console > Sender Addresses.',
      '邮件推送控制台 > 发信地址 中已验证的地址。',
    ),
  },
  {
    key: 'fromAlias',
    type: Text,
    label: both("Sender's name", '发信人昵称'),
    required: false,
    placeholder: 'Example',
    description: both(
      'Shown as the sender; cut to 14 characters. A template may set another.',
      '收件人看到的发信人名称，最多 14 个字符；模板可另行指定。',
    ),
  },
  {
    key: 'replyTo',
    type: Text,
    label: both('Reply address', '回信地址'),
    required: false,
    placeholder: 'Support <support@example.com>',
    description: both(
      'Where answers go: an address, or Name <address>.',
      '回信的去处：邮箱地址，或“名称 <地址>”。',
    ),
  },
  {
    key: 'templates',
    type: Json,
    label: both('Templates', '邮件模板'),
    required: true,
    defaultValue: defaultTemplates,
    placeholder: '[{ "usageType": "SignIn", "subject": "…", "content": "… {{code}} …" }]',
    description: both(
      "At least SignIn, Register, ForgotPassword and Generic, each with {{code}} or {{link}}. Logto's own e-mail templates win over these.",
      '至少包含 SignIn、Register、ForgotPassword 和 Generic，且都含有 {{code}} 或 {{link}}；Logto 的邮件模板优先于此处。',
    ),
  },
  {
    key: 'tagName',
    type: Text,
    label: both('E-mail tag', '邮件标签'),
    required: false,
    placeholder: 'sign-in',
    description: both(
      'A tag of the Direct Mail console > Email Tags; needed for tracking.',
      '邮件推送控制台 > 邮件标签 中的标签，开启跟踪时必填。',
    ),
  },
  {
    key: 'clickTrace',
    type: Switch,
    label: both('Track opens and clicks', '打开与点击跟踪'),
    required: false,
    defaultValue: false,
    description: both(
      'Off is better for codes: tracking rewrites the links of a mail.',
      '发送验证码时建议关闭：跟踪会改写邮件中的链接。',
    ),
  },
  {
    key: 'endpoint',
    type: Text,
    label: both('Endpoint', '服务接入点'),
    required: false,
    placeholder: 'http://localhost:3010',
    description: both(
      "Instead of the region's: for a proxy or an emulator. https, or http to a private host.",
      '代替地域接入点，用于代理或模拟器：https，或指向内网主机的 http。',
    ),
  },
  {
    key: 'connectTimeout',
    type: Numeric,
    label: both('Connection time-out (ms)', '连接超时（毫秒）'),
    required: false,
    defaultValue: 3000,
    placeholder: '3000',
    description: both('Time to establish the connection.', '建立连接的最长时间。'),
  },
  {
    key: 'timeout',
    type: Numeric,
    label: both('Time-out (ms)', '总超时（毫秒）'),
    required: false,
    defaultValue: 10_000,
    placeholder: '10000',
    description: both(
      'Time for the whole send, retries included.',
      '整个发送过程（含重试）的最长时间。',
    ),
  },
  {
    key: 'maxRetries',
    type: Numeric,
    label: both('Retries', '重试次数'),
    required: false,
    defaultValue: 2,
    placeholder: '2',
    description: both(
      '0 to 2; only after failures that cannot have sent a mail.',
      '0 至 2 次，仅在确定邮件未发出时重试。',
    ),
  },
];
