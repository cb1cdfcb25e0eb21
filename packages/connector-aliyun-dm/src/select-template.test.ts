import { TemplateType } from '@logto/connector-kit';
import { expect, test, vi } from 'vitest';
import { config } from '../test/config.ts';
import { message } from '../test/send.ts';
import { selectTemplate } from './select-template.ts';

const { templates } = config();
const own = { subject: 'From Logto', content: '{{code}}' };

test("Logto's own template wins, looked up by type and language", async () => {
  const look = vi.fn(async () => own);
  expect(await selectTemplate(message, templates, look)).toBe(own);
  expect(look).toHaveBeenCalledExactlyOnceWith('SignIn', 'en');
});

test('without one, the configured template of the type', async () => {
  expect(await selectTemplate(message, templates, async () => undefined)).toBe(templates[0]);
  expect(await selectTemplate(message, templates, undefined)).toBe(templates[0]);
});

test('without that, Generic', async () => {
  const data = { ...message, type: TemplateType.BindMfa };
  expect(await selectTemplate(data, templates, undefined)).toBe(templates[3]);
});

test.each([
  ['rejects', () => Promise.reject(new Error('database'))],
  [
    'throws',
    () => {
      throw new Error('database');
    },
  ],
])('the configured one when the look-up %s', async (_, look) => {
  expect(await selectTemplate(message, templates, look)).toBe(templates[0]);
});

test('an error when there is none at all', async () => {
  await expect(selectTemplate(message, [], undefined)).rejects.toMatchObject({
    code: 'template_not_found',
    data: { errorDescription: expect.stringContaining('add a Generic one') },
  });
});
