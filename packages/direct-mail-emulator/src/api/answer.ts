import type { ApiError } from './api-error.ts';
import type { ApiRequest } from './api-request.ts';

/** Fields of an answer in their order; all are texts. */
export type Fields = Record<string, string>;

const xmlEscapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function toXml(root: string, fields: Fields): string {
  const elements = Object.entries(fields).map(
    ([name, value]) =>
      `<${name}>${value.replace(/[&<>"]/g, (character) => xmlEscapes[character] ?? '')}</${name}>`,
  );
  return `<?xml version='1.0' encoding='UTF-8'?><${root}>${elements.join('')}</${root}>`;
}

/** XML unless JSON is asked for: by `Format`, or by `Accept` as the vendor's SDK does. */
export function wantsJson({ parameters, headers }: ApiRequest): boolean {
  const format = parameters.get('Format');
  return format
    ? format.toUpperCase() === 'JSON'
    : (headers.get('accept') ?? '').includes('application/json');
}

/** Writes an answer in the format that the caller wants. @param root the XML root element */
export function answer(json: boolean, root: string, fields: Fields, status = 200): Response {
  return new Response(json ? JSON.stringify(fields) : toXml(root, fields), {
    status,
    headers: {
      'content-type': json ? 'application/json;charset=utf-8' : 'text/xml;charset=utf-8',
      'x-acs-request-id': fields.RequestId ?? '',
    },
  });
}

/** Writes the vendor's error object. */
export function answerError(
  json: boolean,
  error: ApiError,
  { requestId, hostId }: { requestId: string; hostId: string },
): Response {
  const search = new URLSearchParams({ q: error.code, product: 'Dm', requestId });
  const fields = {
    RequestId: requestId,
    HostId: hostId,
    Code: error.code,
    Message: error.message,
    Recommend: `https://api.aliyun.com/troubleshoot?${search}`,
  };
  return answer(json, 'Error', fields, error.status);
}

/** Request ids look like the vendor's: a UUID in capitals. */
export function newRequestId(): string {
  return crypto.randomUUID().toUpperCase();
}
