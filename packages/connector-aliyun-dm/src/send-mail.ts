import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { readAnswer } from './answer.ts';
import { refusedByProvider, unanswered, unreadableAnswer } from './errors.ts';
import { formEncode } from './form-encode.ts';
import { post } from './http-post.ts';
import type { Mail } from './mail.ts';
import { mayRepeat, type Outcome, pauseBefore } from './retry.ts';
import type { Settings } from './settings.ts';
import { signedHeaders } from './signed-headers.ts';

/**
 * Sends one mail, at most once: it is tried again only after an outcome that cannot have sent it.
 *
 * @param sensitive what no error may repeat
 * @throws ConnectorError with the reason
 */
export async function sendMail(mail: Mail, settings: Settings, sensitive: readonly string[]) {
  const body = formEncode({ ...mail });
  const end = performance.now() + settings.timeout;

  const attempt = async (): Promise<Outcome> => {
    // A new date and nonce for each: the service refuses a nonce it has seen.
    const headers = signedHeaders(settings, body, new Date(), randomUUID());
    const remaining = Math.max(1, Math.ceil(end - performance.now()));
    const result = await post(settings.url, headers, body, settings.connectTimeout, remaining);
    return 'failure' in result
      ? { kind: 'unanswered', ...result }
      : { ...readAnswer(result.status, result.text), status: result.status };
  };

  let outcome = await attempt();
  for (let retry = 1; retry <= settings.maxRetries && mayRepeat(outcome); retry += 1) {
    const wait = pauseBefore(retry, Math.random());
    if (performance.now() + wait >= end) {
      break;
    }
    await pause(wait);
    outcome = await attempt();
  }

  switch (outcome.kind) {
    case 'sent':
      return { EnvId: outcome.EnvId, RequestId: outcome.RequestId };
    case 'refused':
      throw refusedByProvider(outcome.code, outcome.requestId, sensitive);
    case 'unreadable':
      throw unreadableAnswer(outcome.status);
    case 'unanswered':
      throw unanswered(outcome);
  }
}
