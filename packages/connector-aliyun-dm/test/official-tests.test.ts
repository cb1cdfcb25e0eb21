import { TemplateType, validateConfig } from '@logto/connector-kit';
import { describe, expect, test } from 'vitest';
import { configGuard } from '../src/config-guard.ts';
import { readSettings } from '../src/settings.ts';
import { config } from './config.ts';
import { failureOf, send } from './send.ts';
import { answer, startServer } from './server.ts';

// What the tests of Logto's own connectors for e-mail (1.42) expect, where it can be said of this one:
// of Aliyun Direct Mail, SMTP2GO, MailJunky, Mailgun, SendGrid, Amazon SES, SMTP and Postmark.

const { ForgotPassword, Generic, OrganizationInvitation, SignIn } = TemplateType;

const templates = [
  {
    usageType: 'SignIn',
    subject: 'Sign-in code {{code}}',
    content: 'Your sign-in code is {{code}}, {{code}} is your code',
  },
  { usageType: 'Register', subject: 'subject', content: 'Your register code is {{code}}' },
  { usageType: 'ForgotPassword', subject: 'subject', content: 'Your reset code is {{code}}' },
  { usageType: 'Generic', subject: 'subject', content: 'Your generic code is {{code}}' },
  { usageType: 'OrganizationInvitation', subject: 'Invitation', content: 'Your link is {{link}}' },
];

const accountName = 'no-reply@mail.example.com';

interface Case {
  type?: TemplateType;
  changes?: Parameters<typeof config>[0];
  payload?: Record<string, unknown>;
  /** Logto's own template. */
  own?: Record<string, string>;
  sent: Record<string, string | undefined>;
}

const text = { subject: 'Code {{code}}', content: 'Your code is {{code}}' };

const cases: [of: string, Case][] = [
  [
    'all: the template of the type',
    {
      sent: {
        Subject: 'Sign-in code 1234',
        HtmlBody: 'Your sign-in code is 1234, 1234 is your code',
      },
    },
  ],
  [
    'all: an invitation with its link',
    {
      type: OrganizationInvitation,
      payload: { link: 'https://example.com' },
      sent: { Subject: 'Invitation', HtmlBody: 'Your link is https://example.com' },
    },
  ],
  [
    'all: Generic where the type has none',
    { type: TemplateType.BindMfa, sent: { HtmlBody: 'Your generic code is 1234' } },
  ],
  [
    'Aliyun: a template of Logto, its sendFrom as the alias',
    {
      type: Generic,
      payload: { applicationName: 'bar' },
      own: { ...text, replyTo: 'Reply-to {{to}}', sendFrom: 'Foo {{applicationName}}' },
      sent: {
        Subject: 'Code 1234',
        HtmlBody: 'Your code is 1234',
        FromAlias: 'Foo bar',
        AccountName: accountName,
      },
    },
  ],
  [
    'SMTP2GO: the name and address of the configuration',
    {
      changes: { fromAlias: 'Logto Test' },
      sent: { FromAlias: 'Logto Test', AccountName: accountName },
    },
  ],
  [
    'SMTP2GO, MailJunky, SendGrid: a name from the payload',
    {
      payload: { application: { name: 'Test App' } },
      own: { ...text, contentType: 'text/html', sendFrom: '{{application.name}}' },
      sent: { FromAlias: 'Test App', AccountName: accountName, HtmlBody: 'Your code is 1234' },
    },
  ],
  [
    'SMTP2GO, MailJunky: a mailbox in sendFrom',
    {
      own: { ...text, contentType: 'text/plain', sendFrom: 'Support <support@example.com>' },
      sent: {
        FromAlias: 'Support',
        AccountName: 'support@example.com',
        TextBody: 'Your code is 1234',
        HtmlBody: undefined,
      },
    },
  ],
  [
    'SMTP2GO: angle brackets in the name',
    {
      own: { ...text, sendFrom: 'My <App> <support@example.com>' },
      sent: { FromAlias: 'My App', AccountName: 'support@example.com' },
    },
  ],
  [
    'MailJunky: an angle bracket in the address',
    {
      own: { ...text, sendFrom: 'Brand <bad<addr@example.com>' },
      sent: { FromAlias: 'Brand', AccountName: 'badaddr@example.com' },
    },
  ],
  [
    'MailJunky: control characters in the name (here cut to 15 characters)',
    {
      own: { ...text, sendFrom: 'Legit\r\nBcc: e@example.com <notice@example.com>' },
      sent: { FromAlias: 'LegitBcc: e@exa', AccountName: 'notice@example.com' },
    },
  ],
  [
    'MailJunky: control characters in a name alone',
    {
      own: { ...text, sendFrom: 'Display\r\nX-Evil: 1' },
      sent: { FromAlias: 'DisplayX-Evil:', AccountName: accountName },
    },
  ],
  [
    'MailJunky: control characters in an address',
    {
      own: { ...text, sendFrom: 'notice\r\n@example.com' },
      sent: { FromAlias: undefined, AccountName: 'notice@example.com' },
    },
  ],
  [
    'MailJunky: control characters in the configured name',
    {
      changes: { fromAlias: 'Books\r\n & More' },
      sent: { FromAlias: 'Books & More' },
    },
  ],
  [
    'SMTP2GO, Mailgun: words before the reply address',
    {
      payload: { user: { primaryEmail: 'user@example.com' } },
      own: { ...text, replyTo: 'Reply to {{user.primaryEmail}}' },
      sent: { ReplyAddress: 'user@example.com', ReplyAddressAlias: 'Reply to' },
    },
  ],
  [
    'SMTP: the reply address from the payload, a mailbox in sendFrom',
    {
      payload: { user: { primaryEmail: 'test@email.com' }, application: { name: 'Test app' } },
      own: {
        ...text,
        replyTo: '{{user.primaryEmail}}',
        sendFrom: '{{application.name}} <notice@test.smtp>',
      },
      sent: {
        ReplyAddress: 'test@email.com',
        FromAlias: 'Test app',
        AccountName: 'notice@test.smtp',
      },
    },
  ],
  [
    'Mailgun: a reply address of the configuration',
    { changes: { replyTo: 'baz@example.com' }, sent: { ReplyAddress: 'baz@example.com' } },
  ],
  [
    'SMTP: headers of the configuration',
    {
      changes: { headers: { 'X-User-Test': 'test' } },
      sent: { Headers: '{"X-User-Test":"test"}' },
    },
  ],
  [
    'Mailgun, Postmark: a template of the provider with its variables',
    {
      type: ForgotPassword,
      changes: {
        templates: templates.map((one) => ({
          ...one,
          ...{ templateId: 't-1', templateData: { foo: 'bar', code: '{{code}}{{link}}' } },
        })),
      },
      sent: {
        Template: '{"TemplateData":{"foo":"bar","code":"1234{{link}}"},"TemplateId":"t-1"}',
        HtmlBody: undefined,
      },
    },
  ],
  [
    'Mailgun: HTML and text together',
    {
      changes: { templates: templates.map((one) => ({ ...one, text: '{{code}}{{link}}' })) },
      sent: { TextBody: '1234{{link}}' },
    },
  ],
];

test.each(cases)('%s', async (_, { type = SignIn, changes, payload, own, sent }) => {
  await using server = await startServer();
  await send(
    config({ templates, ...changes, endpoint: server.endpoint }),
    { type, payload: { code: '1234', ...payload } },
    async () => own as never,
  );
  expect({ ...server.received[0]?.form }).toMatchObject(
    Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)),
  );
  for (const [name, value] of Object.entries(sent)) {
    expect([name, server.received[0]?.form[name]]).toEqual([name, value]);
  }
});

describe('the guard', () => {
  test('takes all required templates and a supported region', () => {
    validateConfig(config({ templates, regionId: 'ap-southeast-1' }), configGuard);
    const { url } = readSettings(config({ templates, regionId: 'ap-southeast-1' }));
    expect(url.href).toBe('https://dm.ap-southeast-1.aliyuncs.com/');
  });

  test.each([
    ['a template that is missing', { templates: templates.slice(0, 1) }],
    ['another region', { regionId: 'cn-shanghai' as never }],
  ])('refuses %s', (_, changes) => {
    expect(configGuard.safeParse(config({ templates, ...changes })).success).toBe(false);
  });
});

describe('differs', () => {
  test('in errors: theirs repeat status and body, which a visitor would read', async () => {
    await using server = await startServer((response) =>
      answer(response, 400, { Code: 'InvalidToAddress', Message: 'invalid sender' }),
    );
    const error = await failureOf(send(config({ templates, endpoint: server.endpoint })));
    expect(error).toMatchObject({ code: 'invalid_request_parameters', Code: 'InvalidToAddress' });
    expect(JSON.stringify(error)).not.toContain('invalid sender');
  });

  test('in the guard: Aliyun’s own tests have an accountName that is no address', () => {
    expect(configGuard.safeParse(config({ accountName: 'accountName' })).success).toBe(false);
  });

  test('in types of mail: MailJunky refuses one that it does not know; a later Logto may send it', () => {
    const later = { usageType: 'SomethingNew', subject: 'S', content: 'C' };
    expect(configGuard.safeParse(config({ templates: [...templates, later] })).success).toBe(true);
  });

  test('in a missing Generic: SendGrid tells it when it sends; here it cannot be saved, nor sent', async () => {
    const { code } = await failureOf(send(config({ templates: templates.slice(0, 3) })));
    expect(code).toBe('invalid_config');
  });

  // Not said of this one: version 1 of the signature (Aliyun), text derived from HTML (MailJunky), the
  // IP address of the visitor (HTTP), OAuth 2.0, TLS and connection options (SMTP).
});
