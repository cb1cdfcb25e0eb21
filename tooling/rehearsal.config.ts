import { mergeConfig, type ViteUserConfig } from 'vitest/config';
import base from '../vitest.base.ts';

const { test } = base as ViteUserConfig;

// A release, and strangers who use it. It takes minutes: a task of its own.
export default mergeConfig(
  {
    test: {
      ...test,
      include: ['rehearsal/**/*.test.ts'],
      reporters: ['verbose'],
      globalSetup: ['rehearsal/release.ts'],
    },
  },
  { test: { testTimeout: 600_000, hookTimeout: 900_000 } },
);
