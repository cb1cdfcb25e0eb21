import {
  emailTemplateDetailsGuard,
  sendMessageDataGuard,
  socialConnectorMetadataGuard,
  tokenResponseGuard,
} from '@logto/connector-kit';
import { endpointProblem } from './endpoint.ts';
import { parseMailbox } from './mailbox.ts';
import { networks, regionIds } from './region.ts';
import { templateProblems } from './template-rules.ts';

// The schemas grow out of the kit's own guards. So they are made by the very zod that this Logto
// runs, and the package carries no second copy of it.
const text = sendMessageDataGuard.shape.to;
const flag = socialConnectorMetadataGuard.shape.isStandard;
const numeric = tokenResponseGuard.shape.expires_in;

/** An optional text with a rule of its own. Empty counts as absent, as it does in the Console. */
const checked = (problemOf: (value: string) => string | undefined) =>
  text
    .superRefine((value, context) => {
      const message = value.trim() && problemOf(value.trim());
      if (message) {
        context.addIssue({ code: 'custom', message });
      }
    })
    .optional();

/** A whole number of a range; the Console may hand it over as text. */
const whole = (name: string, lowest: number, highest: number) =>
  numeric.superRefine((value, context) => {
    if (value === undefined || value === '') {
      return;
    }
    const number = Number(value);
    if (!Number.isInteger(number) || number < lowest || number > highest) {
      context.addIssue({
        code: 'custom',
        message: `${name} has to be a whole number from ${lowest} to ${highest}.`,
      });
    }
  });

const oneOf = (name: string, values: readonly string[]) =>
  checked((value) =>
    values.includes(value) ? undefined : `${name} has to be one of ${values.join(', ')}.`,
  );

const template = emailTemplateDetailsGuard.extend({
  usageType: text,
  contentType: oneOf('contentType', ['text/html', 'text/plain']),
});

/**
 * Whether a configuration can be used; no message repeats a value of it.
 *
 * It takes whatever the official connector takes, but for a verification template that has neither
 * `{{code}}` nor `{{link}}`: such a mail would lock its reader out.
 */
export const configGuard = emailTemplateDetailsGuard
  .pick({})
  .extend({
    accessKeyId: text,
    accessKeySecret: text,
    securityToken: text.optional(),
    regionId: oneOf('regionId', regionIds),
    network: oneOf('network', networks),
    endpoint: checked(endpointProblem),
    accountName: text,
    fromAlias: text.optional(),
    replyTo: checked((value) =>
      parseMailbox(value).address?.includes('@')
        ? undefined
        : 'replyTo has no address: write address@example.com or Name <address@example.com>.',
    ),
    tagName: checked((value) =>
      /^[\w-]{1,128}$/.test(value)
        ? undefined
        : 'tagName has to be 1 to 128 letters, digits, underscores or hyphens.',
    ),
    clickTrace: flag,
    connectTimeout: whole('connectTimeout', 1, 60_000),
    timeout: whole('timeout', 1, 60_000),
    maxRetries: whole('maxRetries', 0, 2),
    templates: template.array().superRefine((templates, context) => {
      for (const message of templateProblems(templates)) {
        context.addIssue({ code: 'custom', message });
      }
    }),
  })
  .superRefine(({ clickTrace, tagName, endpoint, network, regionId }, context) => {
    if (clickTrace && !tagName?.trim()) {
      context.addIssue({
        code: 'custom',
        path: ['tagName'],
        message: 'clickTrace needs a tagName: create an e-mail tag in the Direct Mail console.',
      });
    }
    if (network === 'vpc' && regionId === 'ap-southeast-2' && !endpoint?.trim()) {
      context.addIssue({
        code: 'custom',
        path: ['network'],
        message: 'network vpc has no endpoint in ap-southeast-2: use public.',
      });
    }
  });
