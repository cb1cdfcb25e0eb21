import type { App } from './app.ts';
import type { CheckedField } from './elements/form.ts';
import { identifierInput } from './elements/text-field.ts';
import { type IdentifierType, typeOfIdentifier } from './identifier-type.ts';
import type { Translate } from './phrases/language.ts';
import type { SignInMethod } from './settings.ts';
import { usernameProblem } from './username-check.ts';

/** What Logto takes for an e-mail address. */
const emailPattern = /^\S+@\S+\.\S+$/;

/** The calling code that Logto preselects for a language. */
const callingCodes = { en: '1', 'zh-CN': '86' };

const labels = { username: 'usernameLabel', email: 'emailLabel' } as const;

/** How the identifier that was entered last signs in; undefined when it cannot. */
export function methodOfSession({ session, settings }: App): SignInMethod | undefined {
  const types = settings.signInMethods.map(({ identifier }) => identifier);
  const type = typeOfIdentifier(session.identifier ?? '', types);
  return settings.signInMethods.find(({ identifier }) => identifier === type);
}

/** The kinds of identifiers in a sentence: “email or username”. */
export function namesOf(t: Translate, types: readonly IdentifierType[]): string {
  return t.list(
    types.map((type) => t(type)),
    'or',
  );
}

/** A field for an identifier, with the rule for it. */
export interface IdentifierField extends CheckedField {
  value(): string;
  type(): IdentifierType;
}

/**
 * @param options.creates the identifier is to be a new one: the policy for user names counts, and
 *   what is wrong is said in full
 */
export function identifierField(
  app: App,
  types: readonly IdentifierType[],
  options: { value?: string; creates?: boolean } = {},
): IdentifierField {
  const { t, settings } = app;
  const isEmail = types.length === 1 && types[0] === 'email';
  const field = identifierInput({
    type: isEmail ? 'email' : 'text',
    label: types.map((type) => t(labels[type])).join(' / '),
    callingCode: callingCodes[t.language],
    value: options.value ?? '',
    autocomplete: options.creates ? 'off' : types.join(' '),
  });
  const value = () => field.input.value.trim();
  const type = () => typeOfIdentifier(value(), types);
  const problem = () => {
    if (type() === 'email') {
      return emailPattern.test(value()) ? undefined : t('invalidEmail');
    }
    return usernameProblem(value(), options.creates ? settings.usernamePolicy : {}, t);
  };
  return {
    field,
    value,
    type,
    check() {
      if (!value()) {
        return t('required', { types: namesOf(t, types) });
      }
      const found = problem();
      return found && !options.creates ? t('invalid', { types: namesOf(t, types) }) : found;
    },
  };
}

/** What the form starts with: the identifier entered before, or what the application hints at. */
export function prefilledIdentifier(app: App, types: readonly IdentifierType[]): string {
  const entered = app.session.identifier;
  if (entered !== undefined && types.includes(typeOfIdentifier(entered))) {
    return entered;
  }
  return new URLSearchParams(location.search).get('login_hint') ?? '';
}
