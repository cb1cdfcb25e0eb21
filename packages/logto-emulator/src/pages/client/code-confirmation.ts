import type { ApiError } from './api.ts';
import type { App } from './app.ts';
import type { Entered } from './code-form.ts';
import { type ErrorHandlers, handleError } from './errors.ts';
import {
  completeAndLeave,
  completionHandlers,
  eventOf,
  type Flow,
  identifyAndLeave,
} from './flows.ts';
import { agreesToTerms } from './terms.ts';

interface EnteredFor extends Entered {
  address: string;
}

/** Has the code checked and goes on with what it was asked for. */
export async function confirmCode(app: App, flow: Flow, entered: EnteredFor): Promise<void> {
  const verificationId = app.session.verificationId ?? '';
  const showProblem = ({ message }: ApiError) => entered.setProblem(message);
  const handlers: ErrorHandlers = {
    'verification_code.expired': showProblem,
    'verification_code.code_mismatch': showProblem,
    ...handlersOfFlow[flow](app, verificationId, entered),
  };
  try {
    await app.api.verifyCode(verificationId, entered.address, entered.code);
    if (flow === 'continue') {
      const event = eventOf(app, flow);
      await completeAndLeave(app, event, () => app.api.addEmail(verificationId));
    } else {
      await identifyAndLeave(app, verificationId);
    }
  } catch (error) {
    // A sign-in keeps what was entered; the other two start over.
    if (flow !== 'sign-in') {
      entered.clear();
    }
    await handleError(app, error, handlers);
  }
}

type Handlers = (app: App, verificationId: string, entered: EnteredFor) => ErrorHandlers;

const handlersOfFlow: Record<Flow, Handlers> = {
  'sign-in': (app, verificationId, { address }) => ({
    ...completionHandlers(app, 'SignIn', { replace: true }),
    'user.user_not_exist': async () => {
      if (app.settings.signInMode === 'SignIn' || !app.settings.signUpWithEmail) {
        await noticeAndBack(app, 'noSuchAccountAlert', address);
        return;
      }
      const agreed = await app.dialog({
        text: app.t('noSuchAccount', { value: address }),
        cancel: app.t('cancel'),
        confirm: app.t('continue'),
      });
      if (agreed && (await agreesToTerms(app))) {
        await switchTo(app, 'Register', verificationId);
      } else {
        app.back();
      }
    },
  }),
  register: (app, verificationId, { address }) => ({
    ...completionHandlers(app, 'Register', { replace: true }),
    'user.email_already_in_use': () => offerSignIn(app, verificationId, address),
  }),
  continue: (app, verificationId, { address }) => {
    const event = eventOf(app, 'continue');
    return {
      ...completionHandlers(app, event, { replace: true }),
      'user.email_already_in_use': () =>
        event === 'Register'
          ? offerSignIn(app, verificationId, address)
          : noticeAndBack(app, 'accountExistsAlert', address),
    };
  },
  'forgot-password': (app, _verificationId, { address }) => ({
    'user.user_not_exist': () => noticeAndBack(app, 'noSuchAccountAlert', address),
    'user.new_password_required_in_profile': () =>
      app.navigate('/forgot-password/reset', { replace: true }),
  }),
};

/** Says that the address has an account, and where a code signs in, offers to sign in to it. */
function offerSignIn(app: App, verificationId: string, address: string): void {
  const method = app.settings.signInMethods.find(({ identifier }) => identifier === 'email');
  if (app.settings.signInMode === 'Register' || !method?.verificationCode) {
    void noticeAndBack(app, 'accountExistsAlert', address);
    return;
  }
  const answer = app.dialog({
    text: app.t('accountExists', { value: address }),
    cancel: app.t('cancel'),
    confirm: app.t('continue'),
    onConfirm: () => switchTo(app, 'SignIn', verificationId),
  });
  void answer.then((agreed) => {
    if (!agreed) {
      app.back();
    }
  });
}

/** Goes on with the other of the two, with the address that the code has proven. */
async function switchTo(app: App, event: 'SignIn' | 'Register', verificationId: string) {
  try {
    await app.api.switchTo(event);
    await identifyAndLeave(app, verificationId);
  } catch (error) {
    await handleError(app, error, completionHandlers(app, event, { replace: true }));
  }
}

async function noticeAndBack(
  app: App,
  phrase: 'noSuchAccountAlert' | 'accountExistsAlert',
  address: string,
): Promise<void> {
  const type = app.t('email');
  await app.dialog({
    text: app.t(phrase, { type, value: address }),
    cancel: app.t('change', { method: type }),
  });
  app.back();
}
