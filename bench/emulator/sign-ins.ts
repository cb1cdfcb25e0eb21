import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { Agent } from 'node:http';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { writeCodeConnector } from './code-connector.ts';
import { HttpSession } from './http-session.ts';

const redirectUri = 'http://localhost:4200/callback';
// Logto sends at most 10 codes to an address in 10 minutes.
const signInsPerUser = 9;

interface Ready {
  url: string;
  m2m: { appId: string; appSecret: string; resource: string };
}

export interface SignInFigures {
  perSecond: number;
  /** Milliseconds of processor time that the server takes for one sign-in, all its threads together. */
  processorTime: number;
  megabytesBefore: number;
  megabytesAfter: number;
}

/** Signs in by code, `count` times, eight at once, each to the last step: tokens in exchange for the authorization code. */
export async function measureSignIns(count: number): Promise<SignInFigures> {
  const cli = new URL('lib/cli.js', import.meta.resolve('@dm-kit/logto-emulator/package.json'));
  const args = [
    fileURLToPath(cli),
    '--json',
    '--port',
    '0',
    '--connector',
    await writeCodeConnector(),
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const codes = new Map<string, (code: string) => void>();
  const ready = new Promise<Ready>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{')) {
        return resolve(JSON.parse(line));
      }
      const [word, address = '', code = ''] = line.split(' ');
      if (word === 'CODE') {
        codes.get(address)?.(code);
      }
    });
  });
  try {
    const { url, m2m } = await ready;
    const users = Math.ceil(count / signInsPerUser);
    const appId = await setUp(url, m2m, users);
    const megabytesBefore = await residentMegabytes(child.pid);
    const agent = new Agent({ keepAlive: true });
    let next = 0;
    const before = await processorTime(child.pid);
    const start = performance.now();
    const worker = async () => {
      for (let turn = next++; turn < count; turn = next++) {
        const address = `user${turn % users}@example.com`;
        const code = new Promise<string>((resolve) => codes.set(address, resolve));
        await signIn(new HttpSession(url, agent), appId, address, code);
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    const seconds = (performance.now() - start) / 1000;
    agent.destroy();
    return {
      perSecond: count / seconds,
      processorTime: ((await processorTime(child.pid)) - before) / count,
      megabytesBefore,
      megabytesAfter: await residentMegabytes(child.pid),
    };
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
}

async function setUp(url: string, m2m: Ready['m2m'], users: number): Promise<string> {
  const call = async (method: string, path: string, body: unknown, token?: string) => {
    const form = path.startsWith('/oidc');
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(!form && { 'content-type': 'application/json' }),
      },
      body: form ? new URLSearchParams(body as Record<string, string>) : JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    }
    return (await response.json()) as Record<string, string>;
  };
  const { access_token } = await call('POST', '/oidc/token', {
    grant_type: 'client_credentials',
    client_id: m2m.appId,
    client_secret: m2m.appSecret,
    resource: m2m.resource,
    scope: 'all',
  });
  await call('POST', '/api/connectors', { connectorId: 'bench-code', config: {} }, access_token);
  const method = {
    identifier: 'email',
    password: false,
    verificationCode: true,
    isPasswordPrimary: false,
  };
  await call(
    'PATCH',
    '/api/sign-in-exp',
    {
      signUp: { identifiers: ['email'], password: false, verify: true },
      signIn: { methods: [method] },
    },
    access_token,
  );
  for (let user = 0; user < users; user += 1) {
    await call('POST', '/api/users', { primaryEmail: `user${user}@example.com` }, access_token);
  }
  const application = await call(
    'POST',
    '/api/applications',
    {
      name: 'Bench',
      type: 'SPA',
      oidcClientMetadata: { redirectUris: [redirectUri], postLogoutRedirectUris: [] },
    },
    access_token,
  );
  return application.id as string;
}

async function signIn(
  session: HttpSession,
  appId: string,
  address: string,
  code: Promise<string>,
): Promise<void> {
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    client_id: appId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid offline_access profile email',
    prompt: 'consent',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  await session.call('GET', `/oidc/auth?${query}`, { expect: 303 });
  await session.call('PUT', '/api/experience', {
    json: { interactionEvent: 'SignIn' },
    expect: 204,
  });
  const identifier = { type: 'email', value: address };
  const sent = await session.call('POST', '/api/experience/verification/verification-code', {
    json: { interactionEvent: 'SignIn', identifier },
    expect: 200,
  });
  const { verificationId } = JSON.parse(sent.body);
  await session.call('POST', '/api/experience/verification/verification-code/verify', {
    json: { identifier, verificationId, code: await code },
    expect: 200,
  });
  await session.call('POST', '/api/experience/identification', {
    json: { verificationId },
    expect: 204,
  });
  const submitted = await session.call('POST', '/api/experience/submit', { expect: 200 });
  const login = await session.call('GET', JSON.parse(submitted.body).redirectTo, { expect: 303 });
  const consent = await session.call('GET', login.location, { expect: 302 });
  const { location } = await session.call('GET', consent.location, { expect: 303 });
  await session.call('POST', '/oidc/token', {
    form: {
      grant_type: 'authorization_code',
      client_id: appId,
      redirect_uri: redirectUri,
      code: new URL(location).searchParams.get('code') ?? '',
      code_verifier: verifier,
    },
    expect: 200,
  });
}

/** What the process holds in memory, from the kernel (Linux). */
async function residentMegabytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

/** Milliseconds that the process computed so far, from the kernel (Linux counts them in hundredths of a second). */
async function processorTime(pid: number | undefined): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [user, system] = stat.split(') ')[1]?.split(' ').slice(11, 13) ?? [];
  return (Number(user) + Number(system)) * 10;
}
