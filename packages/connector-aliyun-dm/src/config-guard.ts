import {
  emailTemplateDetailsGuard,
  sendMessageDataGuard,
  socialConnectorMetadataGuard,
  tokenResponseGuard,
} from '@logto/connector-kit';
import { configProblems } from './config-rules.ts';

// The schemas grow out of the kit's own guards. So they are made by the very zod that this Logto
// runs, and the package carries no second copy of it.
const text = sendMessageDataGuard.shape.to;
const optionalText = text.optional();
const optionalFlag = socialConnectorMetadataGuard.shape.isStandard;
/** A number, or a text as a form may hand it over. */
const optionalNumber = tokenResponseGuard.shape.expires_in;

const template = emailTemplateDetailsGuard.extend({
  usageType: text,
  contentType: optionalText,
});

/** Which fields there are, and of which types. */
const shape = emailTemplateDetailsGuard.pick({}).extend({
  accessKeyId: text,
  accessKeySecret: text,
  securityToken: optionalText,
  regionId: optionalText,
  network: optionalText,
  endpoint: optionalText,
  accountName: text,
  fromAlias: optionalText,
  replyTo: optionalText,
  tagName: optionalText,
  clickTrace: optionalFlag,
  connectTimeout: optionalNumber,
  timeout: optionalNumber,
  maxRetries: optionalNumber,
  templates: template.array(),
});

/** A configuration of the right types; what its values may be is in `config-rules.ts`. */
export type ShapedConfig = (typeof shape)['_output'];

/**
 * Whether a configuration can be used; no message repeats a value of it.
 *
 * It takes whatever the official connector takes, but for a verification template that has neither
 * `{{code}}` nor `{{link}}`: such a mail would lock its reader out.
 */
export const configGuard = shape.superRefine((config, context) => {
  for (const { path, message } of configProblems(config)) {
    context.addIssue({ code: 'custom', path, message });
  }
});
