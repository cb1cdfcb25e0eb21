import { join } from 'node:path';
import { runProgram } from '@dm-kit/processes/test';
import { expect, test } from 'vitest';

const cli = join(import.meta.dirname, 'cli.ts');

test('-h tells what there is', async () => {
  const { code, output } = await runProgram(cli, ['-h']);
  expect(output).toContain('pnpm traps [--sample angular|nextjs]');
  expect(code).toBe(0);
});

test.each([
  [['--nope'], "Unknown option '--nope'. See --help."],
  [['--sample', 'vue'], 'There is no sample "vue". See --help.'],
  [['--jobs', 'many'], '--jobs takes a number from 1 on, not "many". See --help.'],
])('%j: one line, exit code 2', async (args, line) => {
  expect(await runProgram(cli, args)).toEqual({ code: 2, output: `${line}\n` });
});
