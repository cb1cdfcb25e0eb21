import { expect, test } from 'vitest';
import { Screen } from './screen.ts';

function written(terminal: string, isTTY = true) {
  let text = '';
  const output = {
    isTTY,
    columns: 80,
    write(more: string) {
      text += more;
      return true;
    },
  };
  const screen = new Screen({ output: output as never, terminal });
  screen.show({ event: 'starting', name: 'Part' });
  screen.show({ event: 'ready', name: 'Part', url: 'http://localhost:1', seconds: 1 });
  screen.end();
  return text;
}

test('says on a terminal what is going on, and takes it away', () => {
  expect(written('xterm')).toContain('… Part');
  expect(written('xterm')).toContain('\x1b[2K');
});

test.each([
  ['a terminal that knows no escape codes', 'dumb', true],
  ['a file', 'xterm', false],
])('%s gets none', (_, terminal, isTty) => {
  expect(written(terminal, isTty)).not.toContain('\x1b');
  expect(written(terminal, isTty)).toContain('Part');
});
