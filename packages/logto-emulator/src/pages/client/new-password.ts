import type { App } from './app.ts';
import { h } from './dom.ts';
import { type CheckedField, form } from './elements/form.ts';
import { clearablePasswordField, passwordField } from './elements/text-field.ts';
import { toggle } from './elements/toggle.ts';
import { type ErrorHandlers, handleError } from './errors.ts';
import { typeOfIdentifier } from './identifier-type.ts';
import { checkPassword, describeIssues, type PasswordIssue } from './password-check.ts';

/**
 * The form for a new password. Where a forgotten password can be reset, it is entered once; where
 * not, twice.
 *
 * @param save takes the password to the server
 */
export function newPasswordForm(
  app: App,
  save: (password: string) => Promise<void>,
  handlers: ErrorHandlers,
): { element: HTMLFormElement; focus(): void } {
  const { t, settings } = app;
  const { fields, showBox } = settings.forgotPassword ? onceFields(app) : twiceFields(app);
  const input = fields[0]?.field.input;
  const { element } = form({
    fields,
    beforeButton: [showBox],
    label: t('savePassword'),
    name: 'submit',
    async submit() {
      const password = input?.value ?? '';
      let problem = describeIssues(checkPassword(password, settings.passwordPolicy), t);
      if (problem) {
        return problem;
      }
      try {
        await save(password);
      } catch (error) {
        await handleError(app, error, {
          'password.rejected': ({ data, message }) => {
            problem = describeIssues((data ?? []) as PasswordIssue[], t) ?? message;
          },
          'user.same_password': ({ message }) => {
            problem = message;
          },
          ...handlers,
        });
      }
      return problem;
    },
  });
  const { identifier } = app.session;
  if (identifier) {
    // For password managers: whose password this is. “username” is no type of input, but Logto's.
    const type = typeOfIdentifier(identifier);
    element.prepend(h('input', { readonly: true, hidden: true, type, value: identifier }));
  }
  return { element, focus: () => input?.focus() };
}

interface Fields {
  fields: CheckedField[];
  showBox?: HTMLElement;
}

function onceFields({ t }: App): Fields {
  const field = passwordField({
    label: t('passwordLabel'),
    name: 'newPassword',
    autocomplete: 'new-password',
    ariaInvalid: true,
  });
  return { fields: [{ field, check: (value) => (value ? undefined : t('passwordRequired')) }] };
}

function twiceFields({ t }: App): Fields {
  const first = clearablePasswordField({ label: t('passwordLabel'), name: 'newPassword' });
  const second = clearablePasswordField({
    label: t('confirmPasswordLabel'),
    name: 'confirmPassword',
  });
  const showBox = toggle({ name: 'toggle-password', label: [t('showPassword')] }, (shown) => {
    for (const { input } of [first, second]) {
      input.type = shown ? 'text' : 'password';
    }
  });
  return {
    fields: [
      { field: first, check: (value) => (value ? undefined : t('passwordRequired')) },
      {
        field: second,
        check: (value) => (value === first.input.value ? undefined : t('passwordsDoNotMatch')),
      },
    ],
    showBox,
  };
}
