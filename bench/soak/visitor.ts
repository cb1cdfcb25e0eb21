import { createHash, randomBytes } from 'node:crypto';
import type { Agent } from 'node:http';
import { HttpSession } from '../emulator/http-session.ts';

/** Where somebody signs in. */
export type Entrance =
  /** A server's guarded page leads to Logto and back. */
  | { kind: 'server'; url: string }
  /** The page itself asks Logto for tokens, and shows what an API answers to them. */
  | { kind: 'page'; url: string; logto: string; appId: string; resource: string };

/** Somebody with a mailbox and a browser, as far as HTTP goes. */
export class Visitor {
  readonly address: string;
  readonly #inbox: string;
  readonly #agent: Agent;
  #session: HttpSession;
  /** The mail that was read last. */
  #last = '';

  constructor(address: string, inbox: string, agent: Agent) {
    this.address = address;
    this.#inbox = inbox;
    this.#agent = agent;
    this.#session = new HttpSession(inbox, agent);
  }

  /**
   * Signs in by a code from a mail, registering if need be, in a browser without cookies.
   * @throws {Error} with what a person would see.
   */
  async signIn(entrance: Entrance): Promise<void> {
    this.#session = new HttpSession(this.#inbox, this.#agent);
    if (entrance.kind === 'server') {
      const page = await this.#atLogto(`${entrance.url}/profile`);
      if (!page.body.includes(this.address)) {
        throw problemOn(page);
      }
      return;
    }
    const { url, logto, appId, resource } = entrance;
    const verifier = randomBytes(32).toString('base64url');
    const redirectUri = `${url}/callback`;
    const query = new URLSearchParams({
      client_id: appId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: 'openid offline_access profile email read:notes',
      resource,
      prompt: 'consent',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    await this.#session.call('GET', url, { expect: 200 });
    const page = await this.#atLogto(`${logto}/oidc/auth?${query}`);
    const { body } = await this.#session.call('POST', `${logto}/oidc/token`, {
      form: {
        grant_type: 'authorization_code',
        client_id: appId,
        redirect_uri: redirectUri,
        code: new URL(page.url).searchParams.get('code') ?? '',
        code_verifier: verifier,
        resource,
      },
      expect: 200,
    });
    if (!JSON.parse(body).access_token) {
      throw new Error('no access token');
    }
  }

  /** Ends the session at Logto. */
  async signOut(logto: string): Promise<void> {
    const { body } = await this.#session.call('GET', `${logto}/oidc/session/end`, { expect: 200 });
    const [, xsrf = ''] = /name="xsrf" value="([^"]*)"/.exec(body) ?? [];
    await this.#session.call('POST', `${logto}/oidc/session/end/confirm`, {
      form: { xsrf, logout: 'yes' },
      expect: 303,
    });
  }

  /** From an address that leads to Logto's sign-in page, through that, to the page at the end. */
  async #atLogto(start: string): Promise<{ url: string; body: string }> {
    const page = await this.#follow(start);
    const { origin: logto, pathname } = new URL(page.url);
    if (pathname !== '/sign-in') {
      throw problemOn(page);
    }
    const call = (method: string, path: string, json?: unknown, expect = 204) =>
      this.#session.call(method, `${logto}/api/experience${path}`, { json, expect });
    const identifier = { type: 'email', value: this.address };
    await call('PUT', '', { interactionEvent: 'SignIn' });
    const code = { interactionEvent: 'SignIn', identifier };
    const sent = await call('POST', '/verification/verification-code', code, 200);
    const { verificationId } = JSON.parse(sent.body);
    const proof = { identifier, verificationId, code: await this.#readCode() };
    await call('POST', '/verification/verification-code/verify', proof, 200);
    try {
      await call('POST', '/identification', { verificationId });
    } catch (error) {
      if (!String(error).includes('user.user_not_exist')) {
        throw error;
      }
      await call('PUT', '/interaction-event', { interactionEvent: 'Register' });
      await call('POST', '/identification', { verificationId }, 201);
    }
    const { body } = await call('POST', '/submit', undefined, 200);
    return this.#follow(JSON.parse(body).redirectTo);
  }

  async #follow(start: string): Promise<{ url: string; body: string }> {
    for (let url = start; ; ) {
      const { status, location, body } = await this.#session.call('GET', url, {});
      if (status === 200) {
        return { url, body };
      }
      if (!location) {
        throw new Error(`GET ${new URL(url).pathname}: ${status} ${body}`);
      }
      url = new URL(location, url).href;
    }
  }

  async #readCode(): Promise<string> {
    const query = new URLSearchParams({
      to: this.address,
      timeout: '10',
      ...(this.#last && { after: this.#last }),
    });
    const { body } = await this.#session.call(
      'GET',
      `${this.#inbox}/api/v1/messages/wait?${query}`,
      { expect: 200 },
    );
    const { id, html } = JSON.parse(body);
    this.#last = id;
    return />(\d{6})</.exec(html)?.[1] ?? '';
  }
}

/** What a page says in place of what was asked for. */
function problemOn({ url, body }: { url: string; body: string }): Error {
  const [, alert] = /role="alert"[\s\S]*?<h\d[^>]*>([^<]+)/.exec(body) ?? [];
  return new Error(alert ? `The page says: ${alert}` : `${new URL(url).pathname} says nothing`);
}
