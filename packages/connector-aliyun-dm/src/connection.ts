import net, { isIP } from 'node:net';
import tls from 'node:tls';
import { type HttpAnswer, readHttpAnswer } from './http-answer.ts';

/** Why a request got no answer that can be read. */
export interface PostFailure {
  failure: 'connect' | 'tls' | 'timeout' | 'broken' | 'invalid' | 'too-large';
  /** Whether a connection stood, so that the request may have arrived. */
  established: boolean;
  /** Node's error code, such as `ECONNREFUSED`; empty for a time-out. */
  code: string;
}

export type PostResult = HttpAnswer | PostFailure;

/** Bytes. Answers of the service are under 1 kB; more is not one of them. */
const maxAnswer = 64 * 1024;

// Milliseconds. Idle connections are closed early, before a load balancer closes them: a request
// that meets a closing connection is lost, and must not be repeated.
const idleTimeout = 4000;

function isTls(code: string): boolean {
  return /^ERR_(TLS|O?SSL)|CERT|SIGNED|UNABLE_TO|EPROTO|HOSTNAME/.test(code);
}

function connect(url: URL, session: Buffer | undefined): net.Socket {
  // An IPv6 address stands in brackets in a URL, and without them everywhere else.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (url.protocol !== 'https:') {
    return net.connect({ host, port: Number(url.port || 80) });
  }
  const port = Number(url.port || 443);
  const servername = isIP(host) ? '' : host;
  return tls.connect({ host, port, servername, ALPNProtocols: ['http/1.1'], session });
}

/** A connection that carries one request at a time. It never sends one twice. */
export class Connection {
  /** Called when the connection can no longer be used. */
  onClose: () => void = () => {};
  /** Called with what resumes the TLS session on another connection. */
  onSession: (session: Buffer) => void = () => {};

  readonly #socket: net.Socket;
  #established = false;
  #connectTimer: NodeJS.Timeout | undefined;
  #deadline: NodeJS.Timeout | undefined;
  #received = '';
  #resolve: ((result: PostResult) => void) | undefined;

  /** @param session of an earlier TLS connection to the same origin */
  constructor(url: URL, session: Buffer | undefined) {
    const socket = connect(url, session);
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.setEncoding('latin1');
    socket.setTimeout(idleTimeout, () => {
      if (!this.#resolve) {
        socket.destroy();
      }
    });
    socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
      this.#established = true;
      clearTimeout(this.#connectTimer);
    });
    socket.on('session', (fresh: Buffer) => this.onSession(fresh));
    socket.on('data', (chunk: string) => this.#receive(chunk, false));
    socket.on('end', () => this.#receive('', true));
    socket.on('error', (error: NodeJS.ErrnoException) => this.#break(error.code ?? ''));
    socket.on('close', () => {
      this.#break('ECONNRESET');
      this.onClose();
    });
  }

  /** Whether the other side may still take a request. */
  get usable(): boolean {
    return this.#socket.writable;
  }

  /**
   * Writes a request and resolves to its answer, or to the reason why there is none.
   *
   * @param message the whole request, ASCII
   * @param connectTimeout milliseconds for name look-up, TCP and TLS, if those are still to come
   * @param timeout milliseconds for everything
   */
  post(message: string, connectTimeout: number, timeout: number): Promise<PostResult> {
    return new Promise((resolve) => {
      this.#resolve = resolve;
      this.#received = '';
      this.#deadline = setTimeout(() => this.#fail('timeout'), timeout);
      if (!this.#established) {
        this.#connectTimer = setTimeout(() => this.#fail('timeout'), connectTimeout);
      }
      this.#socket.ref();
      this.#socket.write(message, 'latin1');
    });
  }

  #receive(chunk: string, closed: boolean): void {
    if (!this.#resolve) {
      // Nobody asked: this connection is not to be trusted with another request.
      this.#socket.destroy();
      return;
    }
    this.#received += chunk;
    if (this.#received.length > maxAnswer) {
      this.#fail('too-large');
      return;
    }
    const answer = readHttpAnswer(this.#received, closed);
    if (answer === 'invalid') {
      this.#fail('invalid');
    } else if (answer !== 'more') {
      this.#finish(answer, answer.reusable);
    } else if (closed) {
      this.#break('ECONNRESET');
    }
  }

  #break(code: string): void {
    const before = isTls(code) ? 'tls' : 'connect';
    this.#fail(this.#established ? 'broken' : before, code);
  }

  #fail(failure: PostFailure['failure'], code = ''): void {
    this.#finish({ failure, established: this.#established, code }, false);
  }

  #finish(result: PostResult, keep: boolean): void {
    clearTimeout(this.#deadline);
    clearTimeout(this.#connectTimer);
    if (keep) {
      // An idle connection does not keep the process from ending.
      this.#socket.unref();
    } else {
      this.#socket.destroy();
    }
    const resolve = this.#resolve;
    this.#resolve = undefined;
    resolve?.(result);
  }
}
