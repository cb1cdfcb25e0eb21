/** What the Logto Console calls the things that a guide sets or reads there, in English and Simplified Chinese. */
const labels = {
  spa: ['Single Page App', '单页应用'],
  web: ['Traditional Web', '传统网页应用'],
  redirectUris: ['Redirect URIs', '重定向 URIs'],
  postLogoutRedirectUris: ['Post sign-out redirect URIs', '退出登录后重定向 URIs'],
  endpoint: ['Logto endpoint', 'Logto 端点'],
  issuer: ['Issuer endpoint', '发行者端点'],
  appId: ['App ID', '应用 ID'],
  appSecret: ['App secret', '应用密钥'],
  signUp: ['Sign-up identifiers', '注册标识'],
  signUpPassword: ['Create your password', '创建密码'],
  signIn: ['Identifier and authentication settings for sign-in', '登录标识和身份认证设置'],
  email: ['Email address', '邮件地址'],
  code: ['Verification code', '验证码'],
  password: ['Password', '密码'],
} as const;

export type Label = keyof typeof labels;

/** Which label this text is, in any language. */
export function labelOf(text: string): Label | undefined {
  const found = Object.entries(labels).find(([, names]) =>
    (names as readonly string[]).includes(text),
  );
  return found?.[0] as Label | undefined;
}
