import { typeOfIdentifier } from './identifier-type.ts';

/** What the server says when it refuses: Logto's error object. */
export class ApiError extends Error {
  readonly code: string;
  readonly data: unknown;

  constructor(code: string, message: string, data?: unknown) {
    super(message);
    this.code = code;
    this.data = data;
  }
}

/** What the pages may know of who is signed in. */
export interface Consent {
  user: { id: string; name: string | null; primaryEmail: string | null };
  redirectUri?: string;
}

/** Milliseconds until a request counts as failed. */
const timeout = 10_000;

export type InteractionEvent = 'SignIn' | 'Register' | 'ForgotPassword';

/** The Experience API as far as the pages use it. Every call throws `ApiError` when it is refused. */
export type ExperienceApi = ReturnType<typeof createExperienceApi>;

/**
 * @param headers asked for at each request: the language of messages and the application, by which
 *   the server tells several sign-ins of one browser apart
 */
export function createExperienceApi(headers: () => Record<string, string>) {
  async function call<T>(
    method: string,
    path: string,
    json?: object,
    root = '/api/experience',
  ): Promise<T> {
    const response = await fetch(root + path, {
      method,
      headers: { ...headers(), ...(json && { 'content-type': 'application/json' }) },
      body: json && JSON.stringify(json),
      signal: AbortSignal.timeout(timeout),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    if (response.ok) {
      return (isJson && text ? JSON.parse(text) : undefined) as T;
    }
    const { code, message, data } = JSON.parse(text);
    throw new ApiError(code, message, data);
  }

  const email = (value: string) => ({ type: 'email', value });
  const identifierOf = (value: string) => ({ type: typeOfIdentifier(value), value });

  return {
    start: (interactionEvent: InteractionEvent) => call<void>('PUT', '', { interactionEvent }),
    switchTo: (interactionEvent: InteractionEvent) =>
      call<void>('PUT', '/interaction-event', { interactionEvent }),
    sendCode: async (interactionEvent: InteractionEvent, address: string) =>
      (
        await call<{ verificationId: string }>('POST', '/verification/verification-code', {
          interactionEvent,
          identifier: email(address),
        })
      ).verificationId,
    verifyCode: (verificationId: string, address: string, code: string) =>
      call<void>('POST', '/verification/verification-code/verify', {
        verificationId,
        identifier: email(address),
        code,
      }),
    sendMfaCode: async () =>
      (
        await call<{ verificationId: string }>('POST', '/verification/mfa-verification-code', {
          identifierType: 'email',
        })
      ).verificationId,
    verifyMfaCode: (verificationId: string, code: string) =>
      call<void>('POST', '/verification/mfa-verification-code/verify', {
        verificationId,
        code,
        identifierType: 'email',
      }),
    /** @returns the id of the proof that a link's token gives */
    verifyToken: async (token: string, address: string) =>
      (
        await call<{ verificationId: string }>('POST', '/verification/one-time-token/verify', {
          token,
          identifier: email(address),
        })
      ).verificationId,
    verifyPassword: async (identifier: string, password: string) =>
      (
        await call<{ verificationId: string }>('POST', '/verification/password', {
          identifier: identifierOf(identifier),
          password,
        })
      ).verificationId,
    /** Without an id: creates the user from what the interaction has gathered. */
    identify: (verificationId?: string) =>
      call<void>('POST', '/identification', { verificationId }),
    addUsername: (value: string) => call<void>('POST', '/profile', { type: 'username', value }),
    /** @param verificationId of the code that proved the address */
    addEmail: (verificationId: string) =>
      call<void>('POST', '/profile', { type: 'email', verificationId }),
    addPassword: (value: string) => call<void>('POST', '/profile', { type: 'password', value }),
    resetPassword: (password: string) => call<void>('PUT', '/profile/password', { password }),
    /** Who is signed in already, and where the application is. */
    consent: () => call<Consent>('GET', '/consent', undefined, '/api/interaction'),
    /** @returns where to go on; nothing after a forgotten password, which signs nobody in */
    submit: async () =>
      (await call<{ redirectTo: string } | undefined>('POST', '/submit'))?.redirectTo,
  };
}
