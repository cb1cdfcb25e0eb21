import { signV1, stringToSignV1 } from '../src/api/signature-v1.ts';

let nonce = 0;

/** A call as somebody writes it who has no SDK. */
export interface RawCall {
  /** Parameters beside the usual ones; undefined takes one away. */
  parameters?: Record<string, string | undefined>;
  /** Where they go: all in the form unless said otherwise. */
  place?: 'query' | 'form' | 'both';
  method?: 'GET' | 'POST';
  secret?: string;
  /** Changes the request after it was signed. */
  headers?: Record<string, string>;
}

/** The signed parameters of a mail that the emulator takes. */
export function signedParameters(
  { parameters = {}, method = 'POST', secret = 'testsecret' }: RawCall = {},
  now = new Date(),
): URLSearchParams {
  nonce += 1;
  const usual: Record<string, string | undefined> = {
    Action: 'SingleSendMail',
    Version: '2015-11-23',
    Format: 'JSON',
    AccessKeyId: 'testid',
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: `nonce-${process.pid}-${nonce}`,
    Timestamp: now.toISOString().replace(/\.\d+/, ''),
    AccountName: 'no-reply@mail.example.com',
    AddressType: '1',
    ReplyToAddress: 'false',
    ToAddress: 'ada@example.com',
    Subject: 'Your code',
    HtmlBody: '<p>Your code is <b>123456</b>.</p>',
    ...parameters,
  };
  const pairs = Object.entries(usual).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  const signature = signV1(stringToSignV1(method, pairs), secret);
  return new URLSearchParams([...pairs, ['Signature', signature]]);
}

/** Signs and sends a mail with version 1.0. */
export function sendRaw(url: string, call: RawCall = {}, now?: Date): Promise<Response> {
  const { place = call.method === 'GET' ? 'query' : 'form', method = 'POST', headers = {} } = call;
  const all = [...signedParameters(call, now)];
  const inQuery = (index: number) => place === 'query' || (place === 'both' && index % 2 === 0);
  const query = new URLSearchParams(all.filter((_, index) => inQuery(index)));
  const form = new URLSearchParams(all.filter((_, index) => !inQuery(index)));
  const target = `${url}/?${query}`;
  return method === 'GET'
    ? fetch(target, { headers })
    : fetch(target, { method, headers, ...(form.size > 0 ? { body: form } : {}) });
}

interface Answer {
  status: number;
  EnvId?: string;
  RequestId?: string;
  HostId?: string;
  Code?: string;
  Message?: string;
  Recommend?: string;
}

/** Sends a mail and gives the answer's status and JSON. */
export async function send(url: string, call: RawCall = {}, now?: Date): Promise<Answer> {
  const response = await sendRaw(url, call, now);
  return { ...((await response.json()) as Omit<Answer, 'status'>), status: response.status };
}
