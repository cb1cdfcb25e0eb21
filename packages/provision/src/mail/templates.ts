import { codeBlock, layout, linkButton } from './layout.ts';
import { languages, type UsageType } from './texts.ts';

/** A mail as Logto's e-mail templates have it. */
export interface MailTemplate {
  languageTag: string;
  templateType: UsageType;
  details: { subject: string; content: string; contentType: 'text/html' };
}

/** Every mail that Logto sends, in every language that there is. */
export const mailTemplates: MailTemplate[] = Object.entries(languages).flatMap(
  ([languageTag, { preheader, validity, ignore, mails }]) =>
    Object.entries(mails).map(([type, { subject, title, lead, button }]) => ({
      languageTag,
      templateType: type as UsageType,
      details: {
        subject,
        content: layout({
          lang: languageTag,
          title,
          lead,
          ...(button
            ? { preheader: lead, main: linkButton(button, '{{link}}'), footnotes: [] }
            : {
                preheader: `{{code}} ${preheader} ${validity}`,
                main: codeBlock('{{code}}'),
                footnotes: [validity, ignore],
              }),
        }),
        contentType: 'text/html',
      },
    })),
);

/** The four that every connector has to have: Logto asks for its own templates first, in the visitor's language. */
export const connectorTemplates = mailTemplates
  .filter(({ languageTag }) => languageTag === 'en')
  .filter(({ templateType }) =>
    ['SignIn', 'Register', 'ForgotPassword', 'Generic'].includes(templateType),
  )
  .map(({ templateType, details }) => ({ usageType: templateType, ...details }));
