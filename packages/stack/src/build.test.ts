import { expect, test } from 'vitest';
import { whatWasRefused } from './build.ts';

test.each([
  ['Failed to write cafs: No space left\non device (os error 28)', 'the disk is full'],
  ['| Cannot write logs: Read-only file system (os error 30)', 'its disk is read-only'],
  ["Error: EACCES: permission denied, mkdir 'lib'", 'you may not write there'],
  ['src/index.ts(1,7): error TS2322: Type', undefined],
])('%s: %s', (line, reason) => {
  expect(whatWasRefused(['• turbo 2.11.11', ...line.split('\n')])).toBe(reason);
});
