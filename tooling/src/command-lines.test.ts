import { join } from 'node:path';
import { runProgram } from '@dm-kit/processes/test';
import { describe, expect, test } from 'vitest';
import { root } from './copy-tree.ts';

describe.each([
  ['release', 'tooling/src/release/run.ts', 'anything', "Unexpected argument 'anything'"],
  ['mutants', 'tooling/src/mutants/run.ts', 'anything', 'Nothing to put bugs into at "anything"'],
  ['bench', 'bench/run.ts', 'anything', 'Say what to measure: '],
])('%s', (name, file, argument, reason) => {
  const program = join(root, file);

  test('-h tells what there is', async () => {
    const { code, output } = await runProgram(program, ['-h']);
    expect(output).toContain(`pnpm ${name}`);
    expect(code).toBe(0);
  });

  test('a wrong option is one line, and exit code 2', async () => {
    const line = "Unknown option '--nope'. See --help.\n";
    expect(await runProgram(program, ['--nope'])).toEqual({ code: 2, output: line });
  });

  test('so is what it does not know', async () => {
    const { code, output } = await runProgram(program, [argument]);
    expect(output).toContain(reason);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });
});

test('where nothing has changed, no bug is put in', async () => {
  const program = join(root, 'tooling/src/mutants/run.ts');
  expect(await runProgram(program, ['--changed', 'HEAD'])).toEqual({
    code: 0,
    output: 'Nothing that is measured so has changed.\n',
  });
});

test('nobody publishes from their own machine', async () => {
  const env = { ACTIONS_ID_TOKEN_REQUEST_URL: '' };
  const { code, output } = await runProgram(join(root, 'tooling/src/release/run.ts'), [], env);
  expect(output).toMatch(/^Only the workflow "release" publishes/);
  expect(code).toBe(2);
});
