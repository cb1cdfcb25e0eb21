import { mergeConfig, type ViteUserConfig } from 'vitest/config';
import base from '../vitest.base.ts';

const { test } = base as ViteUserConfig;

// The release rehearsal takes minutes: a task of its own.
export default mergeConfig(
  { test: { ...test, include: ['rehearsal/**/*.test.ts'], reporters: ['verbose'] } },
  { test: { testTimeout: 600_000, hookTimeout: 900_000 } },
);
