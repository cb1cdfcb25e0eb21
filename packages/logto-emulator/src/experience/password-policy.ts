import type { JsonObject } from '../store/types.ts';

/** What a password must not contain of its owner. */
export interface UserInfo {
  name?: string | null;
  username?: string | null;
  email?: string | null;
  phoneNumber?: string | null;
}

/** Why a password is rejected, as Logto answers it. */
export interface PasswordIssue {
  code: string;
  interpolation?: Record<string, number>;
}

interface Policy {
  length?: { min?: number; max?: number };
  characterTypes?: { min?: number };
  rejects?: { repetitionAndSequence?: boolean; userInfo?: boolean; words?: string[] };
}

const symbols = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~ ';
const rows = [
  '0123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz',
  '2wsx',
  '3edc',
  '4rfv',
  '5tgb',
  '6yhn',
  '7ujm',
  '8ik',
  '9ol',
];
/** Each row both ways, in lower and in upper case: what counts as a sequence, such as `321` or `QWE`. */
const sequences = rows
  .flatMap((row) => [row, [...row].reverse().join('')])
  .flatMap((row) => [row, row.toUpperCase()]);

/** So many characters alike, or in a row, are noticed. */
const threshold = 3;

/**
 * Checks a password by the tenant's policy. Logto also asks a public service for passwords that leaked;
 * the emulator asks nobody.
 *
 * @returns what is wrong, nothing for a good password
 */
export function checkPassword(
  policy: JsonObject,
  password: string,
  userInfo: UserInfo,
): PasswordIssue[] {
  const { length = {}, characterTypes = {}, rejects = {} } = policy as Policy;
  const { min = 8, max = 256 } = length;
  const issues: PasswordIssue[] = [];
  if (password.length < min) {
    issues.push(issue('too_short', { min }));
  } else if (password.length > max) {
    issues.push(issue('too_long', { max }));
  }
  issues.push(...checkCharacters(password, characterTypes.min ?? 1));
  return [...issues, ...checkPhrases(password, rejects, userInfo)];
}

function issue(code: string, interpolation?: Record<string, number>): PasswordIssue {
  return { code: `password_rejected.${code}`, ...(interpolation && { interpolation }) };
}

function checkCharacters(password: string, min: number): PasswordIssue[] {
  const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/];
  const isSymbol = (character: string) => symbols.includes(character);
  const known = (character: string) =>
    isSymbol(character) || kinds.some((kind) => kind.test(character));
  if (![...password].every(known)) {
    return [issue('unsupported_characters')];
  }
  const count =
    kinds.filter((kind) => kind.test(password)).length + Number([...password].some(isSymbol));
  return count < min ? [issue('character_types', { min })] : [];
}

/** Weak phrases are let pass when at least three characters of the password are outside of them. */
function checkPhrases(
  password: string,
  {
    repetitionAndSequence = true,
    userInfo: rejectsInfo = true,
    words = [],
  }: Policy['rejects'] & {},
  userInfo: UserInfo,
): PasswordIssue[] {
  const weak = new Set<number>();
  const found = new Set<string>();
  const mark = (start: number, length: number, code: string) => {
    if (length === 0) {
      return;
    }
    for (let index = start; index < start + length; index += 1) {
      weak.add(index);
    }
    found.add(code);
  };
  for (let start = 0; start < password.length; start += 1) {
    const rest = password.slice(start);
    if (repetitionAndSequence) {
      mark(start, repetitionLength(rest), 'restricted.repetition');
      mark(start, sequenceLength(rest), 'restricted.sequence');
    }
    mark(start, longestStart(rest, words), 'restricted.words');
    if (rejectsInfo) {
      mark(start, longestStart(rest, phrasesOf(userInfo)), 'restricted.user_info');
    }
  }
  return weak.size > Math.max(1, password.length - 3) ? [...found].map((code) => issue(code)) : [];
}

function repetitionLength(text: string): number {
  const length = [...text].findIndex((character) => character !== text[0]);
  const count = length === -1 ? text.length : length;
  return count >= threshold ? count : 0;
}

function sequenceLength(text: string): number {
  let length = 1;
  while (length < text.length && sequences.some((row) => row.includes(text.slice(0, length + 1)))) {
    length += 1;
  }
  return length >= threshold ? length : 0;
}

function longestStart(text: string, phrases: string[]): number {
  const lower = text.toLowerCase();
  const lengths = phrases
    .filter((phrase) => phrase !== '' && lower.startsWith(phrase.toLowerCase()))
    .map((phrase) => phrase.length);
  return Math.max(0, ...lengths);
}

function phrasesOf({ name, username, email, phoneNumber }: UserInfo): string[] {
  const names = name ? [name, name.replaceAll(/\s+/g, ''), ...name.split(' ')] : [];
  return [...names, username, email?.split('@')[0], phoneNumber].filter(
    (phrase): phrase is string => Boolean(phrase),
  );
}
