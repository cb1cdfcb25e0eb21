import http from 'node:http';
import https from 'node:https';

/** An answer, whatever its status, or why there is none. */
export type PostResult = { status: number; text: string } | PostFailure;

export type PostFailure = {
  failure: 'connect' | 'timeout' | 'tls' | 'broken' | 'too-large';
  /** Whether a connection stood, so that the request may have arrived. */
  established: boolean;
  /** Node's error code, such as `ECONNREFUSED`; empty for a time-out. */
  code: string;
};

/** Answers of the service are under 1 kB; more is not one of them. */
const maxAnswer = 64 * 1024;

// Idle connections are closed early, before a load balancer does: a request that meets a closing
// connection is lost, and must not be repeated.
const agentOptions = { keepAlive: true, maxSockets: 100, timeout: 4000 };
const httpAgent = new http.Agent(agentOptions);
const httpsAgent = new https.Agent(agentOptions);

const isTls = (code: string): boolean =>
  /^ERR_(TLS|SSL)|CERT|SIGNED|UNABLE_TO|EPROTO|HOSTNAME/.test(code);

/**
 * Posts a form once; never throws for what the network does and never follows a redirect.
 *
 * @param headers names and values in turn, `host` and `content-length` among them
 * @param body ASCII, as percent-encoding leaves it
 * @param connectTimeout milliseconds to establish the connection, TLS included
 * @param timeout milliseconds for everything
 */
export const post = (
  url: URL,
  headers: readonly string[],
  body: string,
  connectTimeout: number,
  timeout: number,
): Promise<PostResult> =>
  new Promise((resolve) => {
    const secure = url.protocol === 'https:';
    let established = false;
    let connectTimer: NodeJS.Timeout | undefined;

    const request = (secure ? https : http).request({
      method: 'POST',
      // An IPv6 address stands in brackets in a URL, and without them in a look-up.
      hostname: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port || undefined,
      path: '/',
      agent: secure ? httpsAgent : httpAgent,
      headers,
    });

    const finish = (result: PostResult) => {
      clearTimeout(deadline);
      clearTimeout(connectTimer);
      resolve(result);
    };
    const fail = (failure: PostFailure['failure'], code = '') => {
      finish({ failure, established, code });
      request.destroy();
    };
    const deadline = setTimeout(() => fail('timeout'), timeout);

    request.on('socket', (socket) => {
      if (!socket.connecting) {
        established = true;
        return;
      }
      connectTimer = setTimeout(() => fail('timeout'), connectTimeout);
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        established = true;
        clearTimeout(connectTimer);
      });
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      const code = error.code ?? '';
      fail(established ? 'broken' : isTls(code) ? 'tls' : 'connect', code);
    });
    request.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        if (text.length > maxAnswer) {
          fail('too-large');
        }
      });
      response.on('end', () => finish({ status: response.statusCode ?? 0, text }));
      response.on('error', (error: NodeJS.ErrnoException) => fail('broken', error.code));
    });
    request.end(body, 'latin1');
  });
