import { describe, expect, test } from 'vitest';
import { config } from '../test/config.ts';
import { message } from '../test/send.ts';
import { buildMail, type MailTemplate } from './mail.ts';
import { readSettings } from './settings.ts';

const payload = {
  code: '135790',
  application: { name: 'Books & Co' },
  organization: { name: 'Evil <evil@example.com>\r\nBcc: eve@example.com' },
  inviter: { primaryEmail: 'grace@example.com' },
};

function build(template: Partial<MailTemplate>, changes: Parameters<typeof config>[0] = {}) {
  return buildMail(
    { ...message, payload },
    { subject: 'Code', content: '{{code}}', ...template },
    readSettings(config(changes)),
  );
}

describe('body and subject', () => {
  test('HTML is the default, its values escaped; subjects are left alone', () => {
    const mail = build({ subject: '{{application.name}}', content: '<b>{{application.name}}</b>' });
    expect(mail).toMatchObject({ Subject: 'Books & Co', HtmlBody: '<b>Books &amp; Co</b>' });
    expect(mail).not.toHaveProperty('TextBody');
  });

  test('plain text is left alone', () => {
    const mail = build({ content: '{{application.name}}', contentType: 'text/plain' });
    expect(mail.TextBody).toBe('Books & Co');
    expect(mail).not.toHaveProperty('HtmlBody');
  });

  test('a value cannot bring control characters into the subject', () => {
    expect(build({ subject: 'Join {{organization.name}}' }).Subject).toBe(
      'Join Evil <evil@example.com>Bcc: eve@example.com',
    );
  });
});

describe('sender', () => {
  const { accountName } = config();

  test.each([
    [undefined, 'Books', 'Books', accountName],
    ['Sign in', 'Books', 'Sign in', accountName],
    ['{{application.name}}', 'Books', 'Books & Co', accountName],
    ['Hello <hello@example.com>', 'Books', 'Hello', 'hello@example.com'],
    ['hello@example.com', 'Books', 'Books', 'hello@example.com'],
    ['{{organization.name}}', 'Books', 'Evil evil@exam', accountName],
    ['{{organization.name}} <hello@example.com>', '', 'Evil evil@exam', 'hello@example.com'],
    ['', 'A name far too long', 'A name far too', accountName],
    ['{{user.name}}', 'Books', 'Books', accountName],
    [undefined, 'Bo\r\nok\ts', 'Books', accountName],
    [undefined, '', undefined, accountName],
  ])('sendFrom %s, fromAlias %s', (sendFrom, fromAlias, name, address) => {
    const mail = build({ ...(sendFrom !== undefined && { sendFrom }) }, { fromAlias });
    expect([mail.FromAlias, mail.AccountName]).toEqual([name, address]);
  });
});

describe('reply address', () => {
  test.each([
    [undefined, '', undefined, undefined],
    ['Support <help@example.com>', '', 'help@example.com', 'Support'],
    ['help@example.com', 'Other <other@example.com>', 'help@example.com', undefined],
    [undefined, 'Our wonderful support <help@example.com>', 'help@example.com', 'Our wonderful s'],
    ['{{inviter.primaryEmail}}', '', 'grace@example.com', undefined],
    // Nowhere to answer to; the mail goes out all the same.
    ['{{inviter.phone}}', '', undefined, undefined],
    ['Support', '', undefined, undefined],
    ['{{organization.name}}', '', undefined, undefined],
  ])('template %s, configuration %s', (ofTemplate, ofConfig, address, name) => {
    const mail = build({ ...(ofTemplate && { replyTo: ofTemplate }) }, { replyTo: ofConfig });
    expect([mail.ReplyAddress, mail.ReplyAddressAlias]).toEqual([address, name]);
    expect(mail.ReplyToAddress).toBe('false');
  });
});

describe('tag and tracking', () => {
  test('are off by default', () => {
    const mail = build({});
    expect([mail.TagName, mail.ClickTrace]).toEqual([undefined, undefined]);
  });

  test('are sent when set', () => {
    const mail = build({}, { tagName: 'sign-in', clickTrace: true });
    expect([mail.TagName, mail.ClickTrace]).toEqual(['sign-in', '1']);
  });
});
