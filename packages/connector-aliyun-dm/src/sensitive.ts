import type { SendMessageData } from '@logto/connector-kit';
import type { Settings } from './settings.ts';

/** What must never appear in an error, whoever would put it there. */
export const sensitiveTexts = (
  { accessKeyId, accessKeySecret, securityToken }: Settings,
  { to, payload }: SendMessageData,
): string[] =>
  [accessKeyId, accessKeySecret, securityToken, to, payload.code, payload.link].filter(
    (text) => typeof text === 'string' && text !== '',
  ) as string[];
