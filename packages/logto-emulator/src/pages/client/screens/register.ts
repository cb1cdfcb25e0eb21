import type { App, Screen } from '../app.ts';
import { h } from '../dom.ts';
import { form } from '../elements/form.ts';
import { landingLayout, screenLink } from '../elements/layout.ts';
import { addressField, prefilledEmail } from '../email.ts';
import { sendCode } from '../flows.ts';
import { agreesToTerms, termsBox, termsLine } from '../terms.ts';
import { notFoundScreen } from './error.ts';

/** The first screen for somebody new: the address of the account to be. */
export function registerScreen(app: App): Screen {
  const { t, settings } = app;
  if (!settings.signUpWithEmail) return notFoundScreen(app);

  const identifier = addressField(app, { value: prefilledEmail(app), autocomplete: 'off' });
  const register = form({
    fields: [identifier],
    beforeButton: [termsBox(app, settings.terms.agree !== 'Automatic')],
    label: t('createAccount'),
    name: 'submit',
    async submit() {
      app.session.email = identifier.address();
      if (!(await agreesToTerms(app))) return undefined;
      return sendCode(app, 'register', identifier.address());
    },
  });
  return {
    title: t('registerTitle'),
    content: [
      landingLayout(app, t('registerTitle'), [
        register.element,
        settings.signInMode === 'SignInAndRegister' &&
          settings.signIn &&
          h('div', { class: 'other-way' }, [
            `${t('haveAccount')} `,
            screenLink(app, '/sign-in', t('signIn')),
          ]),
        settings.terms.agree === 'Automatic' && termsLine(app),
      ]),
    ],
  };
}
