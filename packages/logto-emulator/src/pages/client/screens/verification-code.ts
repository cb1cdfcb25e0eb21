import type { App, Screen } from '../app.ts';
import { confirmCode } from '../code-confirmation.ts';
import { isComplete } from '../code-digits.ts';
import { h } from '../dom.ts';
import { button } from '../elements/button.ts';
import { codeInput } from '../elements/code-input.ts';
import { errorMessage } from '../elements/error-message.ts';
import { icon } from '../elements/icons.ts';
import { screenLink, secondaryLayout } from '../elements/layout.ts';
import { resendLine } from '../elements/resend-line.ts';
import { handleError } from '../errors.ts';
import { eventOfFlow, type Flow } from '../flows.ts';
import { brokenSessionScreen } from './error.ts';

/** The page on which the code from the mail is entered. */
export const verificationCodeScreen =
  (flow: Flow) =>
  (app: App): Screen => {
    const { t, session, settings } = app;
    const address = flow === 'forgot-password' ? session.forgotPasswordEmail : session.email;
    if (!address) return brokenSessionScreen(app);
    if (!session.verificationId) return brokenSessionScreen(app, 'Verification ID not found');

    const problem = h('div', { class: 'code-problem' });
    const setProblem = (message: string | undefined) => {
      problem.replaceChildren(...(message ? [errorMessage(message)] : []));
    };
    let sending: string | undefined;
    const send = async (code: string) => {
      if (sending !== undefined) return;
      sending = code;
      proceed.setBusy(true);
      try {
        await confirmCode(app, flow, { address, code, setProblem, clear: input.clear });
      } finally {
        proceed.setBusy(false);
        sending = undefined;
      }
      // Digits that were changed meanwhile count too.
      const now = input.digits.join('');
      if (isComplete(input.digits) && now !== code) await send(now);
    };
    const input = codeInput((code) => void send(code));
    const proceed = button(t('continue'), {
      click() {
        if (isComplete(input.digits)) void send(input.digits.join(''));
        else setProblem(t('invalidCode'));
      },
    });
    const resend = resendLine(t, async () => {
      setProblem(undefined);
      try {
        session.verificationId = await app.api.sendCode(eventOfFlow[flow], address);
        app.toast(t('codeSentAgain'));
        return true;
      } catch (error) {
        await handleError(app, error);
        return false;
      } finally {
        input.clear();
      }
    });
    const canUsePassword = flow === 'sign-in' && settings.signIn?.password;
    const title = t('verifyEmailTitle');
    return {
      title,
      content: [
        secondaryLayout(app, title, t('codeSent', { address: t('email'), target: address }), [
          h('form', { class: 'form' }, [
            h('div', { class: 'code-field' }, [input.element, problem]),
            resend.element,
            canUsePassword &&
              h('div', { class: 'switch' }, [
                screenLink(app, '/sign-in/password', t('signInWithPassword'), icon('swap')),
              ]),
            proceed.element,
          ]),
        ]),
      ],
      shown: () => input.focus(),
      removed: resend.stop,
    };
  };
