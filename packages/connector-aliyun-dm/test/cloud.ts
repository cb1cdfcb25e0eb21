import { accepted, answer, type Received, startServer } from './server.ts';

/** Seconds that a session lasts. */
const lifetime = 3600;

const roles = '/latest/meta-data/ram/security-credentials/';

/** What a request asks for, by its path or its action. */
function wishOf({ method, path, headers, form }: Received): string {
  const { pathname, searchParams } = new URL(path, 'http://x');
  return pathname === '/'
    ? String(headers['x-acs-action'] ?? searchParams.get('Action') ?? form.Action)
    : `${method} ${pathname}`;
}

/**
 * A double of all that gives out credentials, and of Direct Mail, on one port. Each session has a
 * number in it.
 *
 * @param refuses answers in place of the usual one to what it names
 */
export async function startCloud(refuses: Record<string, [status: number, body: unknown]> = {}) {
  const wishes: string[] = [];
  let sessions = 0;

  const session = () => {
    sessions += 1;
    return {
      AccessKeyId: `STS.${sessions}`,
      AccessKeySecret: `secret${sessions}`,
      SecurityToken: `token${sessions}`,
      Expiration: new Date(Date.now() + lifetime * 1000).toISOString(),
    };
  };
  const usual: Record<string, () => unknown> = {
    'PUT /latest/api/token': () => 'metadata-token==',
    [`GET ${roles}`]: () => 'LogtoMail\n',
    [`GET ${roles}LogtoMail`]: () => ({ Code: 'Success', ...session() }),
    AssumeRole: () => ({ RequestId: '1', Credentials: session() }),
    AssumeRoleWithOIDC: () => ({ RequestId: '1', Credentials: session() }),
    SingleSendMail: () => accepted,
  };
  const server = await startServer((response, received) => {
    const wish = wishOf(received);
    wishes.push(wish);
    const [status, body] = refuses[wish] ?? [200, usual[wish]?.()];
    answer(response, status, body ?? '');
  });
  return {
    ...server,
    wishes,
    refuses,
    /** The requests that asked for this. */
    asked: (wish: string) => server.received.filter((one) => wishOf(one) === wish),
  };
}
