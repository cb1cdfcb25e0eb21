import type { EmailTemplateDetails } from '@logto/connector-kit';
import type { Context } from '../context.ts';

/**
 * The tenant's e-mail template that a connector should use, by Logto's order: the type in the language
 * asked for, the type in the fallback language, Generic in the fallback language. Without any, the
 * connector uses those of its own configuration.
 *
 * @param languageTag such as `zh-CN`
 */
export function findEmailTemplate(
  { store }: Pick<Context, 'store'>,
  type: string,
  languageTag?: string,
): EmailTemplateDetails | undefined {
  const find = (templateType: string, tag: string) =>
    store.emailTemplates.find(
      (template) => template.templateType === templateType && template.languageTag === tag,
    )?.details;
  const { fallbackLanguage } = store.signInExperience.languageInfo;
  return (
    (languageTag && find(type, languageTag)) ||
    find(type, fallbackLanguage) ||
    find('Generic', fallbackLanguage)
  );
}
