import type { Messages } from './messages.ts';

/** Messages of the errors that a connector raises. */
export const connectorMessages: Messages = {
  'connector.not_found': {
    en: 'Cannot find any available connector for type: {{type}}.',
    'zh-CN': '找不到可用的 {{type}} 类型的连接器',
  },
  'connector.general': {
    en: 'Error occurred in connector: {{errorDescription}}',
    'zh-CN': '连接器发生错误：{{errorDescription}}',
  },
  'connector.invalid_config': {
    en: "The connector's config is invalid.",
    'zh-CN': '连接器配置错误',
  },
  'connector.template_not_found': {
    en: 'Unable to find correct template in connector config.',
    'zh-CN': '无法从连接器配置中找到对应的模板',
  },
  'connector.rate_limit_exceeded': {
    en: 'Trigger rate limit. Please try again later.',
    'zh-CN': '触发速率限制。请稍后再试。',
  },
  'connector.not_implemented': {
    en: '{{method}}: has not been implemented yet.',
    'zh-CN': '方法 {{method}} 尚未实现',
  },
  'connector.invalid_request_parameters': {
    en: 'The request is with wrong input parameter(s).',
    'zh-CN': '请求参数错误',
  },
  'connector.insufficient_request_parameters': {
    en: 'The request might miss some input parameters.',
    'zh-CN': '请求参数缺失',
  },
  'connector.invalid_response': {
    en: "The connector's response is invalid.",
    'zh-CN': '连接器错误响应',
  },
  'connector.template_not_supported': {
    en: 'The connector does not support this template type.',
    'zh-CN': '连接器不支持此模板类型。',
  },
  'connector.authorization_failed': {
    en: "The user's authorization process is unsuccessful.",
    'zh-CN': '用户授权流程失败',
  },
  'connector.invalid_metadata': {
    en: "The connector's metadata is invalid.",
    'zh-CN': '连接器 metadata 参数错误',
  },
  'connector.invalid_config_guard': {
    en: "The connector's config guard is invalid.",
    'zh-CN': '连接器配置 guard 错误',
  },
  'connector.unexpected_type': {
    en: "The connector's type is unexpected.",
    'zh-CN': '连接器类型错误',
  },
  'connector.invalid_certificate': {
    en: "The connector's certificate is invalid, please make sure the certificate is in PEM encoding.",
    'zh-CN': '连接器的证书无效，请确保证书采用PEM编码。',
  },
};
