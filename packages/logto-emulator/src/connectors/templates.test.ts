import { expect, test } from 'vitest';
import { seedStore, tenantId } from '../store/seed.ts';
import { Store } from '../store/store.ts';
import { findEmailTemplate } from './templates.ts';

function storeWith(...templates: [languageTag: string, templateType: string][]) {
  const store = new Store();
  seedStore(store, new Date(0));
  for (const [languageTag, templateType] of templates) {
    const id = `${languageTag}-${templateType}`;
    const details = { subject: id, content: '' };
    store.emailTemplates.put({ tenantId, id, languageTag, templateType, details, createdAt: 0 });
  }
  return store;
}

test('the language asked for comes first, then the fallback language, then Generic in it', () => {
  const store = storeWith(['de', 'SignIn'], ['en', 'SignIn'], ['en', 'Generic'], ['de', 'Generic']);
  const subject = (type: string, tag?: string) => findEmailTemplate({ store }, type, tag)?.subject;
  expect(subject('SignIn', 'de')).toBe('de-SignIn');
  expect(subject('SignIn', 'fr')).toBe('en-SignIn');
  expect(subject('SignIn')).toBe('en-SignIn');
  expect(subject('Register', 'de')).toBe('en-Generic');
});

test('without any that fits there is none', () => {
  const store = storeWith(['de', 'SignIn']);
  expect(findEmailTemplate({ store }, 'SignIn', 'en')).toBeUndefined();
});
