import { describe, expect, test } from 'vitest';
import { help, parseCommandLine, UsageError } from './options.ts';

describe('the command line', () => {
  test('says nothing more than to start', () => {
    expect(parseCommandLine([])).toEqual({
      kind: 'start',
      json: false,
      options: { connectors: [], logCodes: false },
    });
  });

  test('says everything', () => {
    const text =
      '--port 0 --host ::1 --connector a --connector b --seed s --data d --access-token-ttl 5 --log-codes --json';
    expect(parseCommandLine(text.split(' '))).toEqual({
      kind: 'start',
      json: true,
      options: {
        port: 0,
        host: '::1',
        connectors: ['a', 'b'],
        seed: 's',
        data: 'd',
        ttl: { accessToken: 5 },
        logCodes: true,
      },
    });
  });

  test.each(['--help', '-h'])('%s asks for help', (option) => {
    expect(parseCommandLine([option])).toEqual({ kind: 'help' });
  });

  test.each([
    [['--port', 'x'], "--port takes a whole number from 0 to 65535, not 'x'"],
    [['--port', '70000'], "--port takes a whole number from 0 to 65535, not '70000'"],
    [['--port', '-1'], "Option '--port' argument is ambiguous"],
    [['--access-token-ttl', '0'], '--access-token-ttl takes a whole number from 1 to'],
    [['--seed', ''], '--seed needs a value'],
    [['--port'], "Option '--port <value>' argument missing"],
    [['--nope'], "Unknown option '--nope'"],
    [['nope'], "Unexpected argument 'nope'"],
    [['--json=yes'], "Option '--json' does not take an argument"],
  ])('%j is refused in one line', (args, message) => {
    const parse = () => parseCommandLine(args);
    expect(parse).toThrow(UsageError);
    expect(parse).toThrow(message);
    try {
      parse();
    } catch (error) {
      expect((error as Error).message).not.toContain('\n');
    }
  });

  test('is what the help says', () => {
    const options = [...help.matchAll(/--([a-z-]+)/g)].map(([, name]) => name);
    const known = ['port', 'host', 'connector', 'seed', 'data', 'access-token-ttl', 'log-codes'];
    expect(new Set(options)).toEqual(new Set([...known, 'json', 'help', 'version']));
  });
});
