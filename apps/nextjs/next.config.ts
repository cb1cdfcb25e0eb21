import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  // `next dev` logs addresses, and the one that Logto calls back carries the authorization code.
  logging: { incomingRequests: { ignore: [/^\/api\/auth\/callback\//] }, serverFunctions: false },
};

export default config;
