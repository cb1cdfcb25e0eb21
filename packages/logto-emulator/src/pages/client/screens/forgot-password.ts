import type { App, Screen } from '../app.ts';
import { secondaryLayout } from '../elements/layout.ts';
import { forgotPasswordForm } from '../forgot-password-form.ts';
import { notFoundScreen } from './error.ts';

/** The way to a new password, from the page for the old one. */
export function forgotPasswordScreen(app: App): Screen {
  const { t } = app;
  if (!app.settings.forgotPassword) {
    return notFoundScreen(app);
  }
  const form = forgotPasswordForm(app);
  const title = t('resetPasswordTitle');
  const types = t.list([t('email')], 'or');
  return {
    title,
    content: [
      secondaryLayout(app, title, t('resetPasswordDescription', { types }), [form.element]),
    ],
    shown: form.focus,
  };
}
