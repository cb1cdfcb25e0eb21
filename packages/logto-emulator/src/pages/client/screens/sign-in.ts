import type { App, Screen } from '../app.ts';
import { h } from '../dom.ts';
import { landingLayout, screenLink } from '../elements/layout.ts';
import { signInForm } from '../sign-in-form.ts';
import { termsLine } from '../terms.ts';
import { notFoundScreen } from './error.ts';
import { singleSignOnLine } from './single-sign-on.ts';

/** The first screen. */
export function signInScreen(app: App): Screen {
  const { t, settings } = app;
  if (settings.signInMethods.length === 0) {
    return notFoundScreen(app);
  }
  const canRegister =
    settings.signInMode === 'SignInAndRegister' && settings.signUpIdentifiers.length > 0;
  return {
    title: t('signInTitle'),
    content: [
      landingLayout(app, t('signInTitle'), [
        signInForm(app).element,
        singleSignOnLine(app),
        canRegister &&
          h('div', { class: 'other-way' }, [
            `${t('noAccount')} `,
            screenLink(app, '/register', t('createAccount'), { replace: true }),
          ]),
        settings.terms.agree !== 'Manual' && termsLine(app),
      ]),
    ],
  };
}
