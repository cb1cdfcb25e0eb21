import type { App } from './app.ts';
import { actionLink } from './elements/button.ts';
import type { CheckedField } from './elements/form.ts';
import { passwordField } from './elements/text-field.ts';
import { handleError } from './errors.ts';
import { completionHandlers, identifyAndLeave } from './flows.ts';
import { typeOfIdentifier } from './identifier-type.ts';

/** What signing in with a password takes: the field, the way out when it is forgotten, the act. */
export interface PasswordEntry {
  checked: CheckedField;
  forgotLink: HTMLElement | undefined;
  /** @returns what to say in the form when identifier and password do not match */
  signIn(): Promise<string | undefined>;
}

/** @param identifier read when it is needed: it may stand in a field of the same form */
export function passwordEntry(app: App, identifier: () => string): PasswordEntry {
  const { t } = app;
  const field = passwordField({
    label: t('passwordLabel'),
    name: 'password',
    autocomplete: 'current-password',
  });
  // A password is reset by e-mail: a user name is of no use there.
  const rememberForReset = () => {
    const isEmail = typeOfIdentifier(identifier()) === 'email';
    app.session.forgotPasswordEmail = isEmail ? identifier() : undefined;
  };
  const forgot = () => {
    rememberForReset();
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
        await identifyAndLeave(app, await app.api.verifyPassword(identifier(), field.input.value));
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
              rememberForReset();
              app.navigate('/forgot-password', { replace: true });
            },
          }),
        });
      }
      return problem;
    },
  };
}
