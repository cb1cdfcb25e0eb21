import { replaceSendMessageHandlebars } from '@logto/connector-kit';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asIs, escapeHtml, render } from './render.ts';

const payload = {
  code: '135790',
  application: { name: 'Books & <More>', home: undefined },
  organization: { name: '"Ada\'s"' },
  count: 3,
  empty: null,
  list: [1, 2],
  odd: { toString: 'x' },
};

describe('placeholders', () => {
  test.each([
    ['{{code}}', '135790'],
    ['{{ code }}', '135790'],
    ['{{application.name}}', 'Books & <More>'],
    ['{{count}} left', '3 left'],
    [
      'a nested name that is missing: [{{application.logo.url}}]',
      'a nested name that is missing: []',
    ],
    ['an empty value: [{{empty}}{{application.home}}]', 'an empty value: []'],
    ['an object: {{application}}', 'an object: [object Object]'],
    ['a list: {{list}}, {{list.1}}', 'a list: 1,2, 2'],
    ['what has no text: [{{odd}}]', 'what has no text: []'],
    ['an unknown name stays: {{user.name}}', 'an unknown name stays: {{user.name}}'],
    ['not a placeholder: {{code', 'not a placeholder: {{code'],
  ])('%s', (template, text) => {
    expect(render(template, payload, asIs)).toBe(text);
  });

  test.each(['{{constructor}}', '{{toString}}', '{{__proto__}}', '{{constructor.name}}'])(
    '%s is no value of the payload',
    (template) => {
      expect(render(template, payload, asIs)).toBe(template);
    },
  );

  test('inherited names have no value further down', () => {
    expect(render('[{{application.constructor.name}}{{code.length}}]', payload, asIs)).toBe('[]');
  });

  test('a value that looks like a placeholder is not filled again', () => {
    expect(render('{{a}}', { a: '{{code}}', code: '1' }, asIs)).toBe('{{code}}');
  });
});

test('values are escaped for HTML, the template is not', () => {
  expect(
    render('<b title="{{organization.name}}">{{application.name}}</b>', payload, escapeHtml),
  ).toBe('<b title="&quot;Ada&#39;s&quot;">Books &amp; &lt;More&gt;</b>');
});

test('an escaped value holds no markup, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      expect(render('{{value}}', { value }, escapeHtml)).not.toMatch(
        /[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/,
      );
    }),
  );
});

test('texts come out as the kit renders them', () => {
  const word = fc.constantFrom(
    '{{code}}',
    '{{ application.name }}',
    '{{link}}',
    '{{application}}',
    '{{application.tags}}',
    '{{list}}',
    '{{list.2.name}}',
    '{{code.0}}',
    '{{x.y}}',
    ' ',
    '{',
    '}',
  );
  const template = fc
    .array(fc.oneof(word, fc.string()), { maxLength: 8 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(template, fc.string(), fc.string(), (text, code, name) => {
      const values = { code, application: { name, tags: [name, 1] }, list: [code, null, { name }] };
      expect(render(text, values, asIs)).toBe(replaceSendMessageHandlebars(text, values));
    }),
  );
});
