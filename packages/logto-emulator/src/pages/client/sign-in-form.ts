import type { App } from './app.ts';
import { type Form, form } from './elements/form.ts';
import { addressField, prefilledEmail } from './email.ts';
import { sendCode } from './flows.ts';
import { passwordEntry } from './password-entry.ts';
import type { Settings } from './settings.ts';
import { agreesToTerms, termsBox } from './terms.ts';

/** The address, and where only passwords are in use, the password. */
export function signInForm(app: App, method: NonNullable<Settings['signIn']>): Form {
  const { t, settings } = app;
  const identifier = addressField(app, { value: prefilledEmail(app) });
  const toPassword = () => app.navigate('/sign-in/password');
  const passwordOnly = method.password && !method.verificationCode;
  const password = passwordOnly ? passwordEntry(app, identifier.address) : undefined;
  return form({
    fields: [identifier, ...(password ? [password.checked] : [])],
    beforeButton: [password?.forgotLink, termsBox(app, settings.terms.agree === 'Manual')],
    label: t('signIn'),
    name: 'submit',
    async submit() {
      app.session.email = identifier.address();
      if (settings.terms.agree === 'Manual' && !(await agreesToTerms(app))) {
        return undefined;
      }
      if (password) {
        return password.signIn();
      }
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
}
