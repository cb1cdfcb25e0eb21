import type { App } from './app.ts';
import { type Form, form } from './elements/form.ts';
import { sendCode } from './flows.ts';
import { identifierField, methodOfSession, prefilledIdentifier } from './identifier.ts';
import { passwordEntry } from './password-entry.ts';
import { agreesToTerms, termsBox } from './terms.ts';

/** The identifier, and where only passwords are in use, the password. */
export function signInForm(app: App): Form {
  const { t, settings } = app;
  const types = settings.signInMethods.map(({ identifier }) => identifier);
  const identifier = identifierField(app, types, { value: prefilledIdentifier(app, types) });
  const toPassword = () => app.navigate('/sign-in/password');
  const passwordOnly = settings.signInMethods.every((method) => !method.verificationCode);
  const password = passwordOnly ? passwordEntry(app, identifier.value) : undefined;
  return form({
    fields: [identifier, ...(password ? [password.checked] : [])],
    beforeButton: [password?.forgotLink, termsBox(app, settings.terms.agree === 'Manual')],
    label: t('signIn'),
    name: 'submit',
    async submit() {
      app.session.identifier = identifier.value();
      if (settings.terms.agree === 'Manual' && !(await agreesToTerms(app))) {
        return undefined;
      }
      if (password) {
        return password.signIn();
      }
      const method = methodOfSession(app);
      if (!method?.verificationCode || (method.password && method.isPasswordPrimary)) {
        toPassword();
        return undefined;
      }
      return sendCode(app, 'sign-in', identifier.value(), {
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
