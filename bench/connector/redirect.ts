import https from 'node:https';
import type { Duplex } from 'node:stream';

/**
 * Leads every https request of this process to localhost. The official connector has no endpoint of
 * one's own; connections are kept alive as they are by Node's own agent, so nothing is added to a send.
 */
export function redirectHttps(port: number): void {
  const agent = new https.Agent({ keepAlive: true });
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback): Duplex | null | undefined =>
    connect({ ...options, host: 'localhost', port, servername: 'localhost' }, callback);
  https.globalAgent = agent;
}
