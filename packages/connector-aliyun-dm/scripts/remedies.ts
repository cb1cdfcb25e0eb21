import type { Texts } from '../src/settings-table.ts';

/** What to do about an error, in short, for the READMEs; by the first code of those that mean the same. */
export const remedies: Readonly<Record<string, Texts>> = {
  Throttling: {
    en: 'Wait. 100 requests a second are allowed to an account; Quota Center (配额中心) raises it',
    'zh-CN': '稍候再试。每个账号每秒 100 次请求，可在配额中心申请提高',
  },
  ServiceUnavailable: {
    en: 'The mail may have been sent: look into the mailbox first',
    'zh-CN': '邮件可能已发出：先查看收件箱',
  },
  SignatureNonceUsed: {
    en: 'Something on the way repeats requests, and the mail may have been sent: look at the proxy',
    'zh-CN': '网络路径上有组件在重复请求，邮件可能已发出：检查代理',
  },
  'InvalidTimeStamp.Expired': {
    en: "Set the server's clock by NTP",
    'zh-CN': '用 NTP 校准服务器时钟',
  },
  SignatureDoesNotMatch: {
    en: 'Enter an AccessKey ID and Secret that belong together; behind a proxy set `signedHost`',
    'zh-CN': '填写配对的 AccessKey ID 与 Secret；经过代理时设置 `signedHost`',
  },
  'InvalidAccessKeyId.NotFound': {
    en: 'RAM > Users (用户) > AccessKey: enable it or make another',
    'zh-CN': 'RAM > 用户 > AccessKey：启用或新建',
  },
  'InvalidSecurityToken.Expired': {
    en: 'Enter new temporary credentials, or choose a source that renews them',
    'zh-CN': '填写新的临时凭证，或改用会自动续期的凭证来源',
  },
  'InvalidSecurityToken.Malformed': {
    en: 'Enter all three parts of one set of temporary credentials',
    'zh-CN': '填写同一组临时凭证的三个部分',
  },
  'Forbidden.RAM': {
    en: 'RAM > Users > Permissions (权限管理): grant `dm:SingleSendMail`',
    'zh-CN': 'RAM > 用户 > 权限管理：授予 `dm:SingleSendMail`',
  },
  'Forbidden.RiskControl': {
    en: 'The account is blocked: open a ticket (工单)',
    'zh-CN': '账号被风控：提交工单',
  },
  'Forbidden.UserVerification': {
    en: "Finish the account's real-name verification (实名认证)",
    'zh-CN': '完成账号实名认证',
  },
  MissingParameter: { en: 'Fill in the required settings', 'zh-CN': '填写所有必填项' },
  'InvalidMailAddress.NotFound': {
    en: 'Create the sender address (发信地址), or choose its region',
    'zh-CN': '创建发信地址，或选择它所在的地域',
  },
  'InvalidMailAddressStatus.Malformed': {
    en: 'Verify the domain (发信域名) and the sender address',
    'zh-CN': '完成发信域名与发信地址的验证',
  },
  InvalidToAddress: {
    en: 'The recipient: a typing error, or listed under Invalid Addresses (无效地址)',
    'zh-CN': '收件地址：输入有误，或在无效地址列表中',
  },
  'InvalidSubject.Malformed': { en: "Correct the template's subject", 'zh-CN': '修正模板主题' },
  'InvalidFromAlias.Malformed': { en: "Shorten the sender's name", 'zh-CN': '缩短发信人昵称' },
  'InvalidReplyAddress.Malformed': {
    en: 'Correct `replyTo` of the connector or of the template',
    'zh-CN': '修正连接器或模板的 `replyTo`',
  },
  'InvalidReplyAddressAlias.Malformed': {
    en: 'Shorten the name in `replyTo`',
    'zh-CN': '缩短 `replyTo` 中的名称',
  },
  InvalidBody: { en: "Correct the template's content", 'zh-CN': '修正模板内容' },
  'InvalidSendMail.Spam': {
    en: 'Overview (概览) shows the quota; make the template plainer. Before kit 5.1.1 it is `rate_limit_exceeded`',
    'zh-CN': '在概览中查看额度，并精简模板。kit 5.1.1 之前为 `rate_limit_exceeded`',
  },
  'InvalidTemplate.NotFound': {
    en: 'Look up `templateId` in Email Templates (模板管理)',
    'zh-CN': '在模板管理中核对 `templateId`',
  },
};
