import type { App } from './app.ts';
import { actionLink } from './elements/button.ts';
import type { CheckedField } from './elements/form.ts';
import { passwordField } from './elements/text-field.ts';
import { handleError } from './errors.ts';
import { completionHandlers, identifyAndLeave } from './flows.ts';

/** What signing in with a password takes: the field, the way out when it is forgotten, the act. */
export interface PasswordEntry {
  checked: CheckedField;
  forgotLink: HTMLElement | undefined;
  /** @returns what to say in the form when address and password do not match */
  signIn(): Promise<string | undefined>;
}

/** @param address read when it is needed: it may stand in a field of the same form */
export function passwordEntry(app: App, address: () => string): PasswordEntry {
  const { t } = app;
  const field = passwordField({
    label: t('passwordLabel'),
    name: 'password',
    autocomplete: 'current-password',
  });
  const forgot = () => {
    app.session.forgotPasswordEmail = address();
    app.navigate('/forgot-password');
  };
  return {
    checked: { field, check: (value) => (value ? undefined : t('passwordRequired')) },
    forgotLink: app.settings.forgotPassword
      ? actionLink(t('forgotYourPassword'), forgot)
      : undefined,
    async signIn() {
      let problem: string | undefined;
      try {
        await app.api.start('SignIn');
        await identifyAndLeave(app, await app.api.verifyPassword(address(), field.input.value));
      } catch (error) {
        await handleError(app, error, {
          ...completionHandlers(app, 'SignIn'),
          'session.invalid_credentials': ({ message }) => {
            problem = message;
          },
          ...(app.settings.forgotPassword && {
            'password.expired': async () => {
              await app.dialog({
                text: t('passwordExpired'),
                cancel: t('resetExpiredPassword'),
                ignoresOutside: true,
                ignoresEscape: true,
              });
              app.session.forgotPasswordEmail = address();
              app.navigate('/forgot-password', { replace: true });
            },
          }),
        });
      }
      return problem;
    },
  };
}
