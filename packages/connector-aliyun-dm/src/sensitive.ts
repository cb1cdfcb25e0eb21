import type { SendMessageData } from '@logto/connector-kit';
import type { Credentials } from './credentials.ts';
import type { Mail } from './mail.ts';

/** What must never appear in an error, whoever would put it there. */
export function sensitiveTexts(
  { payload: { code, link } }: SendMessageData,
  { ToAddress, Subject, HtmlBody, TextBody, Template }: Mail,
  { accessKeyId, accessKeySecret, securityToken }: Credentials,
): string[] {
  return [
    accessKeyId,
    accessKeySecret,
    securityToken,
    code,
    link,
    ToAddress,
    Subject,
    HtmlBody,
    TextBody,
    Template,
  ].filter((text) => typeof text === 'string');
}

/** As many characters in common are no accident. */
const tellingLength = 8;

/** Letters and digits alone, so that neither hyphens nor capitals hide an echo. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether an id of the other side repeats nothing of the request, as a whole or in part. */
export function repeatsNothing(id: string, sensitive: readonly string[]): boolean {
  const text = bare(id);
  const starts = Math.max(1, text.length - tellingLength + 1);
  const parts = Array.from({ length: starts }, (_, at) => text.slice(at, at + tellingLength));
  return !sensitive
    .map(bare)
    .some((one) => one !== '' && (text.includes(one) || parts.some((part) => one.includes(part))));
}
