import type { App, Screen } from '../app.ts';
import { secondaryLayout } from '../elements/layout.ts';
import { newPasswordForm } from '../new-password.ts';
import { describeLimits } from '../password-check.ts';

/** The password that takes the place of the forgotten one. */
export function resetPasswordScreen(app: App): Screen {
  const { t, api } = app;
  const form = newPasswordForm(
    app,
    async (password) => {
      await api.resetPassword(password);
      await api.submit();
      app.session.forgotPasswordEmail = undefined;
      app.toast(t('passwordChanged'));
      app.navigate('/sign-in', { replace: true });
    },
    {
      'session.verification_session_not_found': async ({ message }) => {
        await app.dialog({ text: message, cancel: t('gotIt') });
        app.back(2);
      },
    },
  );
  const title = t('newPasswordTitle');
  return {
    title,
    content: [
      secondaryLayout(app, title, describeLimits(app.settings.passwordPolicy, t), [form.element]),
    ],
    shown: form.focus,
  };
}
