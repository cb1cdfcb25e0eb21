import { Connection, type PostResult } from './connection.ts';

// With Node's https client a send costs a third more processor time, with fetch several times as
// much, and undici is larger than this whole package. One shape of request, one request at a time
// on a connection and a strict reader of answers need little code, and that code knows exactly
// whether a request may have left, on which the rule about retries rests.

/** Connections of an origin that wait for a request; the last one back is the first one out. */
const idle = new Map<string, Connection[]>();
const sessions = new Map<string, Buffer>();

function open(url: URL): Connection {
  const { origin } = url;
  const connection = new Connection(url, sessions.get(origin));
  connection.onSession = (session) => sessions.set(origin, session);
  connection.onClose = () => {
    const rest = idle.get(origin)?.filter((one) => one !== connection) ?? [];
    if (rest.length > 0) {
      idle.set(origin, rest);
    } else {
      idle.delete(origin);
    }
  };
  return connection;
}

/** The connection that came back last, if the other side has not closed it. */
function takeIdle(origin: string): Connection | undefined {
  const waiting = idle.get(origin) ?? [];
  for (let connection = waiting.pop(); connection; connection = waiting.pop()) {
    if (connection.usable) {
      return connection;
    }
  }
  return undefined;
}

/**
 * Posts a form once; never throws for what the network does and never follows a redirect.
 *
 * @param headers header lines, each with its line end, `host` among them
 * @param body ASCII, as percent-encoding leaves it
 * @param connectTimeout milliseconds to establish the connection, TLS included
 * @param timeout milliseconds for everything
 */
export async function post(
  url: URL,
  headers: string,
  body: string,
  connectTimeout: number,
  timeout: number,
): Promise<PostResult> {
  const { origin } = url;
  const connection = takeIdle(origin) ?? open(url);
  const message = `POST / HTTP/1.1\r\n${headers}content-length: ${body.length}\r\n\r\n${body}`;
  const result = await connection.post(message, connectTimeout, timeout);
  if ('reusable' in result && result.reusable && connection.usable) {
    const waiting = idle.get(origin);
    if (waiting) {
      waiting.push(connection);
    } else {
      idle.set(origin, [connection]);
    }
  }
  return result;
}
