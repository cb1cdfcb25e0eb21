import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { readAnswer } from './answer.ts';
import { type Credentials, credentialsFor } from './credentials.ts';
import { refusedByProvider, unanswered, unreadableAnswer } from './errors.ts';
import { formEncode } from './form-encode.ts';
import { askOnce } from './http-request.ts';
import type { Mail } from './mail.ts';
import { mayRepeat, type Outcome, pauseBefore } from './retry.ts';
import type { Settings } from './settings.ts';
import { signedHeaders } from './signed-headers.ts';

/**
 * Sends one mail, at most once: it is tried again only after an outcome that cannot have sent it.
 *
 * @param sensitive what no error may repeat, the key that signs included
 * @throws ConnectorError with the reason
 */
export async function sendMail(
  mail: Mail,
  settings: Settings,
  sensitive: (credentials: Credentials) => readonly string[],
) {
  const end = performance.now() + settings.timeout;
  const { url, signedHost, connectTimeout, maxRetries } = settings;
  const source = credentialsFor(settings);
  const credentials = await source.get();
  const body = formEncode({ ...mail });
  const call = { action: 'SingleSendMail', version: '2015-11-23', body };

  const attempt = async (): Promise<Outcome> => {
    // A new date and nonce for each: the service refuses a nonce it has seen.
    const headers = signedHeaders(call, signedHost, credentials, new Date(), randomUUID());
    const remaining = Math.max(1, Math.ceil(end - performance.now()));
    const result = await askOnce({ url, headers, body }, connectTimeout, remaining);
    return 'failure' in result
      ? { kind: 'unanswered', ...result }
      : { ...readAnswer(result.status, result.text), status: result.status };
  };

  let outcome = await attempt();
  for (let retry = 1; retry <= maxRetries && mayRepeat(outcome); retry += 1) {
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
      if (outcome.code.startsWith('InvalidSecurityToken.')) {
        source.forget();
      }
      throw refusedByProvider(outcome.code, outcome.requestId, sensitive(credentials));
    case 'unreadable':
      throw unreadableAnswer(outcome.status);
    case 'unanswered':
      throw unanswered(outcome);
  }
}
