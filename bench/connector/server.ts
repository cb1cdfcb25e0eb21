import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

// The other side of every contender: an https server that takes a mail and says so. It runs as a
// process of its own, so that its work is not counted as theirs.
const body = '{"EnvId":"600000000012345678","RequestId":"82B295BB-7E69-491F-9896-ECEAFF09E1A4"}';

const { TLS_KEY: key, TLS_CERT: cert } = process.env;

const server = createServer(
  { key, cert, keepAlive: true, keepAliveTimeout: 60_000 },
  (request, response) => {
    request.resume();
    request.on('end', () => {
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': body.length,
      });
      response.end(body);
    });
  },
);
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());
