/** Messages of the errors that OpenID Connect answers. */
export const oidcMessages = {
  'oidc.aborted': { en: 'The end-user aborted interaction.', 'zh-CN': '用户终止了交互。' },
  'oidc.invalid_scope': {
    en: 'Invalid scope: {{error_description}}.',
    'zh-CN': '无效的范围: {{error_description}}。',
  },
  'oidc.invalid_token': { en: 'Invalid token provided.', 'zh-CN': 'Token 无效' },
  'oidc.invalid_client_metadata': {
    en: 'Invalid client metadata provided.',
    'zh-CN': '无效的客户端元数据',
  },
  'oidc.insufficient_scope': {
    en: 'Token missing scope `{{scope}}`.',
    'zh-CN': 'Token 缺少范围 `{{scope}}`.',
  },
  'oidc.invalid_request': { en: 'Request is invalid.', 'zh-CN': '请求无效' },
  'oidc.invalid_grant': { en: 'Grant request is invalid.', 'zh-CN': '授权请求无效' },
  'oidc.invalid_redirect_uri': {
    en: "`redirect_uri` did not match any of the client's registered `redirect_uris`.",
    'zh-CN': '无效返回链接, 该 redirect_uri 未被此应用注册。',
  },
  'oidc.access_denied': { en: 'Access denied.', 'zh-CN': '访问被拒绝' },
  'oidc.invalid_target': { en: 'Invalid resource indicator.', 'zh-CN': '请求资源无效' },
  'oidc.unsupported_grant_type': {
    en: 'Unsupported `grant_type` requested.',
    'zh-CN': '不支持的 grant_type',
  },
  'oidc.unsupported_response_mode': {
    en: 'Unsupported `response_mode` requested.',
    'zh-CN': '不支持的 response_mode',
  },
  'oidc.unsupported_response_type': {
    en: 'Unsupported `response_type` requested.',
    'zh-CN': '不支持的 response_type',
  },
  'oidc.server_error': {
    en: 'An unknown OIDC error occurred. Please try again later.',
    'zh-CN': '发生了未知的 OIDC 错误。请稍后再试。',
  },
  'oidc.provider_error_fallback': {
    en: 'An OIDC error occurred: {{code}}.',
    'zh-CN': '发生了 OIDC 错误: {{code}}。',
  },
};
