import type { App, Screen } from '../app.ts';
import { confirmCode } from '../code-confirmation.ts';
import { codeForm } from '../code-form.ts';
import { h } from '../dom.ts';
import { icon } from '../elements/icons.ts';
import { screenLink, secondaryLayout } from '../elements/layout.ts';
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
    const canUsePassword = flow === 'sign-in' && methodOfSession(app)?.password;
    const form = codeForm(app, {
      name: 'passcode',
      check: (entered) => confirmCode(app, flow, { address, ...entered }),
      async resend() {
        session.verificationId = await app.api.sendCode(eventOf(app, flow), address);
      },
      beforeButton:
        canUsePassword &&
        h('div', { class: 'switch' }, [
          screenLink(app, '/sign-in/password', t('signInWithPassword'), {
            before: icon('swap'),
            replace: true,
          }),
        ]),
    });
    const title = t('verifyEmailTitle');
    return {
      title,
      content: [
        secondaryLayout(app, title, t('codeSent', { address: t('email'), target: address }), [
          form.element,
        ]),
      ],
      shown: form.focus,
      removed: form.stop,
    };
  };
}
