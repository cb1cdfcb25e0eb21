import type { App } from './app.ts';
import { form } from './elements/form.ts';
import { addressField } from './email.ts';
import { sendCode } from './flows.ts';

/** The address whose password is forgotten. */
export function forgotPasswordForm(app: App): { element: HTMLFormElement; focus(): void } {
  const { t, session } = app;
  const hint = new URLSearchParams(location.search).get('login_hint') ?? '';
  const identifier = addressField(app, { value: session.forgotPasswordEmail ?? hint });
  const { element } = form({
    fields: [identifier],
    label: t('continue'),
    submit() {
      session.forgotPasswordEmail = identifier.address();
      return sendCode(app, 'forgot-password', identifier.address());
    },
  });
  return { element, focus: () => identifier.field.input.focus() };
}
