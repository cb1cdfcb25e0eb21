/** What a list of mails shows of each. */
export interface MessageSummary {
  /** Grows from mail to mail, so that ids of one run sort by age. */
  id: string;
  /** ISO 8601 in UTC, from the emulator's clock. */
  created: string;
  from: { address: string; name: string };
  to: string[];
  bcc: string[];
  subject: string;
  /** `TagName` of the request; empty without one. */
  tag: string;
  /** What the mail is for in Logto's terms (`SignIn`, `Register`, …), or null when nothing says so. */
  usageType: string | null;
  /** The verification code, or null. */
  code: string | null;
  /** The first words of the text. */
  snippet: string;
  /** Bytes of HTML and text together. */
  size: number;
  read: boolean;
}

/** A mail with all that was sent. */
export type Message = MessageSummary & {
  /** `EnvId` of the answer that the sender got. */
  envId: string;
  /** `RequestId` of that answer. */
  requestId: string;
  replyTo: string | null;
  html: string;
  text: string;
  /** Every parameter of the request but the signature and the security token. */
  parameters: Record<string, string>;
  /** The mail's own headers, from the parameter `Headers`. */
  headers: Record<string, string>;
};
