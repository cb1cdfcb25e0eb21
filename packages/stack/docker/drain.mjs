// Loaded before Logto (node --import): on SIGTERM it takes no more connections, finishes what it is
// answering, and ends. Logto alone ends at once, in the middle of its answers.
import { Server } from 'node:http';

const servers = new Set();
const { listen } = Server.prototype;
Server.prototype.listen = function (...args) {
  servers.add(this);
  return listen.apply(this, args);
};

process.once('SIGTERM', async () => {
  await Promise.all([...servers].map((server) => new Promise((closed) => server.close(closed))));
  process.exit(0);
});
