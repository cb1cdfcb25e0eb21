import {
  ConnectorError,
  type GetI18nEmailTemplate,
  type SendMessageData,
  TemplateType,
} from '@logto/connector-kit';
import type { AliyunDmConfig } from '../src/config.ts';
import createConnector from '../src/index.ts';

const type = TemplateType.SignIn;

export const message: SendMessageData = {
  to: 'ada@example.com',
  type,
  payload: { code: '135790', locale: 'en' },
};

/** Sends through the connector as Logto does, with the configuration from its database. */
export async function send(
  config: AliyunDmConfig,
  data: Partial<SendMessageData> = {},
  getI18nEmailTemplate?: GetI18nEmailTemplate,
) {
  const { sendMessage } = await createConnector({
    getConfig: async () => config,
    ...(getI18nEmailTemplate && { getI18nEmailTemplate }),
  });
  return sendMessage({ ...message, ...data });
}

/** The ConnectorError that sending ends in; anything else fails the test. */
export async function failureOf(sending: Promise<unknown>) {
  const error = await sending.then(
    () => new Error('The mail was sent.'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof ConnectorError)) {
    throw error;
  }
  return {
    code: error.code,
    ...(error.data as { errorDescription: string; Code?: string; RequestId?: string }),
  };
}
