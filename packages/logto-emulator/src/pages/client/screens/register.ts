import type { App, Screen } from '../app.ts';
import { h } from '../dom.ts';
import { landingLayout, screenLink } from '../elements/layout.ts';
import { registerForm } from '../register-form.ts';
import { termsLine } from '../terms.ts';
import { notFoundScreen } from './error.ts';
import { singleSignOnLine } from './single-sign-on.ts';

/** The first screen for somebody new. */
export function registerScreen(app: App): Screen {
  const { t, settings } = app;
  if (settings.signUpIdentifiers.length === 0) {
    return notFoundScreen(app);
  }
  const canSignIn =
    settings.signInMode === 'SignInAndRegister' && settings.signInMethods.length > 0;
  return {
    title: t('registerTitle'),
    content: [
      landingLayout(app, t('registerTitle'), [
        registerForm(app).element,
        singleSignOnLine(app),
        canSignIn &&
          h('div', { class: 'other-way' }, [
            `${t('haveAccount')} `,
            screenLink(app, '/sign-in', t('signIn'), { replace: true }),
          ]),
        settings.terms.agree === 'Automatic' && termsLine(app),
      ]),
    ],
  };
}
