import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readChunks } from './chunked-body.ts';

test.each([
  ['5\r\nhello\r\n0\r\n\r\n', 'hello'],
  ['5\r\nhello\r\n1;note=x\r\n!\r\n0\r\n\r\n', 'hello!'],
  ['A \r\n0123456789\r\n00\r\n\r\n', '0123456789'],
  ['0\r\n\r\n', ''],
  ['1\r\na\r\n0\r\nExpires: never\r\nX: y\r\n\r\n', 'a'],
  ['3\r\n\r\n0\r\n0\r\n\r\n', '\r\n0'],
])('%j', (bytes, body) => {
  expect(readChunks(bytes, 0)).toEqual({ body, end: bytes.length });
});

test.each([
  'x\r\n',
  '-1\r\n',
  '123456789\r\n',
  '1\r\nab\r\n',
  '\r\n',
  ';\r\n',
  `1${' '.repeat(2000)}`,
])('%j is invalid', (bytes) => {
  expect(readChunks(bytes, 0)).toBe('invalid');
});

test('any body in any chunks is read back, and no beginning of it is taken for the whole', () => {
  const chunk = fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(fc.array(chunk, { maxLength: 6 }), fc.nat(), (chunks, at) => {
      const bytes = `${chunks.map((one) => `${one.length.toString(16)}\r\n${one}\r\n`).join('')}0\r\n\r\n`;
      expect(readChunks(`head${bytes}next`, 4)).toEqual({
        body: chunks.join(''),
        end: 4 + bytes.length,
      });
      expect(readChunks(bytes.slice(0, at % bytes.length), 0)).toBe('more');
    }),
  );
});
