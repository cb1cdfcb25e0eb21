import { expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

it.each([
  ['<p>Your <b>code</b>:<br>123456</p>', 'Your code : 123456'],
  ['<style>.a{color:#123456}</style><p>x</p>', 'x'],
  ['<!-- 111111 --><SCRIPT>var a = 222222</SCRIPT>3', '3'],
  ['<head><title>T</title></head>body', 'body'],
  ['a &amp; b &lt;c&gt; &#39;d&#x27; &nbsp;&eacute;', "a & b <c> 'd' &eacute;"],
  ['&#x110000;', '&#x110000;'],
  ['<style>never closed', ''],
])('%j: %j', (html, text) => {
  expect(plainText(html)).toBe(text);
});

it.each(['<', '<style', '<!--', '<style>', '&#', '<a href="'])(
  'is quick with 8 MB of %j',
  (piece) => {
    const started = performance.now();
    plainText(piece.repeat((8 * 1024 * 1024) / piece.length));
    expect(performance.now() - started).toBeLessThan(2000);
  },
);
