import { ApiError } from './api-error.ts';
import { readTemplate } from './json-parameters.ts';

/** A template as it would be set up in the console; `{name}` stands for a variable. */
export interface MailTemplate {
  subject?: string;
  html?: string;
  text?: string;
}

/** Bytes of a body at most when it comes in the query. */
const mostInQuery = 80 * 1024;
/** Bytes of a body at most when it comes in the form. The vendor's pages say 6 MB, its SDK says 8. */
const mostInForm = 8 * 1024 * 1024;

function fill(text: string, data: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => data[name] ?? whole);
}

/** Subject, HTML and text of a mail: from the request, or from its template. */
export function readContent(
  parameters: ReadonlyMap<string, string>,
  inQuery: ReadonlySet<string>,
  templates: Readonly<Record<string, MailTemplate>>,
): { subject: string; html: string; text: string } {
  const body = (name: string) => {
    const value = parameters.get(name) ?? '';
    const most = inQuery.has(name) ? mostInQuery : mostInForm;
    if (Buffer.byteLength(value) > most) {
      throw new ApiError('InvalidBody');
    }
    return value;
  };
  const given = {
    subject: parameters.get('Subject') ?? '',
    html: body('HtmlBody'),
    text: body('TextBody'),
  };
  const wanted = readTemplate(parameters.get('Template'));
  if (!wanted) {
    if (!given.html && !given.text) {
      throw new ApiError('InvalidBody');
    }
    return given;
  }
  const template = Object.hasOwn(templates, wanted.id) ? templates[wanted.id] : undefined;
  if (!template) {
    throw new ApiError('InvalidTemplate.NotFound');
  }
  return {
    subject: fill(given.subject || (template.subject ?? ''), wanted.data),
    html: fill(template.html ?? given.html, wanted.data),
    text: fill(template.text ?? given.text, wanted.data),
  };
}
