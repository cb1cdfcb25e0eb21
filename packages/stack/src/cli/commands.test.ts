import { join } from 'node:path';
import { runProgram } from '@dm-kit/processes/test';
import { describe, expect, test } from 'vitest';

const commands = ['demo.ts', 'dev.ts', 'logto.ts', 'provision.ts', 'checkup.ts'];

describe.each(commands)('%s', (file) => {
  test.each(['-h', '--help'])('%s tells what there is', async (option) => {
    const { code, output } = await runProgram(join(import.meta.dirname, file), [option]);
    expect(output).toContain(`pnpm ${file.replace('.ts', '')}`);
    expect(code).toBe(0);
  });

  test('a wrong option is one line, and exit code 2', async () => {
    const { code, output } = await runProgram(join(import.meta.dirname, file), [
      '--no-such-option',
    ]);
    expect(output.trim()).toBe("✘ Unknown option '--no-such-option'. See --help.");
    expect(code).toBe(2);
  });
});

test.each([
  ['demo.ts', ['--logto', 'podman'], '--logto is one of emulator, docker, external, not "podman".'],
  ['demo.ts', ['--ports', 'any'], '--ports is one of fixed, free, not "any".'],
  ['logto.ts', ['start'], '(not "start")'],
  ['logto.ts', ['constructor'], '(not "constructor")'],
  ['logto.ts', [], 'Say what to do with it: pnpm logto up'],
])('%s %j: exit code 2', async (file, args, message) => {
  const { code, output } = await runProgram(join(import.meta.dirname, file), args);
  expect(output).toContain(message);
  expect(code).toBe(2);
});

test.each([
  ['demo.ts', ['--logto', 'external', '--ports', 'free']],
  ['provision.ts', []],
  ['checkup.ts', []],
])('%s %j: an address without http:// is told before anything else', async (file, args) => {
  const { code, output } = await runProgram(join(import.meta.dirname, file), args, {
    LOGTO_ENDPOINT: 'localhost:3001',
  });
  expect(output.trim()).toBe(
    '✘ LOGTO_ENDPOINT=localhost:3001 is no address: http:// or https:// is missing: http://localhost:3001.',
  );
  expect(code).toBe(1);
});
