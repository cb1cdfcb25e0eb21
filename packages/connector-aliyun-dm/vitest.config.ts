import { mergeConfig, type ViteUserConfig } from 'vitest/config';
import base from '../../vitest.base.ts';

// No test leaves anything behind, so that files may share a worker: loading the kit takes its time.
export default mergeConfig(base as ViteUserConfig, {
  test: { isolate: false, setupFiles: ['test/setup.ts'] },
});
