/** Messages of the errors that a signed-in user's own requests get. */
export const accountMessages = {
  'verification_record.not_found': {
    en: 'Verification record not found.',
    'zh-CN': '未找到验证记录。',
  },
  'verification_record.permission_denied': {
    en: 'Permission denied, please re-authenticate.',
    'zh-CN': '权限被拒绝，请重新验证。',
  },
  'account_center.not_enabled': {
    en: 'Account center is not enabled.',
    'zh-CN': '账户中心未启用。',
  },
  'account_center.field_not_editable': {
    en: 'Field is not editable.',
    'zh-CN': '字段不可编辑。',
  },
  'user.last_sign_in_method_required': {
    en: 'You need to keep at least one identifier in your account.',
    'zh-CN': '你的账户至少需要保留一种可用的登录方式。',
  },
};
