import type { App, Screen } from '../app.ts';
import { secondaryLayout } from '../elements/layout.ts';
import { completeAndLeave, completionHandlers } from '../flows.ts';
import { newPasswordForm } from '../new-password.ts';
import { describeLimits } from '../password-check.ts';
import { brokenSessionScreen } from './error.ts';

/** The password without which an account is not complete. */
export function setPasswordScreen(app: App): Screen {
  const { t, api } = app;
  const { interactionEvent } = app.state;
  if (!interactionEvent) {
    return brokenSessionScreen(app, 'flow state not found');
  }

  const form = newPasswordForm(
    app,
    (password) => completeAndLeave(app, interactionEvent, () => api.addPassword(password)),
    {
      ...completionHandlers(app, interactionEvent, { replace: true }),
      'user.password_exists_in_profile': async ({ message }) => {
        await app.dialog({ text: message, cancel: t('gotIt') });
        app.back();
      },
    },
  );
  const title = t('setPasswordTitle');
  return {
    title,
    content: [
      secondaryLayout(app, title, describeLimits(app.settings.passwordPolicy, t), [form.element]),
    ],
    shown: form.focus,
  };
}
