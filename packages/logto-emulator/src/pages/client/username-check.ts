import type { Translate } from './phrases/language.ts';
import type { UsernamePolicy } from './settings.ts';

const notAllowed = {
  uppercase: [/[A-Z]/, 'usernameUppercaseNotAllowed'],
  lowercase: [/[a-z]/, 'usernameLowercaseNotAllowed'],
  numbers: [/\d/, 'usernameNumbersNotAllowed'],
  underscore: [/_/, 'usernameUnderscoreNotAllowed'],
} as const;

/**
 * What is wrong with a user name: first what no tenant allows, then what this one does not.
 *
 * @param policy the tenant's; an empty one where the name is that of an account which exists
 */
export function usernameProblem(
  name: string,
  policy: UsernamePolicy,
  t: Translate,
): string | undefined {
  if (/^\d/.test(name)) {
    return t('usernameStartsWithNumber');
  }
  if (!/^\w+$/.test(name)) {
    return t('usernameCharset');
  }
  const { minLength = 1, maxLength = 128, allowedChars = {} } = policy;
  if (name.length < minLength) {
    return t('usernameTooShort', { min: minLength });
  }
  if (name.length > maxLength) {
    return t('usernameTooLong', { max: maxLength });
  }
  for (const kind of ['uppercase', 'lowercase', 'numbers', 'underscore'] as const) {
    const [pattern, phrase] = notAllowed[kind];
    if (allowedChars[kind] === false && pattern.test(name)) {
      return t(phrase);
    }
  }
  return undefined;
}
