import { mergeConfig, type ViteUserConfig } from 'vitest/config';
import base from '../../vitest.base.ts';
import { clockPlugin } from './bundle/stand-ins.ts';

export default mergeConfig(base as ViteUserConfig, {
  plugins: [clockPlugin],
  // Only what is transformed goes through the plug-in.
  test: { server: { deps: { inline: ['oidc-provider'] } } },
});
