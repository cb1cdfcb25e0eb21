import type { ConfiguredTemplate } from './config.ts';
import type { ConfigProblem } from './config-rules.ts';
import { isAddress, type Mailbox, parseReplyTo, parseSender } from './mailbox.ts';

/** The types that every configuration has to have, as the official connector demands. */
export const requiredTypes = ['Register', 'SignIn', 'ForgotPassword', 'Generic'] as const;

/** The types whose mail is pointless without a code or a link. An invitation may do without. */
const verificationTypes: readonly string[] = [
  ...requiredTypes,
  'UserPermissionValidation',
  'BindNewIdentifier',
  'MfaVerification',
  'BindMfa',
];

const codeOrLink = /{{\s*(?:code|link)\s*}}/;

/** An address that is written out has to be one; a placeholder is filled later. */
function hasBadAddress({ address }: Mailbox): boolean {
  return address !== undefined && !address.includes('{{') && !isAddress(address);
}

/** Whether some reader would get a mail without code and link: the texts of each body alone. */
function locksOut({ subject, content, text, templateId, templateData = {} }: ConfiguredTemplate) {
  const bodies = templateId ? [Object.values(templateData).join('\n')] : [content, text];
  return bodies.some((body) => body !== undefined && !codeOrLink.test(`${subject}\n${body}`));
}

/** What is wrong with one template, each with the field it is about. */
function problemsOf(template: ConfiguredTemplate): [string, string][] {
  const { content, contentType, replyTo, sendFrom, subject, templateId, usageType } = template;
  const problems: [string, string, boolean][] = [
    [
      'contentType',
      'contentType has to be one of text/html, text/plain.',
      Boolean(contentType) && !['text/html', 'text/plain'].includes(contentType ?? ''),
    ],
    [
      'replyTo',
      'replyTo has no address: write address@example.com or Name <address@example.com>.',
      Boolean(replyTo) && hasBadAddress(parseReplyTo(replyTo ?? '')),
    ],
    [
      'sendFrom',
      'sendFrom has something else than one address: write a name, address@example.com or Name <address@example.com>.',
      Boolean(sendFrom) && hasBadAddress(parseSender(sendFrom ?? '')),
    ],
    ['subject', 'subject is empty: write one.', !subject.trim()],
    [
      'content',
      'content is empty: write one, or name a templateId of Direct Mail.',
      !content?.trim() && !templateId,
    ],
    [
      'content',
      `The template ${usageType} has neither {{code}} nor {{link}}: put one of them into its content.`,
      verificationTypes.includes(usageType) && locksOut(template),
    ],
  ];
  return problems.filter(([, , isProblem]) => isProblem).map(([field, text]) => [field, text]);
}

/** What is wrong with the templates of a configuration. */
export function templateProblems(templates: readonly ConfiguredTemplate[]): ConfigProblem[] {
  const missing = requiredTypes.filter((type) => !templates.some((one) => one.usageType === type));
  const inThem = templates.flatMap((template, index) =>
    problemsOf(template).map(([field, message]) => ({
      path: ['templates', index, field],
      message,
    })),
  );
  const message = `templates has none for ${missing.join(', ')}: add one for each.`;
  return missing.length > 0 ? [{ path: ['templates'], message }, ...inThem] : inThem;
}
