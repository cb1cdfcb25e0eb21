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
import { eventOf, type Flow } from '../flows.ts';
import { methodOfSession } from '../identifier.ts';
import { brokenSessionScreen } from './error.ts';

/** The page on which the code from the mail is entered. */
export function verificationCodeScreen(flow: Flow) {
  return (app: App): Screen => {
    const { t, session } = app;
    const address = flow === 'forgot-password' ? session.forgotPasswordEmail : session.identifier;
    if (!address) {
      return brokenSessionScreen(app);
    }
    if (!session.verificationId) {
      return brokenSessionScreen(app, 'Verification ID not found');
    }

    const { element: problem, setMissing, setRefused } = problemLine();
    const clear = () => {
      setMissing(undefined);
      input.clear();
    };
    let isSending = false;
    const send = async (code: string) => {
      if (isSending) {
        return;
      }
      isSending = true;
      setMissing(undefined);
      proceed.setBusy(true);
      try {
        await confirmCode(app, flow, { address, code, setProblem: setRefused, clear });
      } finally {
        proceed.setBusy(false);
        isSending = false;
      }
      // Digits that were changed meanwhile count too.
      const now = input.digits.join('');
      if (isComplete(input.digits) && now !== code) {
        await send(now);
      }
    };
    const input = codeInput((code) => void send(code));
    const proceed = button(t('continue'), {
      click() {
        if (isComplete(input.digits)) {
          void send(input.digits.join(''));
        } else {
          setMissing(t('invalidCode'));
        }
      },
    });
    const resend = resendLine(t, async () => {
      setRefused(undefined);
      try {
        session.verificationId = await app.api.sendCode(eventOf(app, flow), address);
        app.toast(t('codeSentAgain'));
        return true;
      } catch (error) {
        await handleError(app, error);
        return false;
      } finally {
        input.clear();
      }
    });
    const canUsePassword = flow === 'sign-in' && methodOfSession(app)?.password;
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
                screenLink(app, '/sign-in/password', t('signInWithPassword'), {
                  before: icon('swap'),
                  replace: true,
                }),
              ]),
            proceed.element,
          ]),
        ]),
      ],
      shown: () => input.focus(),
      removed: resend.stop,
    };
  };
}

/** What is wrong with the code: digits that are missing, before what the server said of the last one. */
function problemLine() {
  const element = h('div', { class: 'code-problem' });
  let missing: string | undefined;
  let refused: string | undefined;
  const show = () => {
    const message = missing ?? refused;
    element.replaceChildren(...(message ? [errorMessage(message)] : []));
  };
  return {
    element,
    setMissing(message: string | undefined) {
      missing = message;
      show();
    },
    setRefused(message: string | undefined) {
      refused = message;
      show();
    },
  };
}
