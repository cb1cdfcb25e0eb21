import { instanceFailure } from './credential-errors.ts';
import type { Session } from './credentials.ts';
import { directAgent } from './http-agent.ts';
import { askOnce } from './http-request.ts';
import { readSession } from './session.ts';
import type { Settings } from './settings.ts';

// The metadata service of an ECS instance in its hardened form, which asks for a token first. The
// older form without one is not used: whatever makes the server fetch a URL can use it.

const roles = '/latest/meta-data/ram/security-credentials/';
/** Seconds that the token lasts; it serves one renewal. */
const tokenHeaders = { 'x-aliyun-ecs-metadata-token-ttl-seconds': '60' };

/**
 * The session of the RAM role that is attached to this instance.
 *
 * @throws ConnectorError
 */
export async function fetchInstanceSession({
  credentials,
  connectTimeout,
  timeout,
}: Settings): Promise<Session> {
  const end = performance.now() + timeout;

  const ask = async (method: string, path: string, headers: Readonly<Record<string, string>>) => {
    const url = new URL(path, credentials.metadataUrl);
    const remaining = Math.max(1, Math.ceil(end - performance.now()));
    const question = { url, method, headers, agent: directAgent };
    const result = await askOnce(question, connectTimeout, remaining);
    if ('failure' in result || result.status !== 200) {
      throw instanceFailure(result);
    }
    return result.text.trim();
  };

  const token = await ask('PUT', '/latest/api/token', tokenHeaders);
  const headers = { 'x-aliyun-ecs-metadata-token': /^[!-~]{1,4096}$/.exec(token)?.[0] ?? '' };
  const roleName = credentials.roleName ?? (await ask('GET', roles, headers));
  return readSession(await ask('GET', `${roles}${encodeURIComponent(roleName)}`, headers));
}
