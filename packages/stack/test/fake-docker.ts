import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** What Docker answers to a call whose arguments contain `to`; the first that fits. */
export interface Answer {
  to: string;
  says?: string;
  exitCode?: number;
}

export interface FakeDocker {
  /** The calls so far: arguments, and the variables of the compose files. */
  calls(): { args: string[]; env: Record<string, string> }[];
  restore(): void;
}

/** Puts a program `docker` first in PATH that answers as told: no engine runs where the tests do. */
export function fakeDocker(answers: Answer[]): FakeDocker {
  const folder = mkdtempSync(join(tmpdir(), 'docker-'));
  const log = join(folder, 'calls');
  writeFileSync(log, '');
  const program = `#!${process.execPath}
    const args = process.argv.slice(2);
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => name.endsWith('_DIGEST')));
    require('node:fs').appendFileSync(${JSON.stringify(log)}, JSON.stringify({ args, env }) + '\\n');
    const answers = ${JSON.stringify(answers)};
    const { says, exitCode = 0 } = answers.find(({ to }) => args.join(' ').includes(to)) ?? {};
    if (says) (exitCode ? console.error : console.log)(says);
    process.exitCode = exitCode;
  `;
  writeFileSync(join(folder, 'docker'), program);
  chmodSync(join(folder, 'docker'), 0o755);
  const before = process.env.PATH;
  process.env.PATH = `${folder}${delimiter}${before}`;
  return {
    calls: () =>
      readFileSync(log, 'utf8')
        .split('\n')
        .flatMap((line) => (line ? [JSON.parse(line)] : [])),
    restore() {
      process.env.PATH = before;
      rmSync(folder, { recursive: true });
    },
  };
}
