/**
 * Places and labels of the Logto Console 1.42, from `packages/phrases` of logto-io/logto (`tabs`,
 * `applications`, `application-details`, `connectors`, `sign-in-exp`), English and Simplified Chinese.
 */
export const consolePlaces: readonly { en: string; 'zh-CN': string }[] = [
  { en: 'Applications', 'zh-CN': '全部应用' },
  { en: 'Connectors > Email and SMS connectors', 'zh-CN': '连接器 > 短信和邮件连接器' },
  { en: 'Sign-in & account > Sign-up and sign-in', 'zh-CN': '登录与账户 > 注册与登录' },
  { en: 'Sign-in & account', 'zh-CN': '登录与账户' },
  { en: 'API resources', 'zh-CN': 'API 资源' },
  { en: 'Roles', 'zh-CN': '角色' },
  { en: 'Organizations', 'zh-CN': '组织' },
  { en: 'Organization template', 'zh-CN': '组织模板' },
  { en: 'User management', 'zh-CN': '用户管理' },
  { en: 'Audit logs', 'zh-CN': '审计日志' },
];

export const consoleLabels: readonly string[] = [
  'Single Page App',
  'Traditional Web',
  'Create application',
  'Application name',
  'App ID',
  'App secret',
  'Redirect URIs',
  'Post sign-out redirect URIs',
  'OpenID provider configuration endpoint',
  'Issuer endpoint',
  'Email address',
  'Phone number',
  'Email address or phone number',
  'Sign-up identifiers',
  'Create your password',
  'Verify at sign-up',
  'Verification code',
  'Add sign-in method',
  'Save and Done',
  'Save changes',
  'Parameter configuration',
  'Live preview',
  'Set up',
];
