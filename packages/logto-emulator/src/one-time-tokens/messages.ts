/** Messages of the errors about one-time tokens. */
export const oneTimeTokenMessages = {
  'one_time_token.token_not_found': {
    en: 'Token {{token}} not found.',
    'zh-CN': '令牌 {{token}} 未找到。',
  },
  'one_time_token.email_mismatch': {
    en: 'Email mismatch with given token.',
    'zh-CN': '电子邮件与给定令牌不匹配。',
  },
  'one_time_token.interaction_event_mismatch': {
    en: 'The token cannot be used for this interaction.',
    'zh-CN': '该令牌不能用于此次交互。',
  },
  'one_time_token.token_expired': { en: 'The token is expired.', 'zh-CN': '令牌已过期。' },
  'one_time_token.token_consumed': {
    en: 'The token has been consumed.',
    'zh-CN': '令牌已被使用。',
  },
  'one_time_token.token_revoked': {
    en: 'The token has been revoked.',
    'zh-CN': '令牌已被撤销。',
  },
  'one_time_token.cannot_reactivate_token': {
    en: 'Cannot reactivate the token.',
    'zh-CN': '无法重新激活令牌。',
  },
};
