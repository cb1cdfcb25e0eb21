import { mergeConfig, type ViteUserConfig } from 'vitest/config';
import base from '../../vitest.base.ts';
import { clockPlugin } from './bundle/stand-ins.ts';

export default mergeConfig(base as ViteUserConfig, {
  plugins: [clockPlugin],
  test: {
    // Only what is transformed goes through the plug-in.
    server: { deps: { inline: ['oidc-provider'] } },
    // No test replaces a module, and to load the library anew for each file is most of their time.
    isolate: false,
    // Another Logto is one for all of them, and each sets it up for itself.
    fileParallelism: !process.env.LOGTO_ENDPOINT,
    restoreMocks: true,
  },
});
