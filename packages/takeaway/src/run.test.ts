import { join } from 'node:path';
import { runProgram } from '@dm-kit/processes/test';
import { expect, test } from 'vitest';

const program = join(import.meta.dirname, 'run.ts');

test('-h tells what there is', async () => {
  const { code, output } = await runProgram(program, ['-h']);
  expect(output).toContain('pnpm takeaway [NAME …] [--node VERSION …]');
  expect(code).toBe(0);
});

test.each([
  ['--nope', "Unknown option '--nope'. See --help."],
  ['vue', 'There is no sample "vue". See --help.'],
])('%s: one line, exit code 2', async (argument, line) => {
  expect(await runProgram(program, [argument])).toEqual({ code: 2, output: `${line}\n` });
});
