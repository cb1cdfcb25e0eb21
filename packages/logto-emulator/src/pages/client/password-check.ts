import type { Translate } from './phrases/language.ts';
import type { PasswordLimits } from './settings.ts';

/** One thing that is wrong with a password, as the server names it. */
export interface PasswordIssue {
  code: string;
  interpolation?: Record<string, string | number>;
}

const symbols = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~ ';

function characterType(character: string): string | undefined {
  if (/[a-z]/.test(character)) {
    return 'lower';
  }
  if (/[A-Z]/.test(character)) {
    return 'upper';
  }
  if (/[0-9]/.test(character)) {
    return 'digit';
  }
  return symbols.includes(character) ? 'symbol' : undefined;
}

/** What can be said without asking the server: length and kinds of characters. */
export function checkPassword(password: string, limits: PasswordLimits): PasswordIssue[] {
  const issues: PasswordIssue[] = [];
  if (password.length < limits.min) {
    issues.push({ code: 'password_rejected.too_short', interpolation: { min: limits.min } });
  } else if (password.length > limits.max) {
    issues.push({ code: 'password_rejected.too_long', interpolation: { max: limits.max } });
  }
  const types = new Set([...password].map(characterType));
  if (types.has(undefined)) {
    issues.push({ code: 'password_rejected.unsupported_characters' });
  } else if (types.size < limits.characterTypes) {
    const interpolation = { min: limits.characterTypes };
    issues.push({ code: 'password_rejected.character_types', interpolation });
  }
  return issues;
}

/** Of several issues the first of these is shown, alone. */
const shownAlone = [
  ['password_rejected.unsupported_characters', 'unsupportedCharacters'],
  ['password_rejected.too_short', 'tooShort'],
  ['password_rejected.character_types', 'characterTypes'],
  ['password_rejected.too_long', 'tooLong'],
  ['password_rejected.pwned', 'pwned'],
] as const;

const shownTogether = {
  'password_rejected.restricted.repetition': 'repetition',
  'password_rejected.restricted.sequence': 'sequence',
  'password_rejected.restricted.user_info': 'userInfo',
  'password_rejected.restricted.words': 'words',
} as const;

/** The sentence about a rejected password; nothing when there is nothing to say. */
export function describeIssues(issues: readonly PasswordIssue[], t: Translate): string | undefined {
  for (const [code, phrase] of shownAlone) {
    const issue = issues.find((candidate) => candidate.code === code);
    if (issue) {
      return t(phrase, issue.interpolation);
    }
  }
  const restricted = issues.flatMap(({ code }) =>
    code in shownTogether ? [t(shownTogether[code as keyof typeof shownTogether])] : [],
  );
  return restricted.length > 0 ? t('restrictedFound', { list: t.list(restricted) }) : undefined;
}

/** The sentence above a field for a new password; nothing when every password will do. */
export function describeLimits(limits: PasswordLimits, t: Translate): string | undefined {
  const items: string[] = [];
  if (limits.min > limits.characterTypes) {
    items.push(t(limits.min === 1 ? 'requiresLengthOne' : 'requiresLength', { count: limits.min }));
  }
  if (limits.characterTypes > 1) {
    items.push(t('requiresCharacterTypes', { count: limits.characterTypes }));
  }
  return items.length > 0 ? t('passwordRequirements', { items: t.list(items) }) : undefined;
}
