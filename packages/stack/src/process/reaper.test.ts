import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { isRunning, untilGone } from '../../test/processes.ts';

const startProcess = fileURLToPath(new URL('./start-process.ts', import.meta.url));

test('a part ends when the process that started it is killed', async () => {
  const parent = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `import { startProcess } from ${JSON.stringify(startProcess)};
     const part = await startProcess({
       name: 'part',
       command: ['node', '-e', 'console.log(process.pid); setInterval(() => {}, 1000)'],
       port: 0,
       ready: { line: (line) => Number(line) || undefined },
     });
     console.log(part.ready);`,
  ]);
  const [line] = await new Promise<string[]>((resolve) =>
    createInterface({ input: parent.stdout }).on('line', (text) => resolve([text])),
  );
  const part = Number(line);
  expect(isRunning(part)).toBe(true);
  parent.kill('SIGKILL');
  await untilGone(part);
});
