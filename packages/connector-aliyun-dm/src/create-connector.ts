import {
  ConnectorType,
  type CreateConnector,
  type EmailConnector,
  type SendMessageFunction,
} from '@logto/connector-kit';
import { configGuard } from './config-guard.ts';
import { refusedHere } from './errors.ts';
import { limitProblem } from './limits.ts';
import { buildMail } from './mail.ts';
import { metadata } from './metadata.ts';
import { selectTemplate } from './select-template.ts';
import { sendMail } from './send-mail.ts';
import { sensitiveTexts } from './sensitive.ts';
import { readSettings } from './settings.ts';

/** What Logto calls to get the connector; at start-up with a `getConfig` that throws. */
export const createConnector: CreateConnector<EmailConnector> = async ({
  getConfig,
  getI18nEmailTemplate,
}) => {
  const sendMessage: SendMessageFunction = async (data, givenConfig) => {
    const settings = readSettings(givenConfig ?? (await getConfig(metadata.id)));
    const template = await selectTemplate(data, settings.templates, getI18nEmailTemplate);
    const mail = buildMail(data, template, settings);
    const problem = limitProblem(mail);
    if (problem) {
      throw refusedHere(problem);
    }
    return sendMail(mail, settings, (credentials) => sensitiveTexts(data, mail, credentials));
  };
  return { metadata, type: ConnectorType.Email, configGuard, sendMessage };
};
