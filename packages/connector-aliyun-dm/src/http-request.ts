import type { ClientRequest, IncomingMessage } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { agentFor } from './http-agent.ts';

/** Why a request got no answer that can be read. */
export interface RequestFailure {
  failure: 'connect' | 'tls' | 'timeout' | 'broken' | 'invalid' | 'too-large';
  /** Whether a connection stood, so that the request may have arrived. */
  established: boolean;
  /** Node's error code, such as `ECONNREFUSED`; empty for a time-out. */
  code: string;
}

export interface HttpAnswer {
  status: number;
  text: string;
}

export type RequestResult = HttpAnswer | RequestFailure;

/** Bytes. Answers of the service are under 1 kB; more is not one of them. */
const maxAnswer = 64 * 1024;

function isTls(code: string): boolean {
  return /^ERR_(TLS|O?SSL)|CERT|SIGNED|UNABLE_TO|EPROTO|HOSTNAME/.test(code);
}

/** Calls back once the request can have left: at once on a kept connection, and through a proxy's tunnel. */
function onEstablished(request: ClientRequest, established: () => void): void {
  request.on('socket', (socket: Socket | TLSSocket) => {
    if (socket.connecting) {
      socket.once('encrypted' in socket ? 'secureConnect' : 'connect', established);
    } else if (request.reusedSocket || !socket.destroyed) {
      established();
    }
  });
}

/** What to ask. The `host` header is the one of the URL. */
export interface HttpQuestion {
  url: URL;
  /** `POST` when left out. */
  method?: string;
  headers: Readonly<Record<string, string>>;
  /** ASCII, as percent-encoding leaves it. */
  body?: string;
  agent?: http.Agent;
}

function startRequest({ url, method = 'POST', headers, body, agent }: HttpQuestion): ClientRequest {
  // An IPv6 address stands in brackets in a URL, and without them everywhere else.
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const length = body === undefined ? {} : { 'content-length': `${body.length}` };
  const options = {
    agent: agent ?? agentFor(url.protocol),
    method,
    hostname,
    port: url.port,
    path: `${url.pathname}${url.search}`,
    headers: { ...headers, host: url.host, ...length },
  };
  return url.protocol === 'https:' ? https.request(options) : http.request(options);
}

/**
 * Asks once. It never throws for what the network does, and follows no redirect.
 *
 * @param connectTimeout milliseconds to establish a connection: look-up, proxy, TCP and TLS
 * @param timeout milliseconds for everything
 */
export function askOnce(
  question: HttpQuestion,
  connectTimeout: number,
  timeout: number,
): Promise<RequestResult> {
  return new Promise((resolve) => {
    const request = startRequest(question);
    let established = false;

    const finish = (result: RequestResult) => {
      clearTimeout(deadline);
      clearTimeout(connectDeadline);
      resolve(result);
    };
    const fail = (failure: RequestFailure['failure'], code = '') => {
      finish({ failure, established, code });
      request.destroy();
    };
    const fault = ({ code = 'ECONNRESET' }: NodeJS.ErrnoException) => {
      if (!established) {
        fail(isTls(code) ? 'tls' : 'connect', code);
      } else {
        fail(code.startsWith('HPE_') ? 'invalid' : 'broken', code);
      }
    };
    const read = (answer: IncomingMessage) => {
      const chunks: Buffer[] = [];
      let size = 0;
      answer.on('data', (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size > maxAnswer) {
          fail('too-large');
        }
      });
      answer.on('error', fault);
      answer.on('end', () => {
        finish({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() });
        if (!request.writableFinished) {
          // It was answered before it was read, and nothing else would end it.
          request.destroy();
        }
      });
    };

    const deadline = setTimeout(() => fail('timeout'), timeout);
    const connectDeadline = setTimeout(() => fail('timeout'), connectTimeout);
    onEstablished(request, () => {
      established = true;
      clearTimeout(connectDeadline);
    });
    request.on('response', read);
    request.on('error', fault);
    // A connection that ends without an answer, such as one that changes its protocol.
    request.on('close', () => fault({ name: '', message: '' }));
    request.end(question.body, 'latin1');
  });
}
