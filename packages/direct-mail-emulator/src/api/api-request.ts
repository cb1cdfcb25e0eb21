/** A call of the API as it came in, before anything about it is believed. */
export interface ApiRequest {
  method: string;
  host: string;
  headers: Headers;
  query: [name: string, value: string][];
  /** The body's bytes: version 3 signs their hash. */
  body: Uint8Array;
  /** Parameters of the query and of the form together; the form wins. */
  parameters: Map<string, string>;
  /** Names of the parameters that came in the query, where they may be shorter only. */
  inQuery: ReadonlySet<string>;
}

const decoder = new TextDecoder();

/** Reads the query and, when there is one, the form. */
export async function readApiRequest(request: Request): Promise<ApiRequest> {
  const url = new URL(request.url);
  const query = [...url.searchParams];
  const body = new Uint8Array(await request.arrayBuffer());
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(
    request.headers.get('content-type') ?? '',
  );
  const form = isForm ? [...new URLSearchParams(decoder.decode(body))] : [];
  const inForm = new Set(form.map(([name]) => name));
  return {
    method: request.method,
    host: request.headers.get('host') ?? url.host,
    headers: request.headers,
    query,
    body,
    parameters: new Map([...query, ...form]),
    inQuery: new Set(query.map(([name]) => name).filter((name) => !inForm.has(name))),
  };
}
