import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readAnswer } from './answer.ts';
import { stsRefusal, stsUnanswered, tokenFileFailure } from './credential-errors.ts';
import type { Credentials, Session } from './credentials.ts';
import { formEncode } from './form-encode.ts';
import { askOnce, type HttpQuestion } from './http-request.ts';
import { readSession } from './session.ts';
import type { Settings } from './settings.ts';
import { signedHeaders } from './signed-headers.ts';

// The Security Token Service, API version 2015-04-01.

const version = '2015-04-01';

/** What both calls ask for: a session of one hour, the default and what every role allows. */
const wanted = { RoleSessionName: 'logto-aliyun-dm', DurationSeconds: '3600' };

async function ask(question: HttpQuestion, { connectTimeout, timeout }: Settings) {
  const result = await askOnce(question, connectTimeout, timeout);
  if ('failure' in result) {
    throw stsUnanswered(result);
  }
  const answer = readAnswer(result.status, result.text);
  if (answer.kind === 'refused') {
    throw stsRefusal(answer.code);
  }
  return readSession(result.text);
}

/**
 * A session of the role that the credentials may assume.
 *
 * @throws ConnectorError
 */
export function assumeRole(settings: Settings, own: Credentials): Promise<Session> {
  const { roleArn, stsUrl: url } = settings.credentials;
  const body = formEncode({ RoleArn: roleArn, ...wanted });
  const call = { action: 'AssumeRole', version, body };
  const headers = signedHeaders(call, url.host, own, new Date(), randomUUID());
  return ask({ url, headers, body }, settings);
}

/**
 * A session of the role that the OIDC token of this pod may assume. The call is not signed: the
 * token, which the cluster renews in its file, says who asks.
 *
 * @throws ConnectorError
 */
export async function assumeRoleWithOidc(settings: Settings): Promise<Session> {
  const { oidcProviderArn, oidcTokenFile, roleArn, stsUrl } = settings.credentials;
  const OIDCToken = await readFile(oidcTokenFile, 'utf8').catch((error) => {
    throw tokenFileFailure(error.code);
  });
  const url = new URL(stsUrl);
  url.search = formEncode({
    Version: version,
    Action: 'AssumeRoleWithOIDC',
    Format: 'JSON',
    Timestamp: `${new Date().toISOString().slice(0, 19)}Z`,
  });
  const body = formEncode({
    OIDCProviderArn: oidcProviderArn,
    OIDCToken: OIDCToken.trim(),
    RoleArn: roleArn,
    ...wanted,
  });
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'application/json',
  };
  return ask({ url, headers, body }, settings);
}
