import {
  ConnectorError,
  ConnectorErrorCodes,
  type GetI18nEmailTemplate,
  type SendMessageData,
} from '@logto/connector-kit';
import type { ConfiguredTemplate } from './config.ts';
import type { MailTemplate } from './mail.ts';

async function lookUp(
  get: GetI18nEmailTemplate | undefined,
  ...wanted: Parameters<GetI18nEmailTemplate>
): Promise<MailTemplate | undefined> {
  try {
    return await get?.(...wanted);
  } catch {
    return undefined;
  }
}

/**
 * The template for a message: Logto's own for type and language, else the configured one for the
 * type, else the configured Generic. When Logto cannot look its templates up, the configured ones
 * do: a plainer mail is better than none.
 *
 * @throws ConnectorError `TemplateNotFound`
 */
export async function selectTemplate(
  { type, payload }: SendMessageData,
  templates: readonly ConfiguredTemplate[],
  getI18nEmailTemplate: GetI18nEmailTemplate | undefined,
): Promise<MailTemplate> {
  const find = (usageType: string) => templates.find((one) => one.usageType === usageType);
  const own = await lookUp(getI18nEmailTemplate, type, payload.locale);
  const template = own ?? find(type) ?? find('Generic');
  if (!template) {
    throw new ConnectorError(ConnectorErrorCodes.TemplateNotFound, {
      errorDescription:
        'There is no e-mail template for this message: add a Generic one in the Logto Console > Connectors.',
    });
  }
  return template;
}
