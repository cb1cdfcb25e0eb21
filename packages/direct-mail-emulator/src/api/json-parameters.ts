import { invalidParameter } from './api-error.ts';

function parseObject(name: string, json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
  } catch {
    // Falls through to the same refusal as JSON of another kind.
  }
  throw invalidParameter(name, 'It must be a JSON object.');
}

const headerName = /^[A-Za-z0-9-]{1,100}$/;
const mostHeaders = 10;

/** Reads `Headers`: a JSON object of texts, ten at most. */
export function readHeaders(json: string | undefined): Record<string, string> {
  if (!json) {
    return {};
  }
  const entries = Object.entries(parseObject('Headers', json));
  if (entries.length > mostHeaders) {
    throw invalidParameter('Headers', 'At most 10 are allowed.');
  }
  return Object.fromEntries(
    entries.map(([name, value]) => {
      const fits = headerName.test(name) && typeof value === 'string' && !/[\r\n]/.test(value);
      if (!fits) {
        throw invalidParameter('Headers', 'Names and values must be texts of one line.');
      }
      return [name, value];
    }),
  );
}

/** Reads `Template`: `{"TemplateId": "…", "TemplateData": {…}}`. */
export function readTemplate(
  json: string | undefined,
): { id: string; data: Record<string, string> } | undefined {
  if (!json) {
    return undefined;
  }
  const { TemplateId: id, TemplateData: data = {} } = parseObject('Template', json);
  if (typeof id !== 'string' && typeof id !== 'number') {
    throw invalidParameter('Template', 'TemplateId is missing.');
  }
  if (typeof data !== 'object' || data === null) {
    throw invalidParameter('Template', 'TemplateData must be an object.');
  }
  const texts = Object.entries(data).map(([name, value]) => [name, String(value)] as const);
  return { id: String(id), data: Object.fromEntries(texts) };
}
