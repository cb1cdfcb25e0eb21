import type { App } from './app.ts';
import { type Form, form } from './elements/form.ts';
import { sendCode } from './flows.ts';
import { identifierField, prefilledIdentifier } from './identifier.ts';
import { registerUsername } from './register-username.ts';
import { agreesToTerms, termsBox } from './terms.ts';

/** The user name or the address of the account to be. */
export function registerForm(app: App): Form {
  const { t, settings } = app;
  const types = settings.signUpIdentifiers;
  const value = prefilledIdentifier(app, types);
  const identifier = identifierField(app, types, { value, creates: true });
  return form({
    fields: [identifier],
    beforeButton: [termsBox(app, settings.terms.agree !== 'Automatic')],
    label: t('createAccount'),
    name: 'submit',
    async submit() {
      app.session.identifier = identifier.value();
      if (!(await agreesToTerms(app))) {
        return undefined;
      }
      return identifier.type() === 'username'
        ? registerUsername(app, identifier.value())
        : sendCode(app, 'register', identifier.value());
    },
  });
}
