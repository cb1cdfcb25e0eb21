import { expect, test } from 'vitest';
import { config } from '../test/config.ts';
import { message } from '../test/send.ts';
import { buildMail } from './mail.ts';
import { repeatsNothing, sensitiveTexts } from './sensitive.ts';
import { readSettings } from './settings.ts';

const settings = readSettings(config());
const data = { ...message, payload: { code: '135790', link: 'https://example.com/?t=1' } };
const mail = buildMail(data, { subject: 'Code', content: 'Body of a mail: {{code}}' }, settings);
const credentials = {
  accessKeyId: 'testid',
  accessKeySecret: 'testsecret',
  securityToken: 'token',
};

/** Made anew for each test. */
function sensitive(): string[] {
  return sensitiveTexts(data, mail, credentials);
}

test.each([
  'testid',
  'a testsecret b',
  'token',
  '135790',
  'https://example.com/?t=1',
  'ada@example.com',
  'XBody of a ma',
  'mail',
  'Invalid.testsecre',
  'TEST-SECRET',
])('%s is repeated', (text) => {
  expect(repeatsNothing(text, sensitive())).toBe(false);
});

test.each(['Throttling.User', '82B295BB-7E69-491F-9896-ECEAFF09E1A4'])('%s is not', (text) => {
  expect(repeatsNothing(text, sensitive())).toBe(true);
});

test('what a message lacks is not looked for', () => {
  const texts = sensitiveTexts({ ...data, payload: {} }, mail, credentials);
  expect(texts).toHaveLength(6);
  expect(texts.every((text) => typeof text === 'string')).toBe(true);
});

test('what has neither letters nor digits is in everything, and says nothing', () => {
  expect(repeatsNothing('82B295BB', ['', '-', '<>'])).toBe(true);
});
