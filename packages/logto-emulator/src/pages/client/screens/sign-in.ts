import type { App, Screen } from '../app.ts';
import { h } from '../dom.ts';
import { form } from '../elements/form.ts';
import { landingLayout, screenLink } from '../elements/layout.ts';
import { addressField, prefilledEmail } from '../email.ts';
import { sendCode } from '../flows.ts';
import { passwordEntry } from '../password-entry.ts';
import { agreesToTerms, termsBox, termsLine } from '../terms.ts';
import { notFoundScreen } from './error.ts';

/** The first screen: the address, and where only passwords are in use, the password. */
export function signInScreen(app: App): Screen {
  const { t, settings } = app;
  const method = settings.signIn;
  if (!method) return notFoundScreen(app);

  const identifier = addressField(app, { value: prefilledEmail(app) });
  const toPassword = () => app.navigate('/sign-in/password');
  const passwordOnly = method.password && !method.verificationCode;
  const password = passwordOnly ? passwordEntry(app, identifier.address) : undefined;
  const signIn = form({
    fields: [identifier, ...(password ? [password.checked] : [])],
    beforeButton: [password?.forgotLink, termsBox(app, settings.terms.agree === 'Manual')],
    label: t('signIn'),
    name: 'submit',
    async submit() {
      app.session.email = identifier.address();
      if (settings.terms.agree === 'Manual' && !(await agreesToTerms(app))) return undefined;
      if (password) return password.signIn();
      if (method.password && method.isPasswordPrimary) {
        toPassword();
        return undefined;
      }
      return sendCode(app, 'sign-in', identifier.address(), {
        // No more codes can be sent, but a password will do.
        handlers: method.password
          ? {
              'connector.usage_limit_exceeded': () => {
                app.toast(t('sendFailedUsePassword'));
                toPassword();
              },
            }
          : {},
      });
    },
  });
  const canRegister = settings.signInMode === 'SignInAndRegister' && settings.signUpWithEmail;
  return {
    title: t('signInTitle'),
    content: [
      landingLayout(app, t('signInTitle'), [
        signIn.element,
        canRegister &&
          h('div', { class: 'other-way' }, [
            `${t('noAccount')} `,
            screenLink(app, '/register', t('createAccount')),
          ]),
        settings.terms.agree !== 'Manual' && termsLine(app),
      ]),
    ],
  };
}
