import { authorizationUrl, createPkce } from './authorize.ts';
import type { Browser } from './browser.ts';
import { exchange, type Tokens } from './sign-in.ts';
import type { Tenant } from './tenant.ts';

/** Status and body of an answer of the Experience API; a body that is no object is left out. */
export interface Answer {
  status: number;
  code?: string;
  message?: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape.
  data?: any;
  verificationId: string;
  redirectTo?: string;
}

/** Somebody on the sign-in pages. */
export interface Visitor {
  browser: Browser;
  /** Calls the Experience API. */
  call(method: string, path: string, body?: object, headers?: object): Promise<Answer>;
  /** Has a code sent. @returns the id to verify it with */
  send(email: string, event?: string): Promise<string>;
  /** Enters a code, the one that was sent unless told. */
  enter(verificationId: string, email: string, code?: string): Promise<Answer>;
  /** Has a code sent and enters it. @returns the id of the proof */
  prove(email: string, event?: string): Promise<string>;
  identify(verificationId?: string): Promise<Answer>;
  /** Goes on to the application, for its tokens. */
  finish(): Promise<Tokens>;
}

/** A visitor who has just been sent to the sign-in pages, and begins this event there. */
export async function visit(
  tenant: Tenant,
  event = 'SignIn',
  parameters: Record<string, string> = {},
): Promise<Visitor> {
  const browser = tenant.browser();
  const { verifier, challenge } = createPkce();
  await browser.fetch(authorizationUrl(tenant, challenge, parameters));
  const call: Visitor['call'] = async (method, path, body, headers) => {
    const response = await browser.json(method, `/api/experience${path}`, body, { ...headers });
    const text = await response.text();
    return { status: response.status, ...(text.startsWith('{') && JSON.parse(text)) };
  };
  const send: Visitor['send'] = async (value, interactionEvent = event) => {
    const body = { interactionEvent, identifier: { type: 'email', value } };
    return (await call('POST', '/verification/verification-code', body)).verificationId;
  };
  const enter: Visitor['enter'] = (verificationId, value, code = tenant.mailbox.codeFor(value)) =>
    call('POST', '/verification/verification-code/verify', {
      identifier: { type: 'email', value },
      verificationId,
      code,
    });
  await call('PUT', '', { interactionEvent: event });
  return {
    browser,
    call,
    send,
    enter,
    async prove(email, interactionEvent) {
      const verificationId = await send(email, interactionEvent);
      await enter(verificationId, email);
      return verificationId;
    },
    identify: (verificationId) => call('POST', '/identification', { verificationId }),
    async finish() {
      const { redirectTo = '' } = await call('POST', '/submit');
      return exchange(tenant, await browser.follow(redirectTo), verifier);
    },
  };
}
