import { describe, expect, test } from 'vitest';
import { config } from '../test/config.ts';
import { message } from '../test/send.ts';
import { buildMail, type MailTemplate } from './mail.ts';
import { readSettings } from './settings.ts';

const payload = {
  code: '135790',
  application: { name: 'Books & Co' },
  organization: { name: 'Evil <evil@example.com>\r\nBcc: eve@example.com' },
  inviter: { primaryEmail: 'grace@example.com', name: ' < Grace > ' },
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

  test('nor one that turns the text around', () => {
    expect(build({ subject: 'a\u202eb\u2066c\u200fd', sendFrom: 'e\u202ef' })).toMatchObject({
      Subject: 'abcd',
      FromAlias: 'ef',
    });
  });

  test('HTML and text go out together, each with its values as it needs them', () => {
    const mail = build({ content: '<b>{{application.name}}</b>', text: '{{application.name}}' });
    expect(mail).toMatchObject({ HtmlBody: '<b>Books &amp; Co</b>', TextBody: 'Books & Co' });
  });

  test('a template of Direct Mail goes out with its data and without a body', () => {
    const templateData = { code: '{{code}}', app: '{{application.name}}' };
    const mail = build({ templateId: 't-1', templateData, text: '{{code}}' });
    expect(JSON.parse(mail.Template ?? '')).toEqual({
      TemplateId: 't-1',
      TemplateData: { code: '135790', app: 'Books &amp; Co' },
    });
    expect([mail.HtmlBody, mail.TextBody]).toEqual([undefined, undefined]);
    const plain = build({ templateId: 't-1', templateData, contentType: 'text/plain' });
    expect(JSON.parse(plain.Template ?? '').TemplateData.app).toBe('Books & Co');
  });
});

test.each([
  ['ada@example.com', 'ada@example.com'],
  ['ada@例子.中国', 'ada@xn--fsqu00a.xn--fiqs8s'],
  ['用户@example.com', '用户@example.com'],
  ['ada@example.com;eve@example.com', 'ada@example.com;eve@example.com'],
])('%s is sent to as %s', (to, address) => {
  const template = { subject: 'Code', content: '{{code}}' };
  expect(buildMail({ ...message, to }, template, readSettings(config())).ToAddress).toBe(address);
});

describe('sender', () => {
  const { accountName } = config();

  test.each([
    [undefined, 'Books', 'Books', accountName],
    ['Sign in', 'Books', 'Sign in', accountName],
    ['{{application.name}}', 'Books', 'Books & Co', accountName],
    ['Hello <hello@example.com>', 'Books', 'Hello', 'hello@example.com'],
    // An address without a name has none, as the kit has it.
    ['hello@example.com', 'Books', undefined, 'hello@example.com'],
    ['<hello@example.com>', 'Books', undefined, 'hello@example.com'],
    ['My <App> <hello@example.com>', '', 'My App', 'hello@example.com'],
    ['{{inviter.name}}', 'Books', 'Grace', accountName],
    ['{{organization.name}}', 'Books', 'Evil evil@examp', accountName],
    ['{{organization.name}} <hello@example.com>', '', 'Evil evil@examp', 'hello@example.com'],
    // What is no address, or two, leaves the connector's own.
    ['Hello <nobody>', 'Books', 'Hello', accountName],
    ['Hello <a@example.com,b@example.com>', 'Books', 'Hello', accountName],
    ['{{organization.name}}@example.com', 'Books', 'Books', accountName],
    ['', 'A name far too long', 'A name far too', accountName],
    ['{{user.name}}', 'Books', 'Books', accountName],
    [undefined, 'Fifteen letters', 'Fifteen letters', accountName],
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
    ['Reply to {{ inviter.primaryEmail }}', '', 'grace@example.com', 'Reply to'],
    ['Reply to help@example.com please', '', 'help@example.com', 'Reply to please'],
    // Nowhere to answer to; the mail goes out all the same.
    ['{{inviter.phone}}', '', undefined, undefined],
    ['Support', '', undefined, undefined],
    ['{{organization.name}}', '', undefined, undefined],
  ])('template %s, configuration %s', (ofTemplate, ofConfig, address, name) => {
    const mail = build({ ...(ofTemplate && { replyTo: ofTemplate }) }, { replyTo: ofConfig });
    expect([mail.ReplyAddress, mail.ReplyAddressAlias]).toEqual([address, name]);
    expect(mail.ReplyToAddress).toBe('false');
  });

  test('the one of the console counts where no other does', () => {
    expect(build({}, { replyToAddress: true }).ReplyToAddress).toBe('true');
    const mail = build({ replyTo: 'help@example.com' }, { replyToAddress: true });
    expect([mail.ReplyToAddress, mail.ReplyAddress]).toEqual(['false', 'help@example.com']);
  });
});

describe('what else the service takes', () => {
  test('is left out by default', () => {
    const { TagName, ClickTrace, UnSubscribeLinkType, Headers, IpPoolId } = build({});
    const all = [TagName, ClickTrace, UnSubscribeLinkType, Headers, IpPoolId];
    expect(all).toEqual(Array(5).fill(undefined));
  });

  test('is sent when set', () => {
    const mail = build(
      {},
      {
        tagName: 'sign-in',
        clickTrace: true,
        unSubscribeLinkType: 'disabled',
        headers: { 'X-User-A': 'b' },
        ipPoolId: 'pool-1',
      },
    );
    expect(mail).toMatchObject({
      TagName: 'sign-in',
      ClickTrace: '1',
      UnSubscribeLinkType: 'disabled',
      Headers: '{"X-User-A":"b"}',
      IpPoolId: 'pool-1',
    });
  });
});
