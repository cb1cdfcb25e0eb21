import type { Network, RegionId } from './region.ts';

/** One mail as the configuration holds it; Logto's own e-mail templates win over it. */
export interface ConfiguredTemplate {
  /**
   * What the mail is for: `SignIn`, `Register`, `ForgotPassword`, `Generic` (these four are
   * required), `OrganizationInvitation`, `UserPermissionValidation`, `BindNewIdentifier`,
   * `MfaVerification`, `BindMfa`, or a type that a later Logto brings.
   */
  usageType: string;
  /** Up to 256 characters once its placeholders are filled. */
  subject: string;
  /** With `{{code}}` or `{{link}}`; other placeholders such as `{{application.name}}` as wanted. */
  content: string;
  /** `text/html` when left out. Values are HTML-escaped in `text/html` only. */
  contentType?: 'text/html' | 'text/plain';
  /** `address` or `Name <address>`; wins over the configuration's `replyTo`. */
  replyTo?: string;
  /** A name, an address that is a sender address in the console, or `Name <address>`. */
  sendFrom?: string;
}

/**
 * What the connector takes. Every configuration of `@logto/connector-aliyun-dm` is one of these, but
 * for verification templates that have neither `{{code}}` nor `{{link}}`.
 */
export interface AliyunDmConfig {
  /** AccessKey ID of a RAM user that may `dm:SingleSendMail`, or of STS credentials. */
  accessKeyId: string;
  /** Secret of that AccessKey. It signs; it is never sent. */
  accessKeySecret: string;
  /** Security token of temporary (STS) credentials. */
  securityToken?: string;
  /** Region in which the sender address is set up. Default `cn-hangzhou`. */
  regionId?: RegionId | '';
  /** `vpc` when Logto runs inside a VPC of that region. Default `public`. */
  network?: Network | '';
  /** Origin to send to instead of the region's, e.g. `http://localhost:3010`. */
  endpoint?: string;
  /** The sender address as set up in the console. */
  accountName: string;
  /** Name shown as the sender; cut to 14 characters. */
  fromAlias?: string;
  /** Where answers go: `address` or `Name <address>`; the name is cut to 15 characters. */
  replyTo?: string;
  /** E-mail tag of the console: 1 to 128 of `A-Za-z0-9_-`. Required for `clickTrace`. */
  tagName?: string;
  /** Lets Direct Mail track opens and clicks. Default `false`. */
  clickTrace?: boolean;
  /** Milliseconds to establish the connection. 1 to 60000, default 3000. */
  connectTimeout?: number | string;
  /** Milliseconds for the whole send, retries included. 1 to 60000, default 10000. */
  timeout?: number | string;
  /** Further attempts after a failure that cannot have sent a mail. 0 to 2, default 2. */
  maxRetries?: number | string;
  /** One for each of `SignIn`, `Register`, `ForgotPassword`, `Generic` at least. */
  templates: ConfiguredTemplate[];
}
