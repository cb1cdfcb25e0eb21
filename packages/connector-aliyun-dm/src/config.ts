import type { settingsTable, Typed } from './settings-table.ts';

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
  content?: string;
  /** Of `content`: `text/html` when left out. Values are HTML-escaped in `text/html` only. */
  contentType?: 'text/html' | 'text/plain';
  /** Plain text that goes out beside an HTML `content`. */
  text?: string;
  /** An address, or a name and an address; wins over the configuration's `replyTo`. */
  replyTo?: string;
  /** A name, an address that is a sender address in the console, or `Name <address>`. */
  sendFrom?: string;
  /** A template that is stored at Direct Mail, in place of `content` and `text`. */
  templateId?: string;
  /** Its variables, whose values may have placeholders. They are HTML-escaped as in `content`. */
  templateData?: Record<string, string>;
}

type Entry = (typeof settingsTable)[number];

/** What one setting may be. Empty counts as absent, as it does in Logto's Console. */
type ValueOf<S> =
  S extends Typed<infer Name, infer Type, boolean, infer Value>
    ? Name extends 'templates'
      ? ConfiguredTemplate[]
      : {
          text: string;
          secret: string;
          choice: Value | '';
          number: number | string;
          flag: boolean;
          json: Record<string, string>;
        }[Type]
    : never;

type Always = Extract<Entry, { always?: true }>;

/**
 * What the connector takes; each setting is described in `settings-table.ts` and in the README.
 * Every configuration of `@logto/connector-aliyun-dm` is one of these, but for those that cannot
 * send a usable mail.
 */
export type AliyunDmConfig = {
  [S in Always as S['name']]: ValueOf<S>;
} & {
  [S in Exclude<Entry, Always> as S['name']]?: ValueOf<S>;
};
