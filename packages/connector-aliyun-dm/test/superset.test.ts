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

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
/** What a subject or a name can be without losing anything: no control characters, nothing cut. */
function line(maxLength: number) {
  return fc
    .string({ unit: 'grapheme', maxLength })
    .filter((one) => !/\p{Cc}/u.test(one) && one === one.trim());
}
/** A value without a character that HTML would have to escape. */
const value = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .filter((one) => !/[\p{Cc}<>&"']/u.test(one));
const placeholder = fc.constantFrom(
  '{{code}}',
  '{{ application.name }}',
  '{{user.name}}',
  '{{locale}}',
);

function template(usageType: fc.Arbitrary<string>) {
  return fc.record({
    usageType,
    subject: fc.tuple(line(20), placeholder).map(([one, other]) => `S${one}${other}`),
    content: fc.tuple(text, placeholder, text).map((parts) => `${parts.join('')}{{code}}`),
  });
}

const templates = fc
  .tuple(
    fc.tuple(...required.map((type) => template(fc.constant(type)))),
    fc.array(template(fc.oneof(fc.constantFrom(...types), text)), { maxLength: 4 }),
  )
  .chain(([some, others]) =>
    fc.shuffledSubarray([...some, ...others], { minLength: some.length + others.length }),
  );

const config = fc.record(
  {
    accessKeyId: fc.stringMatching(/^[A-Za-z0-9]{1,30}$/),
    accessKeySecret: text,
    regionId: fc.constantFrom(
      'cn-hangzhou',
      'ap-southeast-1',
      'ap-southeast-2',
      'eu-central-1',
      'us-east-1',
    ),
    accountName: fc.emailAddress({ size: 'small' }),
    fromAlias: line(14).filter((alias) => alias.length <= 14),
    templates,
    // Not a field of either.
    comment: fc.jsonValue(),
  },
  { requiredKeys: ['accessKeyId', 'accessKeySecret', 'accountName', 'templates'] },
) as fc.Arbitrary<AliyunDmConfig>;

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
    application: fc.record({ name: fc.stringMatching(/^[A-Za-z中é]{1,14}$/) }),
  },
  { requiredKeys: ['code', 'application'] },
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

test('every configuration that is valid for the official connector is valid here', async () => {
  const official = await createOfficial({ getConfig: async () => undefined });
  const any = fc.record(
    {
      accessKeyId: text,
      accessKeySecret: text,
      regionId: fc.constantFrom('cn-hangzhou', 'us-east-1', 'mars', '', undefined),
      accountName: text,
      fromAlias: fc.oneof(text, fc.constant(undefined)),
      templates: fc.oneof(
        templates,
        templates.map((all) => all.slice(1)),
      ),
      comment: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  let valid = 0;
  fc.assert(
    fc.property(fc.oneof(config, any), (one) => {
      if (official.configGuard.safeParse(one).success) {
        valid += 1;
        expect(configGuard.safeParse(one)).toMatchObject({ success: true });
      }
    }),
    { numRuns: 1000 },
  );
  expect(valid).toBeGreaterThan(300);
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
    { numRuns: 200 },
  );
});
