/** Messages of the errors that the Experience API answers. */
export const experienceMessages = {
  'session.not_found': {
    en: 'Session not found. Please go back and sign in again.',
    'zh-CN': '未找到会话。请返回并重新登录。',
  },
  'session.invalid_credentials': {
    en: 'Incorrect account or password. Please check your input.',
    'zh-CN': '账号或密码错误，请重新输入。',
  },
  'session.verification_session_not_found': {
    en: 'The verification was not successful. Restart the verification flow and try again.',
    'zh-CN': '验证失败，请重新验证。',
  },
  'session.verification_blocked_too_many_attempts': {
    en: 'Too many attempts in a short time. Please try again {{relativeTime}}.',
    'zh-CN': '尝试次数过多。请稍后再试 {{relativeTime}}。',
  },
  'session.verification_failed': {
    en: 'The verification was not successful. Restart the verification flow and try again.',
    'zh-CN': '验证失败，请重新验证。',
  },
  'session.identifier_not_found': {
    en: 'User identifier not found. Please go back and sign in again.',
    'zh-CN': '找不到用户标识符。请返回并重新登录。',
  },
  'session.interaction_not_found': {
    en: 'Interaction session not found. Please go back and start the session again.',
    'zh-CN': '找不到交互会话。请返回并重新开始会话。',
  },
  'session.invalid_interaction_type': {
    en: 'This operation is not supported for the current interaction. Please initiate a new session.',
    'zh-CN': '此操作不支持当前交互。请启动一个新会话。',
  },
  'session.not_supported_for_forgot_password': {
    en: 'This operation is not supported for forgot password.',
    'zh-CN': '此操作不支持忘记密码。',
  },
  'session.identity_conflict': {
    en: 'Identity mismatch detected. Please initiate a new session to proceed with a different identity.',
    'zh-CN': '检测到身份不匹配。请启动一个新会话以使用不同的身份进行操作。',
  },
  'session.mfa.require_mfa_verification': {
    en: 'Mfa verification is required to sign in.',
    'zh-CN': '需要多因素身份验证 (MFA) 才能登录。',
  },
  'session.mfa.mfa_factor_not_enabled': {
    en: 'MFA factor is not enabled.',
    'zh-CN': 'MFA 因素未启用。',
  },
  'user.missing_mfa': {
    en: 'You need to bind additional MFA before signing-in.',
    'zh-CN': '你需要在登录之前绑定额外的 MFA。',
  },
  'session.captcha_required': { en: 'Captcha is required.', 'zh-CN': '需要验证码。' },
  'session.email_blocklist.invalid_email': {
    en: 'Invalid email address.',
    'zh-CN': '无效的电子邮件地址。',
  },
  'session.email_blocklist.email_subaddressing_not_allowed': {
    en: 'Email subaddressing is not allowed.',
    'zh-CN': '不允许电子邮件子地址。',
  },
  'session.email_blocklist.email_not_allowed': {
    en: 'The email address "{{email}}" is restricted. Please choose a different one.',
    'zh-CN': '电子邮件地址 "{{email}}" 受限。请选择其他地址。',
  },
  'user.sign_in_method_not_enabled': {
    en: 'This sign-in method is not enabled.',
    'zh-CN': '登录方式尚未启用。',
  },
  'user.same_password': {
    en: 'New password cannot be the same as your old password.',
    'zh-CN': '为确保账户安全，新密码不能与旧密码一致。',
  },
  'user.new_password_required_in_profile': {
    en: 'You need to set a new password.',
    'zh-CN': '请设置新密码。',
  },
  'user.password_exists_in_profile': {
    en: 'Password already exists in your profile.',
    'zh-CN': '当前用户已设置密码，无需重复操作。',
  },
  'user.username_exists_in_profile': {
    en: 'Username already exists in your profile.',
    'zh-CN': '当前用户已设置用户名，无需重复操作。',
  },
  'user.email_exists_in_profile': {
    en: 'Your profile has already associated with an email address.',
    'zh-CN': '当前用户已绑定邮箱，无需重复操作。',
  },
  'user.phone_exists_in_profile': {
    en: 'Your profile has already associated with a phone number.',
    'zh-CN': '当前用户已绑定手机号，无需重复操作。',
  },
  'user.suspended': { en: 'This account is suspended.', 'zh-CN': '账号已被禁用。' },
  'user.email_not_exist': {
    en: 'The email address has not been registered yet.',
    'zh-CN': '邮箱地址尚未注册。',
  },
  'user.user_not_exist': {
    en: 'User with {{ identifier }} does not exist.',
    'zh-CN': '未找到与 {{identifier}} 相关联的用户。',
  },
  'user.missing_profile': {
    en: 'You need to provide additional info before signing-in.',
    'zh-CN': '请于登录时提供必要的用户补充信息。',
  },
  'user.username_too_short': { en: 'Username is too short.', 'zh-CN': '用户名太短。' },
  'user.username_too_long': { en: 'Username is too long.', 'zh-CN': '用户名太长。' },
  'user.username_uppercase_not_allowed': {
    en: 'Username cannot contain uppercase letters.',
    'zh-CN': '用户名不能包含大写字母。',
  },
  'user.username_lowercase_not_allowed': {
    en: 'Username cannot contain lowercase letters.',
    'zh-CN': '用户名不能包含小写字母。',
  },
  'user.username_numbers_not_allowed': {
    en: 'Username cannot contain numbers.',
    'zh-CN': '用户名不能包含数字。',
  },
  'user.username_underscore_not_allowed': {
    en: 'Username cannot contain underscores.',
    'zh-CN': '用户名不能包含下划线。',
  },
  'verification_code.not_found': {
    en: 'Verification code not found. Please send verification code first.',
    'zh-CN': '验证码不存在，请先请求发送验证码',
  },
  'verification_code.email_mismatch': {
    en: 'Email mismatch. Please request a new verification code.',
    'zh-CN': '邮箱地址不匹配，请尝试请求新的验证码。',
  },
  'verification_code.code_mismatch': { en: 'Invalid verification code.', 'zh-CN': '验证码不正确' },
  'verification_code.expired': {
    en: 'Verification code has expired. Please request a new verification code.',
    'zh-CN': '验证码已过期，请尝试请求新的验证码。',
  },
  'verification_code.exceed_max_try': {
    en: 'Verification code retries limitation exceeded. Please request a new verification code.',
    'zh-CN': '超过最大验证次数，请尝试请求新的验证码。',
  },
  'password.expired': {
    en: 'Your password has expired. Please reset your password to continue.',
    'zh-CN': '您的密码已过期。请重置密码以继续。',
  },
  'password.rejected': {
    en: 'Password rejected. Please check if your password meets the requirements.',
    'zh-CN': '密码被拒绝。请检查密码是否符合要求。',
  },
  'request.message_rate_limited': {
    en: 'Too many messages sent to this recipient. Please try again later.',
    'zh-CN': 'Too many messages sent to this recipient. Please try again later.',
  },
};
