import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  // A server with all that it needs, for a container: see Dockerfile.
  output: process.env.BUILD_STANDALONE ? 'standalone' : undefined,
  // `next dev` logs addresses, and the one that Logto calls back carries the authorization code.
  logging: { incomingRequests: { ignore: [/^\/api\/auth\/callback\//] }, serverFunctions: false },
};

export default config;
