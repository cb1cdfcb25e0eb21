// The least that oidc-provider needs to answer with a discovery document: what a server on top of it is compared with.
import { Provider } from 'oidc-provider';

const port = Number(process.argv[2]);
new Provider(`http://localhost:${port}`).listen(port, '127.0.0.1');
