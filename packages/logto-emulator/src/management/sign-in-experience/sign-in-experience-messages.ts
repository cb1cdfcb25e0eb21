/** Messages of the errors around the sign-in experience, as Logto words them. */
export const signInExperienceMessages = {
  'sign_in_experiences.adaptive_mfa_requires_mfa': {
    en: 'MFA must be enabled before enabling adaptive MFA.',
    'zh-CN': '启用自适应 MFA 前必须先启用 MFA。',
  },
  'sign_in_experiences.adaptive_mfa_requires_non_skippable_policy': {
    en: 'Adaptive MFA requires a non-skippable MFA prompt policy. Use PromptOnlyAtSignInMandatory or PromptAtSignInAndSignUpMandatory.',
    'zh-CN':
      '自适应 MFA 需要不可跳过的 MFA 提示策略。使用 PromptOnlyAtSignInMandatory 或 PromptAtSignInAndSignUpMandatory。',
  },
  'sign_in_experiences.at_least_one_authentication_factor': {
    en: 'You have to select at least one authentication factor.',
    'zh-CN': '至少要选择一个登录要素',
  },
  'sign_in_experiences.backup_code_cannot_be_enabled_alone': {
    en: 'Backup code cannot be enabled alone.',
    'zh-CN': '无法仅启用备份代码。',
  },
  'sign_in_experiences.code_sign_in_must_be_enabled': {
    en: 'Verification code sign in must be enabled when set a password is not required in sign up.',
    'zh-CN': '必须在注册中不要求设置密码时启用验证码登录。',
  },
  'sign_in_experiences.duplicated_mfa_factors': {
    en: 'Duplicated MFA factors.',
    'zh-CN': '重复的 MFA 要素。',
  },
  'sign_in_experiences.duplicated_sign_up_identifiers': {
    en: 'Duplicate sign-up identifiers detected.',
    'zh-CN': '检测到重复的注册标识符。',
  },
  'sign_in_experiences.email_verification_code_cannot_be_used_for_mfa': {
    en: 'Email verification code cannot be used for MFA when email verification is enabled for sign-in.',
    'zh-CN': '当启用了电子邮件登录验证时，电子邮件验证码无法用于 MFA。',
  },
  'sign_in_experiences.email_verification_code_cannot_be_used_for_sign_in': {
    en: 'Email verification code cannot be used for sign-in when it is enabled for MFA.',
    'zh-CN': '当启用了 MFA 时，电子邮件验证码无法用于登录。',
  },
  'sign_in_experiences.enabled_connector_not_found': {
    en: 'Enabled {{type}} connector not found.',
    'zh-CN': '未找到已启用的 {{type}} 连接器',
  },
  'sign_in_experiences.forgot_password_method_requires_connector': {
    en: 'Forgot password method requires a corresponding {{method}} connector to be configured.',
    'zh-CN': '忘记密码方法需要配置相应的 {{method}} 连接器。',
  },
  'sign_in_experiences.invalid_custom_email_blocklist_format': {
    en: 'Invalid custom email blocklist items: {{items}}. Each item must be a valid email address or email domain, e.g., foo@example.com or @example.com.',
    'zh-CN':
      '无效的自定义电子邮件黑名单项目：{{items}}。每个项目必须是有效的电子邮件地址或电子邮件域，例如，foo@example.com 或 @example.com。',
  },
  'sign_in_experiences.missing_sign_up_identifiers': {
    en: 'Primary sign-up identifier cannot be empty.',
    'zh-CN': '主要的注册标识符不能为空。',
  },
  'sign_in_experiences.non_adaptive_mfa_requires_skippable_policy': {
    en: 'When adaptive MFA is disabled, MFA prompt policy must be skippable. Do not use PromptOnlyAtSignInMandatory or PromptAtSignInAndSignUpMandatory.',
    'zh-CN':
      '当禁用自适应 MFA 时，MFA 提示策略必须是可跳过的。不要使用 PromptOnlyAtSignInMandatory 或 PromptAtSignInAndSignUpMandatory。',
  },
  'sign_in_experiences.password_expiration_invalid_period_days': {
    en: 'Valid period days must be a positive integer when password expiration is enabled.',
    'zh-CN': '启用密码过期策略时，有效期天数必须为正整数。',
  },
  'sign_in_experiences.password_expiration_not_enabled': {
    en: 'Password expiration policy is not enabled. Enable it in the sign-in experience settings before expiring passwords.',
    'zh-CN': '密码过期策略未启用。在过期密码前，请在登录体验设置中启用它。',
  },
  'sign_in_experiences.password_expiration_requires_forgot_password': {
    en: 'Password expiration requires at least one forgot password method with a valid connector.',
    'zh-CN': '密码过期需要至少配置一种带有有效连接器的忘记密码方式。',
  },
  'sign_in_experiences.passwordless_requires_verify': {
    en: 'Must enable verify for email/phone sign up identifier.',
    'zh-CN': '必须为电子邮件/电话注册标识符启用验证。',
  },
  'sign_in_experiences.phone_verification_code_cannot_be_used_for_mfa': {
    en: 'SMS verification code cannot be used for MFA when SMS verification is enabled for sign-in.',
    'zh-CN': '当启用了短信登录验证时，短信验证码无法用于 MFA。',
  },
  'sign_in_experiences.phone_verification_code_cannot_be_used_for_sign_in': {
    en: 'SMS verification code cannot be used for sign-in when it is enabled for MFA.',
    'zh-CN': '当启用了 MFA 时，短信验证码无法用于登录。',
  },
  'sign_in_experiences.unsupported_default_language': {
    en: 'This language - {{language}} is not supported at the moment.',
    'zh-CN': '{{language}} 无法选择为默认语言。',
  },
  'sign_in_experiences.username_policy_case_conflicts_exist': {
    en: 'Cannot switch to case-insensitive usernames while usernames that differ only by case exist. Resolve the conflicts and try again.',
    'zh-CN':
      '无法在存在仅大小写不同的用户名时切换为不区分大小写的用户名。请解决这些冲突，然后重试。',
  },
};
