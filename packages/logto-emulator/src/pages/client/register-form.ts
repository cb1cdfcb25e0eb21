import type { App } from './app.ts';
import { type Form, form } from './elements/form.ts';
import { addressField, prefilledEmail } from './email.ts';
import { sendCode } from './flows.ts';
import { agreesToTerms, termsBox } from './terms.ts';

/** The address of the account to be. */
export function registerForm(app: App): Form {
  const { t, settings } = app;
  const identifier = addressField(app, { value: prefilledEmail(app), autocomplete: 'off' });
  return form({
    fields: [identifier],
    beforeButton: [termsBox(app, settings.terms.agree !== 'Automatic')],
    label: t('createAccount'),
    name: 'submit',
    async submit() {
      app.session.email = identifier.address();
      if (!(await agreesToTerms(app))) {
        return undefined;
      }
      return sendCode(app, 'register', identifier.address());
    },
  });
}
