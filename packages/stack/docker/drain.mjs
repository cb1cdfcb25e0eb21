// Loaded before Logto (node --import): a replica that is told to stop loses no request. Logto alone ends at
// once, in the middle of its answers. On SIGTERM this
// 1. answers its health check with 503, and everything else as before, until the proxy has seen that and
//    sends nothing more: a connection that has come in but is not accepted yet would be reset by closing;
// 2. takes no more connections, finishes what it is answering, and ends.
import { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

const health = '/api/status';
// The proxy asks every second; under load, its questions and our answers take their time.
const secondsUntilSeen = Number(process.env.DRAIN_SECONDS ?? 5);

const servers = new Set();
const { listen, emit } = Server.prototype;
Server.prototype.listen = function (...args) {
  servers.add(this);
  return listen.apply(this, args);
};

process.once('SIGTERM', async () => {
  Server.prototype.emit = function (event, ...args) {
    const [request, response] = args;
    // Whoever asks through the proxy asks for Logto as a whole, and that is well.
    const isCheck =
      event === 'request' && request.url === health && !request.headers['x-forwarded-for'];
    if (!isCheck) {
      return emit.call(this, event, ...args);
    }
    response.writeHead(503).end();
    return true;
  };
  await delay(secondsUntilSeen * 1000);
  await Promise.all([...servers].map((server) => new Promise((closed) => server.close(closed))));
  process.exit(0);
});
