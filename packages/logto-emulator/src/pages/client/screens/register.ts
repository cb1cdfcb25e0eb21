import type { App, Screen } from '../app.ts';
import { h } from '../dom.ts';
import { form } from '../elements/form.ts';
import { landingLayout, screenLink } from '../elements/layout.ts';
import { addressField, prefilledEmail } from '../email.ts';
import { sendCode } from '../flows.ts';
import { termsLine } from '../terms.ts';
import { notFoundScreen } from './error.ts';
import { signInScreen } from './sign-in.ts';

/** The first screen for somebody new: the address of the account to be. */
export function registerScreen(app: App): Screen {
  const { t, settings } = app;
  if (settings.signInMode === 'SignIn') return signInScreen(app);
  if (!settings.signUpWithEmail) return notFoundScreen(app);

  const identifier = addressField(app, { value: prefilledEmail(app), autocomplete: 'off' });
  const register = form({
    fields: [identifier],
    label: t('createAccount'),
    name: 'submit',
    submit() {
      app.session.email = identifier.address();
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
