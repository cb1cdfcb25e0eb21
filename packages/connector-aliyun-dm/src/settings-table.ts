import { defaultTemplates } from './default-templates.ts';

/** A text for people, in the languages of the Console form and the READMEs. */
export interface Texts {
  en: string;
  'zh-CN': string;
}

export interface Choice<V extends string = string> {
  value: V;
  title: Texts;
  /** Taken from configurations that have it, and offered to nobody. */
  closed?: true;
}

/** Another setting has this value. */
interface Condition {
  setting: string;
  value: string;
}

/** One setting of the connector, as plain data. */
export interface Setting<V extends string = string> {
  name: string;
  type: 'text' | 'secret' | 'choice' | 'number' | 'flag' | 'json';
  /** Whether a configuration without it is refused; with `when`, only then. */
  required: boolean;
  /** What counts when it is left out. */
  default?: unknown;
  /** Values of a choice. */
  choices?: readonly Choice<V>[];
  /** Lowest and highest value of a whole number. */
  range?: readonly [lowest: number, highest: number];
  /** What its text has to be: a name in `config-rules.ts`. */
  rule?: string;
  /** It matters only then. */
  when?: Condition;
  placeholder?: string;
  label: Texts;
  description: Texts;
}

/** A setting that tells its type. */
export interface Typed<
  Name extends string,
  Type extends Setting['type'],
  Always extends boolean,
  Value extends string,
> extends Setting<Value> {
  name: Name;
  type: Type;
  /** Whether every configuration has to have it; of the type alone. */
  always?: Always;
}

function setting<
  const Name extends string,
  const Type extends Setting['type'],
  const Required extends boolean,
  const When extends Condition | undefined = undefined,
  const Value extends string = never,
>(
  one: Omit<Setting<Value>, 'when'> & { name: Name; type: Type; required: Required; when?: When },
): Typed<Name, Type, When extends undefined ? Required : false, Value> {
  return one as Typed<Name, Type, When extends undefined ? Required : false, Value>;
}

function texts(en: string, chinese: string): Texts {
  return { en, 'zh-CN': chinese };
}

const whenAccessKey = { setting: 'credentialSource', value: 'accessKey' } as const;
const whenEcsRamRole = { setting: 'credentialSource', value: 'ecsRamRole' } as const;
const whenOidc = { setting: 'credentialSource', value: 'oidc' } as const;

/**
 * Every setting there is, in the order of the form: the type, the guard, the form in the Console,
 * the defaults and the tables of both READMEs are made of it.
 */
export const settingsTable = [
  setting({
    name: 'credentialSource',
    type: 'choice',
    required: false,
    default: 'accessKey',
    choices: [
      { value: 'accessKey', title: texts('AccessKey', 'AccessKey') },
      { value: 'ecsRamRole', title: texts('RAM role of the ECS instance', 'ECS 实例 RAM 角色') },
      { value: 'oidc', title: texts('OIDC token file (RRSA)', 'OIDC 令牌文件（RRSA）') },
    ],
    label: texts('Credentials', '凭证来源'),
    description: texts(
      'Where the key to sign with comes from. The last two renew themselves.',
      '签名密钥的来源；后两种会自动续期。',
    ),
  }),
  setting({
    name: 'accessKeyId',
    type: 'text',
    required: true,
    rule: 'key',
    when: whenAccessKey,
    placeholder: 'LTAI5t…',
    label: texts('AccessKey ID', 'AccessKey ID'),
    description: texts(
      'Of a RAM user that may dm:SingleSendMail. RAM console > Users > AccessKey.',
      '拥有 dm:SingleSendMail 权限的 RAM 用户，见 RAM 控制台 > 用户 > AccessKey。',
    ),
  }),
  setting({
    name: 'accessKeySecret',
    type: 'secret',
    required: true,
    rule: 'key',
    when: whenAccessKey,
    placeholder: '…',
    label: texts('AccessKey Secret', 'AccessKey Secret'),
    description: texts(
      'Belongs to the AccessKey ID. It signs requests and is never sent.',
      '与 AccessKey ID 配对，仅用于签名，不会被发送。',
    ),
  }),
  setting({
    name: 'securityToken',
    type: 'secret',
    required: false,
    rule: 'key',
    when: whenAccessKey,
    placeholder: '…',
    label: texts('STS token', 'STS 安全令牌'),
    description: texts(
      'Only of temporary credentials, which end within hours.',
      '仅用于数小时内失效的临时凭证。',
    ),
  }),
  setting({
    name: 'roleName',
    type: 'text',
    required: false,
    rule: 'roleName',
    when: whenEcsRamRole,
    placeholder: 'LogtoMail',
    label: texts('Role of the instance', '实例角色名称'),
    description: texts(
      'Left empty, the metadata service is asked for the one that is attached.',
      '留空则向元数据服务查询实例绑定的角色。',
    ),
  }),
  setting({
    name: 'oidcProviderArn',
    type: 'text',
    required: false,
    rule: 'arn',
    when: whenOidc,
    placeholder: 'acs:ram::…:oidc-provider/…',
    label: texts('OIDC provider ARN', 'OIDC 身份提供商 ARN'),
    description: texts(
      'Left empty, ALIBABA_CLOUD_OIDC_PROVIDER_ARN counts, which RRSA sets in a pod.',
      '留空则使用 RRSA 在 Pod 中设置的 ALIBABA_CLOUD_OIDC_PROVIDER_ARN。',
    ),
  }),
  setting({
    name: 'oidcTokenFile',
    type: 'text',
    required: false,
    rule: 'file',
    when: whenOidc,
    placeholder: '/var/run/…/token',
    label: texts('OIDC token file', 'OIDC 令牌文件'),
    description: texts(
      'Read anew for each renewal. Left empty, ALIBABA_CLOUD_OIDC_TOKEN_FILE counts.',
      '每次续期时重新读取；留空则使用 ALIBABA_CLOUD_OIDC_TOKEN_FILE。',
    ),
  }),
  setting({
    name: 'roleArn',
    type: 'text',
    required: false,
    rule: 'arn',
    placeholder: 'acs:ram::…:role/logto-mail',
    label: texts('Role to assume', '要扮演的角色 ARN'),
    description: texts(
      'The credentials above assume it (STS AssumeRole). An OIDC token needs one: left empty, ALIBABA_CLOUD_ROLE_ARN counts.',
      '以上凭证将通过 STS AssumeRole 扮演此角色；OIDC 必须有角色，留空则使用 ALIBABA_CLOUD_ROLE_ARN。',
    ),
  }),
  setting({
    name: 'regionId',
    type: 'choice',
    required: false,
    default: 'cn-hangzhou',
    choices: [
      { value: 'cn-hangzhou', title: texts('China (Hangzhou)', '华东1（杭州）') },
      { value: 'ap-southeast-1', title: texts('Singapore', '新加坡') },
      { value: 'us-east-1', title: texts('US (Virginia)', '美国（弗吉尼亚）') },
      { value: 'eu-central-1', title: texts('Germany (Frankfurt)', '德国（法兰克福）') },
      {
        value: 'ap-southeast-2',
        title: texts('Sydney (closed by the vendor)', '悉尼（已关停）'),
        closed: true,
      },
    ],
    label: texts('Region', '地域'),
    description: texts(
      'Where the sender address is set up in the Direct Mail console.',
      '发信地址所在的邮件推送控制台地域。',
    ),
  }),
  setting({
    name: 'network',
    type: 'choice',
    required: false,
    default: 'public',
    choices: [
      { value: 'public', title: texts('Public', '公网') },
      { value: 'vpc', title: texts('Inside a VPC of the region', '该地域的 VPC 内网') },
    ],
    label: texts('Network', '网络'),
    description: texts(
      'Choose VPC only when Logto itself runs in one of that region.',
      '仅当 Logto 运行在该地域的 VPC 内时选择 VPC。',
    ),
  }),
  setting({
    name: 'accountName',
    type: 'text',
    required: true,
    rule: 'address',
    placeholder: 'no-reply@mail.example.com',
    label: texts('Sender address', '发信地址'),
    description: texts(
      'A verified address of the Direct Mail console > Sender Addresses.',
      '邮件推送控制台 > 发信地址 中已验证的地址。',
    ),
  }),
  setting({
    name: 'fromAlias',
    type: 'text',
    required: false,
    placeholder: 'Example',
    label: texts("Sender's name", '发信人昵称'),
    description: texts(
      'Shown as the sender; cut to 15 characters. A template may set another.',
      '收件人看到的发信人名称，最多 15 个字符；模板可另行指定。',
    ),
  }),
  setting({
    name: 'replyTo',
    type: 'text',
    required: false,
    rule: 'mailbox',
    placeholder: 'Support <support@example.com>',
    label: texts('Reply address', '回信地址'),
    description: texts(
      'Where answers go: an address, or a name and an address; the name is cut to 15 characters. A template may set another.',
      '回信的去处：邮箱地址，或名称加地址；名称最多 15 个字符；模板可另行指定。',
    ),
  }),
  setting({
    name: 'replyToAddress',
    type: 'flag',
    required: false,
    default: false,
    label: texts('Reply address of the console', '使用控制台的回信地址'),
    description: texts(
      'Answers go to the verified one of the Direct Mail console, unless another is set here or in a template.',
      '回信发往邮件推送控制台中已验证的回信地址，此处或模板另有设置时除外。',
    ),
  }),
  setting({
    name: 'templates',
    type: 'json',
    required: true,
    default: defaultTemplates,
    placeholder: '[{ "usageType": "SignIn", "subject": "…", "content": "… {{code}} …" }]',
    label: texts('Templates', '邮件模板'),
    description: texts(
      "At least SignIn, Register, ForgotPassword and Generic, each with {{code}} or {{link}}. Logto's own e-mail templates win over these.",
      '至少包含 SignIn、Register、ForgotPassword 和 Generic，且都含有 {{code}} 或 {{link}}；Logto 的邮件模板优先于此处。',
    ),
  }),
  setting({
    name: 'tagName',
    type: 'text',
    required: false,
    rule: 'tag',
    placeholder: 'sign-in',
    label: texts('E-mail tag', '邮件标签'),
    description: texts(
      'A tag of the Direct Mail console > Email Tags; needed for tracking.',
      '邮件推送控制台 > 邮件标签 中的标签，开启跟踪时必填。',
    ),
  }),
  setting({
    name: 'clickTrace',
    type: 'flag',
    required: false,
    default: false,
    label: texts('Track opens and clicks', '打开与点击跟踪'),
    description: texts(
      'Off is better for codes: tracking rewrites the links of a mail. Needs a tag.',
      '发送验证码时建议关闭：跟踪会改写邮件中的链接；需要标签。',
    ),
  }),
  setting({
    name: 'unSubscribeLinkType',
    type: 'choice',
    required: false,
    choices: [
      { value: 'disabled', title: texts('None', '不添加') },
      { value: 'default', title: texts('Default', '默认') },
      { value: 'zh-cn', title: texts('Chinese', '中文') },
      { value: 'en-us', title: texts('English', '英文') },
    ],
    label: texts('Unsubscribe link', '退订链接'),
    description: texts(
      'A sender address for batch mail gets one from the service: choose None, so that nobody unsubscribes from codes.',
      '批量邮件类型的发信地址会被服务自动添加退订链接：请选择“不添加”，以免用户退订验证码。',
    ),
  }),
  setting({
    name: 'headers',
    type: 'json',
    required: false,
    default: {},
    rule: 'headers',
    placeholder: '{ "X-User-Source": "logto" }',
    label: texts('Message headers', '邮件头'),
    description: texts(
      'Up to 10: Message-ID, List-Unsubscribe, List-Unsubscribe-Post and names that begin with X-User-.',
      '最多 10 个：Message-ID、List-Unsubscribe、List-Unsubscribe-Post，以及以 X-User- 开头的名称。',
    ),
  }),
  setting({
    name: 'ipPoolId',
    type: 'text',
    required: false,
    rule: 'id',
    placeholder: 'e4…',
    label: texts('Dedicated IP pool', '独立 IP 池'),
    description: texts(
      'Id of the pool to send from, if you bought one.',
      '已购买独立 IP 时，用于发送的 IP 池 ID。',
    ),
  }),
  setting({
    name: 'endpoint',
    type: 'text',
    required: false,
    rule: 'origin',
    placeholder: 'http://localhost:3010',
    label: texts('Endpoint', '服务接入点'),
    description: texts(
      "Instead of the region's: a reverse proxy or an emulator. https, or http to a host that no public network reaches.",
      '代替地域接入点，用于反向代理或模拟器：https，或指向公网无法访问的主机的 http。',
    ),
  }),
  setting({
    name: 'signedHost',
    type: 'text',
    required: false,
    rule: 'host',
    placeholder: 'dm.aliyuncs.com',
    label: texts('Signed host', '签名使用的主机名'),
    description: texts(
      "Only where the endpoint is a proxy that changes the Host header: the one that arrives at Direct Mail. Left empty, it is the endpoint's own.",
      '仅当接入点是会改写 Host 头的代理时填写：到达邮件推送的 Host；留空则为接入点自身的主机名。',
    ),
  }),
  setting({
    name: 'stsEndpoint',
    type: 'text',
    required: false,
    rule: 'origin',
    placeholder: 'https://sts.cn-hangzhou.aliyuncs.com',
    label: texts('STS endpoint', 'STS 接入点'),
    description: texts(
      "Where a role is assumed. Left empty, it is the region's, in the network chosen above.",
      '扮演角色时使用的接入点；留空则为所选地域与网络的接入点。',
    ),
  }),
  setting({
    name: 'metadataEndpoint',
    type: 'text',
    required: false,
    default: 'http://100.100.100.200',
    rule: 'metadata',
    when: whenEcsRamRole,
    placeholder: 'http://100.100.100.200',
    label: texts('Metadata service', '元数据服务'),
    description: texts(
      "The instance's own, unless a proxy or an emulator stands for it.",
      '默认为实例自身的元数据服务，可改为其代理或模拟器。',
    ),
  }),
  setting({
    name: 'connectTimeout',
    type: 'number',
    required: false,
    default: 3000,
    range: [1, 60_000],
    placeholder: '3000',
    label: texts('Connection time-out (ms)', '连接超时（毫秒）'),
    description: texts('Time to establish a connection.', '建立连接的最长时间。'),
  }),
  setting({
    name: 'timeout',
    type: 'number',
    required: false,
    default: 10_000,
    range: [1, 60_000],
    placeholder: '10000',
    label: texts('Time-out (ms)', '总超时（毫秒）'),
    description: texts(
      'Time for the whole send: credentials, all attempts and the pauses between them.',
      '整个发送过程的最长时间，含获取凭证、全部尝试及其间隔。',
    ),
  }),
  setting({
    name: 'maxRetries',
    type: 'number',
    required: false,
    default: 2,
    range: [0, 2],
    placeholder: '2',
    label: texts('Retries', '重试次数'),
    description: texts(
      'Further attempts after a failure that cannot have sent the mail.',
      '仅在确定邮件未发出时，再次尝试的次数。',
    ),
  }),
] as const;
