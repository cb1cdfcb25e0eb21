import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../change.ts';
import { body, type LogtoApi } from '../logto.ts';
import { templateMark } from './layout.ts';
import { mailTemplates } from './templates.ts';

export const templatesSubject = 'E-mail templates (English, Simplified Chinese)';

interface Found {
  id: string;
  languageTag: string;
  templateType: string;
  details: { content: string };
}

/** Logto's e-mail templates that are ours. */
export async function findOwnTemplates(api: LogtoApi): Promise<Found[]> {
  const found = await readTemplates(api);
  return found.filter(isOurs);
}

/** Gives Logto its mails, in each language. Templates of somebody's own stay. */
export async function ensureTemplates(api: LogtoApi, dryRun: boolean): Promise<Change> {
  const found = await readTemplates(api);
  const isAt = (wanted: (typeof mailTemplates)[number]) => (one: Found) =>
    one.languageTag === wanted.languageTag && one.templateType === wanted.templateType;
  const others = found.filter((one) => !isOurs(one));
  const templates = mailTemplates.filter((wanted) => {
    const current = found.find(isAt(wanted));
    return !current || (isOurs(current) && !isDeepStrictEqual(current.details, wanted.details));
  });
  const isKept = others.length > 0 ? { detail: `${others.length} of somebody's own kept` } : {};
  if (templates.length === 0) {
    return { subject: templatesSubject, action: 'none', ...isKept };
  }
  if (!dryRun) {
    await api.PUT('/api/email-templates', { body: { templates } });
  }
  const action = found.some(isOurs) ? 'update' : 'create';
  return { subject: templatesSubject, action, ...isKept };
}

async function readTemplates(api: LogtoApi): Promise<Found[]> {
  return body(await api.GET('/api/email-templates')) as Found[];
}

function isOurs({ details }: Found): boolean {
  return details.content.includes(templateMark);
}
