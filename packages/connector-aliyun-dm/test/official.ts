import https from 'node:https';
import net from 'node:net';
// @ts-expect-error The official package brings no types.
import createConnector from '@logto/connector-aliyun-dm';
import type { CreateConnector, EmailConnector } from '@logto/connector-kit';

export const createOfficial: CreateConnector<EmailConnector> = createConnector;

/**
 * Leads every https request of this process to a plain http server on a local port: the official
 * connector has no endpoint of one's own. The `host` header still says where it meant to go.
 *
 * @returns what undoes it
 */
export function redirectHttps(port: number): () => void {
  const before = https.globalAgent;
  const agent = new https.Agent();
  agent.createConnection = () => net.connect({ host: '127.0.0.1', port });
  https.globalAgent = agent;
  return () => {
    https.globalAgent = before;
  };
}
