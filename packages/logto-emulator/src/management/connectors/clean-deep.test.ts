import { expect, test } from 'vitest';
import { cleanDeep } from './clean-deep.ts';

test('what is empty goes at every depth, false and zero stay', () => {
  const config = {
    name: 'x',
    alias: '',
    none: null,
    list: ['', null, {}, [], 'y', 0, false],
    nested: { deeper: { text: '' }, kept: { on: false } },
    gone: { list: [''] },
  };
  expect(cleanDeep(config)).toEqual({
    name: 'x',
    list: ['y', 0, false],
    nested: { kept: { on: false } },
  });
});
