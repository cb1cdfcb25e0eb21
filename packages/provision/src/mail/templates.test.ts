import { type LogtoEmulator, startLogtoEmulator } from '@dm-kit/logto-emulator';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { body, connectToLogto, type LogtoApi } from '../logto.ts';
import { ensureTemplates } from './ensure-templates.ts';
import { connectorTemplates, mailTemplates } from './templates.ts';

describe('the mails', () => {
  it.each(mailTemplates)('$languageTag $templateType', ({ languageTag, templateType, details }) => {
    const { content, subject } = details;
    const what = templateType === 'OrganizationInvitation' ? '{{link}}' : '{{code}}';
    expect(content).toContain(what);
    expect(content).toContain(`<html lang="${languageTag}">`);
    // Mail programs drop or block them.
    expect(content).not.toMatch(/<(img|script|link)\b|url\(/);
    expect(content.length).toBeLessThan(10_000);
    expect(subject.length).toBeLessThan(60);
    if (languageTag === 'zh-CN') {
      expect(subject + content.replace(/<style>.*<\/style>/, '')).not.toMatch(
        /\b(your|code to)\b/i,
      );
    }
  });

  it('are the same kinds in each language', () => {
    const kinds = (tag: string) =>
      mailTemplates.filter((one) => one.languageTag === tag).map((one) => one.templateType);
    expect(kinds('zh-CN')).toEqual(kinds('en'));
  });

  it('are the connector’s own as well', () => {
    expect(connectorTemplates.map(({ usageType }) => usageType)).toEqual([
      'SignIn',
      'Register',
      'ForgotPassword',
      'Generic',
    ]);
  });
});

describe('ensureTemplates', () => {
  let emulator: LogtoEmulator;
  let api: LogtoApi;
  beforeAll(async () => {
    emulator = await startLogtoEmulator({ port: 0 });
  });
  afterAll(() => emulator.close());
  beforeEach(async () => {
    await emulator.reset();
    api = connectToLogto({ endpoint: emulator.url, ...emulator.m2m });
  });

  async function put(languageTag: string, content: string) {
    const details = { subject: 'Mine', content };
    await api.PUT('/api/email-templates', {
      body: { templates: [{ languageTag, templateType: 'SignIn', details }] },
    });
  }

  it('sets each, once', async () => {
    expect((await ensureTemplates(api, true)).action).toBe('create');
    expect((await ensureTemplates(api, false)).action).toBe('create');
    expect(body(await api.GET('/api/email-templates'))).toHaveLength(mailTemplates.length);
    expect((await ensureTemplates(api, false)).action).toBe('none');
  });

  it('mends an older one of its own, and leaves somebody else’s', async () => {
    await ensureTemplates(api, false);
    await put('en', '<!-- dm-kit --> older {{code}}');
    await put('zh-CN', 'mine {{code}}');
    const change = await ensureTemplates(api, false);
    expect(change).toMatchObject({ action: 'update', detail: "1 of somebody's own kept" });
    const found = body(await api.GET('/api/email-templates')).filter(
      ({ templateType }) => templateType === 'SignIn',
    );
    expect(found.find(({ languageTag }) => languageTag === 'en')?.details.content).not.toContain(
      'older',
    );
    expect(found.find(({ languageTag }) => languageTag === 'zh-CN')?.details.content).toBe(
      'mine {{code}}',
    );
  });
});
