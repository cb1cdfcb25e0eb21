import type { App } from './app.ts';
import type { CheckedField } from './elements/form.ts';
import { emailField } from './elements/text-field.ts';

/** What Logto takes for an e-mail address. */
const emailPattern = /^\S+@\S+\.\S+$/;

/** The calling code that Logto preselects for a language. */
const callingCodes = { en: '1', 'zh-CN': '86' };

/** The field for the address, with the rule for it. */
export function addressField(
  app: App,
  options: { value?: string; autocomplete?: string } = {},
): CheckedField & { address(): string } {
  const { t } = app;
  const field = emailField({
    label: t('emailLabel'),
    callingCode: callingCodes[t.language],
    value: options.value ?? '',
    autocomplete: options.autocomplete ?? 'email',
  });
  const address = () => field.input.value.trim();
  return {
    field,
    address,
    check() {
      const types = t.list([t('email')], 'or');
      if (!address()) {
        return t('required', { types });
      }
      return emailPattern.test(address()) ? undefined : t('invalid', { types });
    },
  };
}

/** The address that the form starts with: the one entered before, or what the application hints at. */
export function prefilledEmail(app: App): string {
  return app.session.email ?? new URLSearchParams(location.search).get('login_hint') ?? '';
}
