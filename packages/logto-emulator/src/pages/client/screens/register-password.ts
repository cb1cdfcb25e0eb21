import type { App, Screen } from '../app.ts';
import { secondaryLayout } from '../elements/layout.ts';
import { completeAndLeave, completionHandlers } from '../flows.ts';
import { newPasswordForm } from '../new-password.ts';
import { describeLimits } from '../password-check.ts';
import { notFoundScreen } from './error.ts';

/** The password of an account that is registered with a user name. */
export function registerPasswordScreen(app: App): Screen {
  const { t, api, settings } = app;
  if (!settings.signUpIdentifiers.includes('username')) {
    return notFoundScreen(app);
  }
  const form = newPasswordForm(
    app,
    (password) => completeAndLeave(app, 'Register', () => api.addPassword(password)),
    {
      ...completionHandlers(app, 'Register', { replace: true }),
      // Somebody took the name while the password was thought out.
      'user.username_already_in_use': async ({ message }) => {
        await app.dialog({ text: message, cancel: t('gotIt') });
        app.back();
      },
    },
  );
  const title = t('newPasswordTitle');
  const limits = describeLimits(settings.passwordPolicy, t);
  return {
    title,
    content: [secondaryLayout(app, title, limits, [form.element])],
    shown: form.focus,
  };
}
