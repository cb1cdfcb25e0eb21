import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { certificate } from './certificate.ts';
import { config } from './config.ts';
import { packageFolder } from './packed.ts';
import { http, listen, onRequest } from './raw-server.ts';
import { message } from './send.ts';

// Node's own environment proxies, which Logto documents. They count for a whole process.

const accepted = http(200, '{"EnvId":"1","RequestId":"82B295BB-7E69-491F-9896-ECEAFF09E1A4"}');

const script = `
  const [entry, config, message] = process.argv.slice(1).map((text) => JSON.parse(text));
  const { default: createConnector } = await import(entry);
  const { sendMessage } = await createConnector({ getConfig: async () => config });
  for (let count = 0; count < 2; count += 1) {
    await sendMessage(message).then(
      () => console.log('sent'),
      (error) => console.log(error.data?.errorDescription ?? error.stack),
    );
  }
`;

/** A proxy that makes tunnels to this machine, or refuses to. */
async function startProxy(refuses = false) {
  const asked: string[] = [];
  const server = createServer((socket: Socket) => {
    socket.once('data', (chunk) => {
      const [line = ''] = String(chunk).split('\r\n');
      asked.push(line);
      if (refuses) {
        socket.end('HTTP/1.1 403 No\r\n\r\n');
        return;
      }
      const target = connect(Number(line.split(/[: ]/)[2]), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Yes\r\n\r\n');
        socket.pipe(target).pipe(socket);
      });
      target.on('error', () => socket.destroy());
      socket.on('error', () => target.destroy());
    });
  });
  return { ...(await listen(server)), asked };
}

async function sendTwice(env: NodeJS.ProcessEnv, endpoint: string) {
  const values = [
    pathToFileURL(join(packageFolder, 'src/index.ts')).href,
    config({ endpoint, connectTimeout: 2000 }),
    message,
  ].map((value) => JSON.stringify(value));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', script, ...values],
    { env: { PATH: process.env.PATH, ...env } },
  );
  return stdout.trim().split('\n');
}

async function startTarget() {
  const day = 86_400_000;
  const made = await certificate('localhost', new Date(0), new Date(Date.now() + day));
  const folder = await mkdtemp(join(tmpdir(), 'connector-proxy-'));
  const file = join(folder, 'certificate.pem');
  await writeFile(file, made.cert);
  let mails = 0;
  const server = createTlsServer(made, (socket) => {
    onRequest(socket, () => {
      mails += 1;
      // Later than the connection's own deadline: it has been met.
      setTimeout(() => socket.write(accepted), mails === 1 ? 2500 : 0);
    });
  });
  const { port, [Symbol.asyncDispose]: close } = await listen(server);
  return {
    endpoint: `https://localhost:${port}`,
    port,
    mails: () => mails,
    env: { NODE_EXTRA_CA_CERTS: file },
    async [Symbol.asyncDispose]() {
      await close();
      await rm(folder, { recursive: true });
    },
  };
}

test('with NODE_USE_ENV_PROXY a mail goes through the proxy, on one tunnel for several', async () => {
  await using target = await startTarget();
  await using proxy = await startProxy();
  const env = {
    ...target.env,
    HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`,
    NODE_USE_ENV_PROXY: '1',
  };
  expect(await sendTwice(env, target.endpoint)).toEqual(['sent', 'sent']);
  expect(proxy.asked).toEqual([`CONNECT localhost:${target.port} HTTP/1.1`]);
  expect(target.mails()).toBe(2);
});

test('without it, or for a host in NO_PROXY, it does not', async () => {
  await using target = await startTarget();
  await using proxy = await startProxy();
  const env = { ...target.env, HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` };
  expect(await sendTwice(env, target.endpoint)).toEqual(['sent', 'sent']);
  const exempt = { ...env, NODE_USE_ENV_PROXY: '1', NO_PROXY: 'localhost' };
  expect(await sendTwice(exempt, target.endpoint)).toEqual(['sent', 'sent']);
  expect(proxy.asked).toEqual([]);
});

test('a proxy that makes no tunnel is a connection that never stood: tried three times', async () => {
  await using target = await startTarget();
  await using proxy = await startProxy(true);
  const env = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`, NODE_USE_ENV_PROXY: '1' };
  const [first] = await sendTwice(env, target.endpoint);
  expect(first).toMatch(/^No connection to Direct Mail could be made \(ERR_PROXY_TUNNEL\)/);
  expect(proxy.asked).toHaveLength(6);
  expect(target.mails()).toBe(0);
});
