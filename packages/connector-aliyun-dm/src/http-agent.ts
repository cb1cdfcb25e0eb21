import http from 'node:http';
import https from 'node:https';

/** Milliseconds. Idle connections close before a load balancer closes them under a request. */
const idleTimeout = 4000;

/** Sends that go out at once to one origin; more wait for a connection, within their deadline. */
const maxSockets = 64;

/**
 * Node's own agent of that protocol knows which proxy the environment names, if `NODE_USE_ENV_PROXY`
 * or `--use-env-proxy` says that it counts.
 */
function proxyOf(agent: http.Agent) {
  // The types of Node 22 do not have it yet.
  const { options } = agent as http.Agent & { options: { proxyEnv?: NodeJS.ProcessEnv } };
  return { proxyEnv: options.proxyEnv };
}

const settings = { keepAlive: true, scheduling: 'lifo', timeout: idleTimeout, maxSockets } as const;

const plain = new http.Agent({ ...settings, ...proxyOf(http.globalAgent) });
const secure = new https.Agent({ ...settings, ...proxyOf(https.globalAgent) });

/** Asks no proxy, whatever the environment says: for what only this machine reaches. */
export const directAgent: http.Agent = new http.Agent(settings);

/** The agent whose connections all requests of that protocol share. */
export function agentFor(protocol: string): http.Agent {
  return protocol === 'https:' ? secure : plain;
}
