/** Messages of the errors around connectors, as Logto words them. */
export const connectorMessages = {
  'connector.authorization_failed': {
    en: "The user's authorization process is unsuccessful.",
    'zh-CN': '用户授权流程失败',
  },
  'connector.can_not_modify_target': {
    en: "The connector 'target' can not be modified.",
    'zh-CN': '不可修改连接器 target。',
  },
  'connector.cannot_overwrite_metadata_for_non_standard_connector': {
    en: "This connector's 'metadata' cannot be overwritten.",
    'zh-CN': '不可覆盖该连接器的 metadata 参数。',
  },
  'connector.email_connector.bulk_deletion_no_filter': {
    en: 'At least one filter condition must be provided to perform bulk deletion by properties. Supported properties are: {{properties}}.',
    'zh-CN': '必须提供至少一个过滤条件才能通过属性执行批量删除。支持的属性有：{{properties}}。',
  },
  'connector.general': {
    en: 'Error occurred in connector: {{errorDescription}}',
    'zh-CN': '连接器发生错误：{{errorDescription}}',
  },
  'connector.insufficient_request_parameters': {
    en: 'The request might miss some input parameters.',
    'zh-CN': '请求参数缺失',
  },
  'connector.invalid_certificate': {
    en: "The connector's certificate is invalid, please make sure the certificate is in PEM encoding.",
    'zh-CN': '连接器的证书无效，请确保证书采用PEM编码。',
  },
  'connector.invalid_config': {
    en: "The connector's config is invalid.",
    'zh-CN': '连接器配置错误',
  },
  'connector.invalid_config_guard': {
    en: "The connector's config guard is invalid.",
    'zh-CN': '连接器配置 guard 错误',
  },
  'connector.invalid_metadata': {
    en: "The connector's metadata is invalid.",
    'zh-CN': '连接器 metadata 参数错误',
  },
  'connector.invalid_request_parameters': {
    en: 'The request is with wrong input parameter(s).',
    'zh-CN': '请求参数错误',
  },
  'connector.invalid_response': {
    en: "The connector's response is invalid.",
    'zh-CN': '连接器错误响应',
  },
  'connector.invalid_type_for_syncing_profile': {
    en: 'You can only sync user profile with social connectors.',
    'zh-CN': '只有社交连接器可以开启用户档案同步。',
  },
  'connector.more_than_one_connector_factory': {
    en: 'Found multiple connector factories (with id {{connectorIds}}), you may uninstall unnecessary ones.',
    'zh-CN': '找到多个连接器工厂（id 为 {{connectorIds}}），请删除多余项。',
  },
  'connector.not_found': {
    en: 'Cannot find any available connector for type: {{type}}.',
    'zh-CN': '找不到可用的 {{type}} 类型的连接器',
  },
  'connector.not_found_with_connector_id': {
    en: 'Can not find connector with given standard connector id.',
    'zh-CN': '找不到所给 connector id 对应的连接器',
  },
  'connector.not_implemented': {
    en: '{{method}}: has not been implemented yet.',
    'zh-CN': '方法 {{method}} 尚未实现',
  },
  'connector.rate_limit_exceeded': {
    en: 'Trigger rate limit. Please try again later.',
    'zh-CN': '触发速率限制。请稍后再试。',
  },
  'connector.social_auth_code_invalid': {
    en: 'Unable to get access token, please check authorization code.',
    'zh-CN': '无法获取 access_token，请检查授权 code 是否有效',
  },
  'connector.social_invalid_access_token': {
    en: "The connector's access token is invalid.",
    'zh-CN': '当前连接器的 access_token 无效',
  },
  'connector.social_invalid_id_token': {
    en: "The connector's id token is invalid.",
    'zh-CN': '当前连接器的 id_token 无效',
  },
  'connector.template_not_found': {
    en: 'Unable to find correct template in connector config.',
    'zh-CN': '无法从连接器配置中找到对应的模板',
  },
  'connector.template_not_supported': {
    en: 'The connector does not support this template type.',
    'zh-CN': '连接器不支持此模板类型。',
  },
  'connector.token_storage_not_supported': {
    en: 'This connector does not support token storage. ',
    'zh-CN': '此连接器不支持令牌存储。',
  },
  'connector.unexpected_type': {
    en: "The connector's type is unexpected.",
    'zh-CN': '连接器类型错误',
  },
  'connector.usage_limit_exceeded': {
    en: 'The email service usage limit has been reached.',
    'zh-CN': '已达到邮件服务使用上限。',
  },
};
