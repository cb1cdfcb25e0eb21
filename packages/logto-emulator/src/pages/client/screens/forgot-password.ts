import type { App, Screen } from '../app.ts';
import { form } from '../elements/form.ts';
import { secondaryLayout } from '../elements/layout.ts';
import { addressField } from '../email.ts';
import { sendCode } from '../flows.ts';
import { notFoundScreen } from './error.ts';

/** The address whose password is forgotten. */
export function forgotPasswordScreen(app: App): Screen {
  const { t, session } = app;
  if (!app.settings.forgotPassword) return notFoundScreen(app);

  const hint = new URLSearchParams(location.search).get('login_hint') ?? '';
  const identifier = addressField(app, { value: session.forgotPasswordEmail ?? hint });
  const send = form({
    fields: [identifier],
    label: t('continue'),
    submit() {
      session.forgotPasswordEmail = identifier.address();
      return sendCode(app, 'forgot-password', identifier.address());
    },
  });
  const title = t('resetPasswordTitle');
  const types = t.list([t('email')], 'or');
  return {
    title,
    content: [
      secondaryLayout(app, title, t('resetPasswordDescription', { types }), [send.element]),
    ],
    shown: () => identifier.field.input.focus(),
  };
}
