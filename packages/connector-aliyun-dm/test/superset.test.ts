import { type EmailTemplateDetails, TemplateType } from '@logto/connector-kit';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AliyunDmConfig } from '../src/config.ts';
import { configGuard } from '../src/config-guard.ts';
import createConnector from '../src/index.ts';
import { readSettings } from '../src/settings.ts';
import { createOfficial, redirectHttps } from './official.ts';
import { startServer } from './server.ts';

const types = Object.values(TemplateType);
const required = ['Register', 'SignIn', 'ForgotPassword', 'Generic'];

interface OfficialTemplate {
  usageType: string;
  subject: string;
  content: string;
}

type OfficialConfig = Record<string, unknown> & {
  accessKeyId: string;
  accessKeySecret: string;
  accountName: string;
  templates: (OfficialTemplate & Record<string, unknown>)[];
};

/** Names that are settings here and nothing to the official connector, with values that are none. */
const unusable: Record<string, unknown[]> = {
  network: ['wifi', 5],
  endpoint: ['no thing', 'http://example.com', {}],
  timeout: ['soon', 0, true],
  maxRetries: [9],
  tagName: ['a b'],
  clickTrace: ['yes'],
  replyTo: ['nobody', ['a@b.c']],
  headers: [{ a: 'b' }, 'none'],
  credentialSource: ['mine'],
};
/** The same in a template. What is not even text is left out there, as the official one does. */
const unusableInTemplate: Record<string, string[]> = {
  contentType: ['html'],
  replyTo: ['nobody'],
  sendFrom: ['Books <nobody>', 'a@b.c,d@e.f'],
};

const verification: string[] = types.filter((type) => type !== 'OrganizationInvitation');

/** What the official guard takes and this one does not, each with the reason. */
const exceptions: [reason: string, applies: (config: OfficialConfig) => boolean][] = [
  [
    'a verification mail without a code or a link locks its reader out',
    ({ templates }) =>
      templates.some(
        ({ usageType, subject, content }) =>
          verification.includes(usageType) &&
          !/{{\s*(code|link)\s*}}/.test(`${subject} ${content}`),
      ),
  ],
  [
    'the service takes no mail without a subject or a body',
    ({ templates }) => templates.some((one) => !one.subject.trim() || !one.content.trim()),
  ],
  [
    'no key is blank or has other than visible ASCII, and one that has could end its header line',
    ({ accessKeyId, accessKeySecret }) =>
      [accessKeyId, accessKeySecret].some((key) => !/^[!-~]+$/.test(key.trim())),
  ],
  [
    'the service sends from one address',
    ({ accountName }) => !/^[\w.]+@[\w.]+$/.test(accountName.trim()),
  ],
  [
    'a name that is a setting here with a value that cannot be used: ignoring it would send elsewhere or otherwise than was meant',
    (config) =>
      Object.entries(unusable).some(([name, values]) => values.includes(config[name])) ||
      config.templates.some((template) =>
        Object.entries(unusableInTemplate).some(([name, values]) =>
          values.includes(template[name] as string),
        ),
      ),
  ],
];

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
/** What a subject or a name can be without losing anything: no control characters, nothing cut. */
function line(maxLength: number) {
  return fc
    .string({ unit: 'grapheme', maxLength })
    .filter((one) => !/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u.test(one) && one === one.trim());
}
/** A value without a character that HTML would have to escape. */
const value = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .filter((one) => !/[\p{Cc}<>&"']/u.test(one));
const placeholder = fc.constantFrom(
  '{{code}}',
  '{{ application.name }}',
  '{{application}}',
  '{{user.name}}',
  '{{locale}}',
);

/** Keys that the official guard strips from a template. */
const stripped = fc.record(
  {
    contentType: fc.constantFrom<unknown>(null, 5, {}, 'text/html', ''),
    replyTo: fc.constantFrom<unknown>(null, false, []),
    sendFrom: fc.constantFrom<unknown>(null, 1, {}),
    text: fc.constantFrom<unknown>(null, {}),
    templateId: fc.constantFrom<unknown>(null, 7, ''),
    templateData: fc.constantFrom<unknown>(null, 'x', [1]),
    type: fc.jsonValue(),
  },
  { requiredKeys: [] },
);

function template(usageType: fc.Arbitrary<string>) {
  const own = fc.record({
    usageType,
    subject: fc.tuple(line(20), placeholder).map(([one, other]) => `S${one}${other}`),
    content: fc.tuple(text, placeholder, text).map((parts) => `${parts.join('')}{{code}}`),
  });
  return fc.tuple(stripped, own).map(([extra, one]) => ({ ...extra, ...one }));
}

const templates = fc
  .tuple(
    fc.tuple(...required.map((type) => template(fc.constant(type)))),
    fc.array(template(fc.oneof(fc.constantFrom(...types), text)), { maxLength: 4 }),
  )
  .chain(([some, others]) =>
    fc.shuffledSubarray([...some, ...others], { minLength: some.length + others.length }),
  );

const regions = ['cn-hangzhou', 'ap-southeast-1', 'ap-southeast-2', 'eu-central-1', 'us-east-1'];

const config = fc.record(
  {
    accessKeyId: fc.stringMatching(/^[!-~]{1,30}$/),
    accessKeySecret: fc.stringMatching(/^[!-~]{1,30}$/),
    regionId: fc.constantFrom(...regions, undefined),
    accountName: fc.emailAddress({ size: 'small' }).filter((one) => /^[\w.]+@[\w.]+$/.test(one)),
    fromAlias: line(15).filter((alias) => alias.length <= 15),
    templates,
    // Not a field of either.
    comment: fc.jsonValue(),
  },
  { requiredKeys: ['accessKeyId', 'accessKeySecret', 'accountName', 'templates'] },
) as unknown as fc.Arbitrary<OfficialConfig>;

/** A right configuration with one thing changed to something odd. */
const odd = fc
  .tuple(
    config,
    fc.oneof(
      fc.record({ accessKeyId: text }),
      fc.record({ accessKeySecret: text }),
      fc.record({
        accountName: fc.constantFrom('', 'accountName', 'a@b.c, d@e.f', ' a@b.c ', '中 @x'),
      }),
      fc.record({ regionId: fc.constantFrom('mars', '', 'us-east-1') }),
      fc.record({ fromAlias: text }),
      ...Object.entries(unusable).map(([name, values]) =>
        fc.record({ [name]: fc.constantFrom(...values) }),
      ),
      ...Object.entries(unusableInTemplate).map(([name, values]) =>
        fc.constantFrom(...values).map((one) => ({ inTemplate: { [name]: one } })),
      ),
      fc
        .constantFrom({ subject: '' }, { content: ' ' }, { content: 'no code' }, { subject: 5 })
        .map((inTemplate) => ({ inTemplate })),
      fc.constant({ templates: [] }),
    ) as fc.Arbitrary<Record<string, unknown> & { inTemplate?: object }>,
    fc.nat(3),
  )
  .map(([one, { inTemplate, ...changes }, at]) => ({
    ...one,
    templates: one.templates.map((each, index) =>
      index === at ? { ...each, ...inTemplate } : each,
    ),
    ...changes,
  }));

const own: fc.Arbitrary<EmailTemplateDetails | undefined> = fc.option(
  fc.record(
    {
      subject: line(20).map((one) => `S${one}`),
      content: text.map((one) => `${one}{{code}}`),
      sendFrom: fc.constant('{{application.name}}'),
    },
    { requiredKeys: ['subject', 'content'] },
  ),
  { nil: undefined },
);

const payload = fc.record(
  {
    code: fc.stringMatching(/^\d{6}$/),
    locale: value,
    application: fc.record(
      { name: fc.stringMatching(/^[A-Za-z中é]{1,15}$/) },
      { noNullPrototype: true },
    ),
  },
  { requiredKeys: ['code', 'application'], noNullPrototype: true },
);

/** What each version of the signature adds to the mail itself, and the region, which is in the host. */
const common = /^(?:AccessKeyId|Action|Format|RegionId|Signature\w*|Timestamp|Version)$/;

let server: Awaited<ReturnType<typeof startServer>>;
let restore: () => void;

beforeAll(async () => {
  server = await startServer();
  restore = redirectHttps(Number(new URL(server.endpoint).port));
});

afterAll(async () => {
  restore();
  await server[Symbol.asyncDispose]();
});

function mailOf(form: Record<string, string>) {
  return Object.fromEntries(
    Object.entries(form).filter(([name, one]) => !common.test(name) && one !== ''),
  );
}

test('every configuration that is valid for the official connector is valid here, but for the listed ones', async () => {
  const official = await createOfficial({ getConfig: async () => undefined });
  const met = new Map<string, number>();
  fc.assert(
    fc.property(fc.oneof(config, odd), (one) => {
      if (!official.configGuard.safeParse(one).success) {
        return;
      }
      const reasons = exceptions
        .filter(([, applies]) => applies(one as OfficialConfig))
        .map(([reason]) => reason);
      for (const reason of reasons.length > 0 ? reasons : ['none']) {
        met.set(reason, (met.get(reason) ?? 0) + 1);
      }
      expect(configGuard.safeParse(one)).toMatchObject({ success: reasons.length === 0 });
    }),
    { numRuns: 3000 },
  );
  // Each exception was met, so that none stays in the list without a need.
  expect([...met.keys()].toSorted()).toEqual(
    ['none', ...exceptions.map(([reason]) => reason)].toSorted(),
  );
});

test('and it sends the same mail to the same host', async () => {
  const mail = fc.record({ config, own, payload, type: fc.constantFrom(...types) });
  await fc.assert(
    fc.asyncProperty(mail, async ({ config: stored, own: template, payload: given, type }) => {
      server.received.length = 0;
      const data = { to: 'ada@example.com', type, payload: given };
      const getI18nEmailTemplate = async () => template;
      const official = await createOfficial({
        getConfig: async () => stored,
        getI18nEmailTemplate,
      });
      await official.sendMessage(data);
      const ours = await createConnector({
        getConfig: async () => ({ ...stored, endpoint: server.endpoint }),
        getI18nEmailTemplate,
      });
      await ours.sendMessage(data);
      const [theirs, mine] = server.received;
      expect(mailOf(mine?.form ?? {})).toEqual(mailOf(theirs?.form ?? {}));
      expect(readSettings(stored).url.host).toBe(theirs?.headers.host);
    }),
    { numRuns: 300 },
  );
});

/** Where the same configuration sends another mail, and why. */
test.each([
  [
    'a value is escaped in HTML: a name must not bring markup',
    { content: '{{code}}{{organization.name}}' },
    { HtmlBody: '135790&lt;b&gt;&amp;' },
    { HtmlBody: '135790<b>&' },
  ],
  [
    'control characters and those that change the direction leave the subject',
    { subject: 'a\u202eb\nc' },
    { Subject: 'abc' },
    { Subject: 'a\u202eb\nc' },
  ],
  [
    'an inherited name is no placeholder',
    { subject: '{{constructor}}' },
    { Subject: '{{constructor}}' },
    { Subject: 'function Object() { [native code] }' },
  ],
])('%s', async (_, changes, mine, theirs) => {
  server.received.length = 0;
  const stored = {
    ...{ accessKeyId: 'id', accessKeySecret: 'secret', accountName: 'no-reply@example.com' },
    templates: required.map((usageType) => ({
      usageType,
      ...{ subject: 'S', content: '{{code}}', ...changes },
    })),
  };
  const payload = { code: '135790', organization: { name: '<b>&' } };
  const data = { to: 'ada@example.com', type: TemplateType.SignIn, payload };
  const ours = await createConnector({
    getConfig: async () => ({ ...stored, endpoint: server.endpoint }) as AliyunDmConfig,
  });
  await ours.sendMessage(data);
  const official = await createOfficial({ getConfig: async () => stored });
  await official.sendMessage(data);
  expect(server.received.map(({ form }) => form)).toMatchObject([mine, theirs]);
});

test("a sender's name is cut to 15 characters, which the official one leaves to the service", async () => {
  server.received.length = 0;
  const fromAlias = 'A name of more than fifteen';
  const [stored] = fc.sample(config, 1) as unknown as AliyunDmConfig[];
  const ours = await createConnector({
    getConfig: async () => ({ ...stored, fromAlias, endpoint: server.endpoint }),
  });
  await ours.sendMessage({
    ...{ to: 'ada@example.com', type: TemplateType.SignIn, payload: { code: '135790' } },
  });
  expect(server.received[0]?.form.FromAlias).toBe('A name of more');
});
