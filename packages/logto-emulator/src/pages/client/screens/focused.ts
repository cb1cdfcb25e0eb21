import type { App, Screen } from '../app.ts';
import { focusedLayout, screenLink } from '../elements/layout.ts';
import { forgotPasswordForm } from '../forgot-password-form.ts';
import { namesOf } from '../identifier.ts';
import { registerForm } from '../register-form.ts';
import { signInForm } from '../sign-in-form.ts';
import { termsLine } from '../terms.ts';
import { notFoundScreen } from './error.ts';

/** `first_screen=identifier:sign_in`: signing in, and nothing beside it. */
export function focusedSignInScreen(app: App): Screen {
  const { t, settings } = app;
  if (settings.signInMethods.length === 0) {
    return notFoundScreen(app);
  }
  const methods = settings.signInMethods.map(({ identifier }) => identifier);
  return {
    title: t('signIn'),
    content: [
      focusedLayout(t('signIn'), t('focusedSignIn', { types: namesOf(t, methods) }), [
        signInForm(app).element,
        settings.terms.agree !== 'Manual' && termsLine(app),
        screenLink(app, '/sign-in', t('allSignInOptions')),
      ]),
    ],
  };
}

/** `first_screen=identifier:register`: registering, and nothing beside it. */
export function focusedRegisterScreen(app: App): Screen {
  const { t, settings } = app;
  const types = namesOf(t, settings.signUpIdentifiers);
  return {
    title: t('registerTitle'),
    content: [
      focusedLayout(t('createAccountTitle'), t('focusedRegister', { types }), [
        registerForm(app).element,
        settings.terms.agree === 'Automatic' && termsLine(app),
        screenLink(app, '/register', t('allRegisterOptions')),
      ]),
    ],
  };
}

/** `first_screen=reset_password`: a new password right away. */
export function focusedResetScreen(app: App): Screen {
  const { t } = app;
  const form = forgotPasswordForm(app);
  return {
    title: t('resetPasswordTitle'),
    content: [
      focusedLayout(t('resetPasswordTitle'), t('resetPasswordDescription', { types: t('email') }), [
        form.element,
        screenLink(app, '/sign-in', t('backToSignIn')),
      ]),
    ],
    shown: form.focus,
  };
}
