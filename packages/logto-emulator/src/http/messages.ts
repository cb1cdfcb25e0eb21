import { accountMessages } from '../account/messages.ts';
import { experienceMessages } from '../experience/messages.ts';
import { entityMessages } from '../management/common/entity-messages.ts';
import { connectorMessages } from '../management/connectors/connector-messages.ts';
import { signInExperienceMessages } from '../management/sign-in-experience/sign-in-experience-messages.ts';
import { oidcMessages } from '../oidc/messages.ts';
import { oneTimeTokenMessages } from '../one-time-tokens/messages.ts';

/** Error messages by code, in the languages of the sign-in pages; `{{name}}` is filled in. */
type Messages = Record<string, { en: string; 'zh-CN'?: string }>;

const messages: Messages = {
  ...connectorMessages,
  ...entityMessages,
  ...signInExperienceMessages,
  ...oidcMessages,
  ...experienceMessages,
  ...accountMessages,
  ...oneTimeTokenMessages,
};

export function hasMessage(code: string): boolean {
  return code in messages;
}

/**
 * The message of an error code in the caller's language; English where there is no translation.
 *
 * @param language a tag as `Accept-Language` has it, such as `zh-CN`
 */
export function errorMessage(
  code: string,
  language: 'en' | 'zh-CN',
  values: Record<string, unknown> = {},
): string {
  const message = messages[code];
  if (!message) {
    return code;
  }
  return (message[language] ?? message.en).replaceAll(/{{\s*(\w+)\s*}}/g, (whole, name: string) =>
    name in values ? String(values[name]) : whole,
  );
}
