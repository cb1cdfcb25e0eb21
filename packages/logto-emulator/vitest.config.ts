import { mergeConfig, type ViteUserConfig } from 'vitest/config';
import base from '../../vitest.base.ts';
import { providerPlugin } from './bundle/provider-plugin.ts';

export default mergeConfig(base as ViteUserConfig, {
  plugins: [providerPlugin],
  // Only what is transformed goes through the plug-in.
  test: { server: { deps: { inline: ['oidc-provider'] } } },
});
