import type { InteractionEvent } from './api.ts';
import type { App } from './app.ts';
import { type ErrorHandlers, handleError } from './errors.ts';

/** The first part of a page's path, which says what the visitor is about to do. */
export type Flow = 'sign-in' | 'register' | 'forgot-password' | 'continue';

const eventOfFlow: Record<Exclude<Flow, 'continue'>, InteractionEvent> = {
  'sign-in': 'SignIn',
  register: 'Register',
  'forgot-password': 'ForgotPassword',
};

/** What a code that is sent now belongs to; what is continued says so in the screen's state. */
export function eventOf(app: App, flow: Flow): InteractionEvent {
  return flow === 'continue' ? (app.state.interactionEvent ?? 'SignIn') : eventOfFlow[flow];
}

/**
 * Starts the interaction, has a code sent and opens the page for it.
 *
 * @returns what to say below the address, when the address is the problem
 */
export async function sendCode(
  app: App,
  flow: Flow,
  address: string,
  options: { replace?: boolean; handlers?: ErrorHandlers } = {},
): Promise<string | undefined> {
  const event = eventOf(app, flow);
  let problem: string | undefined;
  try {
    if (flow !== 'continue') {
      await app.api.start(event);
    }
    app.session.verificationId = await app.api.sendCode(event, address);
    app.navigate(`/${flow}/verification-code`, {
      replace: options.replace,
      ...(flow === 'continue' && { state: { interactionEvent: event } }),
    });
  } catch (error) {
    await handleError(app, error, {
      'guard.invalid_input': () => {
        problem = app.t('invalidEmail');
      },
      'session.email_blocklist.email_not_allowed': ({ message }) => {
        problem = message;
      },
      'session.email_blocklist.email_subaddressing_not_allowed': ({ message }) => {
        problem = message;
      },
      'connector.usage_limit_exceeded': () => app.toast(app.t('sendFailed')),
      ...options.handlers,
    });
  }
  return problem;
}

/** Says who it is and ends the interaction: back to the application. */
export async function identifyAndLeave(app: App, verificationId?: string): Promise<void> {
  await app.api.identify(verificationId);
  await submitAndLeave(app);
}

/** Adds what an account lacked, creates the account where it is new, and ends the interaction. */
export async function completeAndLeave(
  app: App,
  interactionEvent: InteractionEvent,
  add: () => Promise<void>,
): Promise<void> {
  await add();
  if (interactionEvent === 'Register') {
    await app.api.identify();
  }
  await submitAndLeave(app);
}

/** Ends the interaction: back to the application. */
export async function submitAndLeave(app: App): Promise<void> {
  const redirectTo = await app.api.submit();
  if (redirectTo) {
    await app.leave(redirectTo);
  }
}

/** Where the visitor gives what the account still lacks. */
const missingPages = {
  password: '/continue/password',
  username: '/continue/username',
  email: '/continue/email',
  emailOrPhone: '/continue/emailOrPhone',
};

/** What can come between identification and the end: something to add, an address not allowed. */
export function completionHandlers(
  app: App,
  interactionEvent: InteractionEvent,
  options: { replace?: boolean } = {},
): ErrorHandlers {
  const blocked: ErrorHandlers[string] = async ({ message }) => {
    await app.dialog({ text: message, cancel: app.t('gotIt') });
    app.back();
  };
  return {
    'session.email_blocklist.email_not_allowed': blocked,
    'session.email_blocklist.email_subaddressing_not_allowed': blocked,
    'session.mfa.require_mfa_verification': async ({ data }) => {
      const { maskedIdentifiers } = data as { maskedIdentifiers: Record<string, string> };
      const maskedEmail = maskedIdentifiers.EmailVerificationCode;
      try {
        app.session.verificationId = await app.api.sendMfaCode();
        app.navigate('/mfa-verification/EmailVerificationCode', {
          ...options,
          state: { maskedEmail },
        });
      } catch (error) {
        await handleError(app, error);
      }
    },
    // The account is there by now, also at a registration: only the address is added.
    'user.missing_mfa': () =>
      app.navigate('/mfa-binding/EmailVerificationCode', {
        ...options,
        state: { interactionEvent: 'SignIn' },
      }),
    'user.missing_profile': (error) => {
      const [missing] = (error.data as { missingProfile?: string[] })?.missingProfile ?? [];
      if (missing && missing in missingPages) {
        const path = missingPages[missing as keyof typeof missingPages];
        app.navigate(path, { ...options, state: { interactionEvent } });
      } else {
        app.toast(error.message);
      }
    },
  };
}
