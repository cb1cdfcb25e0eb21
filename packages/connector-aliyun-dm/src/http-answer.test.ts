import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHttpAnswer } from './http-answer.ts';

function bytes(...lines: string[]) {
  return lines.join('\r\n');
}

const ok = 'HTTP/1.1 200 OK';

describe('a whole answer', () => {
  test.each([
    ['with a length', bytes(ok, 'Content-Length: 2', '', 'hi'), 200, 'hi', true],
    ['with the same length twice', bytes(ok, 'content-length: 2, 2', '', 'hi'), 200, 'hi', true],
    [
      'in chunks',
      bytes(ok, 'Transfer-Encoding: Chunked', '', '2', 'hi', '0', '', ''),
      200,
      'hi',
      true,
    ],
    ['that is empty', bytes('HTTP/1.1 204 No Content', '', ''), 204, '', true],
    ['without a reason', bytes('HTTP/1.1 503', 'content-length:0', '', ''), 503, '', true],
    [
      'that closes',
      bytes(ok, 'Connection: Close', 'content-length: 2', '', 'hi'),
      200,
      'hi',
      false,
    ],
    ['of HTTP/1.0', bytes('HTTP/1.0 200 OK', 'content-length: 2', '', 'hi'), 200, 'hi', false],
    ['with more behind it', bytes(ok, 'content-length: 2', '', 'hi there'), 200, 'hi', false],
    [
      'after interim ones',
      bytes(
        'HTTP/1.1 100 Continue',
        '',
        'HTTP/1.1 103 Early Hints',
        'link: x',
        '',
        ok,
        'content-length: 2',
        '',
        'hi',
      ),
      200,
      'hi',
      true,
    ],
    ['in UTF-8', bytes(ok, 'content-length: 3', '', '\xe4\xb8\xad'), 200, '中', true],
  ])('%s', (_, text, status, body, reusable) => {
    expect(readHttpAnswer(text, false)).toEqual({ status, text: body, reusable });
  });

  test('that ends with the connection', () => {
    const text = bytes(ok, 'Server: x', '', 'hi');
    expect(readHttpAnswer(text, false)).toBe('more');
    expect(readHttpAnswer(text, true)).toEqual({ status: 200, text: 'hi', reusable: false });
  });
});

describe('invalid', () => {
  test.each([
    ['another protocol', '220 mail.example.com ESMTP\r\n'],
    ['HTTP/2', 'HTTP/2 200\r\n\r\n'],
    ['no status', bytes('HTTP/1.1 OK', '', '')],
    ['an upgrade', bytes('HTTP/1.1 101 Switching Protocols', '', '')],
    ['two lengths', bytes(ok, 'content-length: 2', 'content-length: 3', '', 'hi!')],
    ['a length that is no number', bytes(ok, 'content-length: +2', '', 'hi')],
    [
      'a length and chunks',
      bytes(ok, 'content-length: 2', 'transfer-encoding: chunked', '', '0', '', ''),
    ],
    ['compression that nobody asked for', bytes(ok, 'transfer-encoding: gzip, chunked', '', '')],
    ['a broken chunk', bytes(ok, 'transfer-encoding: chunked', '', 'zz', '')],
  ])('%s', (_, text) => {
    expect(readHttpAnswer(text, false)).toBe('invalid');
  });
});

describe('an answer that the other side breaks off stays incomplete', () => {
  test.each([
    ['nothing', ''],
    ['headers', bytes(ok, 'content-le')],
    ['a body with a length', bytes(ok, 'content-length: 5', '', 'hi')],
    ['chunks', bytes(ok, 'transfer-encoding: chunked', '', '5', 'hi')],
  ])('%s', (_, text) => {
    expect(readHttpAnswer(text, true)).toBe('more');
  });
});

test('whatever arrives, reading it neither throws nor takes a part for the whole', () => {
  const whole = bytes(ok, 'Date: today', 'content-length: 11', '', '{"EnvId":1}');
  fc.assert(
    fc.property(fc.nat(whole.length - 1), (length) => {
      expect(readHttpAnswer(whole.slice(0, length), false)).toBe('more');
    }),
  );
  const part = fc.constantFrom(
    'HTTP/1.1 200 OK',
    '\r\n',
    'content-length: 3',
    'transfer-encoding: chunked',
    '3',
    'abc',
    '0',
  );
  const parts = fc.array(fc.oneof(part, fc.string()), { maxLength: 12 });
  fc.assert(
    fc.property(parts, fc.boolean(), (some, closed) => {
      expect(readHttpAnswer(some.join(''), closed)).toBeDefined();
    }),
  );
});
