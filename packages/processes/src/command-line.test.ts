import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const program = `
  import { readCommandLine } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'command-line.ts')).href)};
  const { values } = readCommandLine('What there is\\n', { options: { name: { type: 'string' } } });
  console.log(values.name);
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'command-line-'));
  await writeFile(join(folder, 'program.mjs'), program);
});
afterAll(() => rm(folder, { recursive: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(folder, 'program.mjs'), ...args],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

test('gives what was asked for', () => {
  expect(run('--name', 'ada')).toEqual({ status: 0, stdout: 'ada\n', stderr: '' });
});

test.each(['-h', '--help'])('%s prints the help', (option) => {
  expect(run(option)).toEqual({ status: 0, stdout: 'What there is\n', stderr: '' });
});

test.each([
  ['--nope', "Unknown option '--nope'. See --help.\n"],
  ['nope', "Unexpected argument 'nope'. See --help.\n"],
])('%s is one line, and exit code 2', (argument, stderr) => {
  expect(run(argument)).toEqual({ status: 2, stdout: '', stderr });
});
