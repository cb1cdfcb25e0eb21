import type { App } from './app.ts';
import { form } from './elements/form.ts';
import { sendCode } from './flows.ts';
import { identifierField } from './identifier.ts';

/** The address whose password is forgotten. */
export function forgotPasswordForm(app: App): { element: HTMLFormElement; focus(): void } {
  const { t, session } = app;
  const hint = new URLSearchParams(location.search).get('login_hint') ?? '';
  const identifier = identifierField(app, ['email'], {
    value: session.forgotPasswordEmail ?? hint,
  });
  const { element } = form({
    fields: [identifier],
    label: t('continue'),
    submit() {
      session.forgotPasswordEmail = identifier.value();
      return sendCode(app, 'forgot-password', identifier.value());
    },
  });
  return { element, focus: () => identifier.field.input.focus() };
}
