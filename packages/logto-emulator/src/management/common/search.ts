import type { Context as HonoContext } from 'hono';
import { RequestError } from '../../http/request-error.ts';
import { isYes } from './query.ts';

type Mode = 'like' | 'exact' | 'similar_to' | 'posix';
interface Match {
  field?: string;
  mode: Mode;
  values: string[];
}

const modes: readonly string[] = ['exact', 'like', 'similar_to', 'posix'];

/**
 * Reads Logto's advanced search out of a query (`search`, `search.<field>`, `mode`, `mode.<field>`,
 * `joint`, `isCaseSensitive`) and gives the test that it describes. Without a search, everything passes.
 *
 * @param fields what `search` alone looks into, and the only fields that may be named
 * @throws TypeError when the query makes no sense; where Logto answers it with 400, its route catches it
 */
export function searchFilter<T extends object>(
  query: URLSearchParams,
  fields: readonly (keyof T & string)[],
): (entity: T) => boolean {
  const joint = query.get('joint') || query.get('jointMode') || 'or';
  if (joint !== 'and' && joint !== 'or') {
    throw new TypeError(`Search joint mode \`${joint}\` is not valid, expect one of or, and.`);
  }
  const isCaseSensitive = isYes(query.get('isCaseSensitive') ?? '');
  const tests = readMatches(query).map(({ field, mode, values }) => {
    const columns =
      field === undefined ? fields : fields.filter((name) => snakeCase(name) === snakeCase(field));
    if (columns.length === 0) {
      throw new TypeError(
        `Search field \`${snakeCase(field ?? '')}\` is not valid, expect one of ${fields.map(snakeCase).join(', ')}.`,
      );
    }
    const matches = matcher(mode, values, isCaseSensitive);
    return (entity: T) =>
      columns.some((name) => typeof entity[name] === 'string' && matches(entity[name]));
  });
  if (tests.length === 0) {
    return () => true;
  }
  return joint === 'and'
    ? (entity) => tests.every((test) => test(entity))
    : (entity) => tests.some((test) => test(entity));
}

/** As `searchFilter`, for routes that answer a search that makes no sense with `request.invalid_input`. */
export function checkedSearchFilter<T extends object>(
  c: HonoContext,
  fields: readonly (keyof T & string)[],
): (entity: T) => boolean {
  try {
    return searchFilter(new URL(c.req.url).searchParams, fields);
  } catch (error) {
    if (!(error instanceof TypeError)) {
      throw error;
    }
    throw new RequestError({ code: 'request.invalid_input', details: error.message }, error);
  }
}

function readMatches(query: URLSearchParams): Match[] {
  const modeOf = new Map<string | undefined, Mode>();
  const valuesOf = new Map<string | undefined, string[]>();
  for (const [key, value] of query) {
    if (key.startsWith('mode')) {
      if (!modes.includes(value)) {
        throw new TypeError(
          `Search match mode \`${value}\` is not valid, expect one of ${modes.join(', ')}.`,
        );
      }
      modeOf.set(fieldOf(key), value as Mode);
    } else if (key.startsWith('search')) {
      valuesOf.set(fieldOf(key), [...(valuesOf.get(fieldOf(key)) ?? []), value]);
    }
  }
  return [...valuesOf].map(([field, values]) => {
    const mode = modeOf.get(field) ?? modeOf.get(undefined) ?? 'like';
    if (mode !== 'exact' && values.length > 1) {
      throw new TypeError('Only one search value is allowed when search mode is not `exact`.');
    }
    if (!values.every(Boolean)) {
      throw new TypeError('Search value cannot be empty.');
    }
    return { mode, values, ...(field !== undefined && { field }) };
  });
}

function fieldOf(key: string): string | undefined {
  const [, field, ...nested] = key.split('.');
  if (nested.length > 0) {
    throw new TypeError(
      `Unsupported nested search field path \`${[field, ...nested].join('.')}\` detected. Only the first level field is supported.`,
    );
  }
  return field;
}

function matcher(mode: Mode, values: string[], isCaseSensitive: boolean) {
  const fold = (text: string) => (isCaseSensitive ? text : text.toLowerCase());
  if (mode === 'exact') {
    return (text: string) => values.some((value) => fold(value) === fold(text));
  }
  if (mode === 'similar_to' && !isCaseSensitive) {
    throw new TypeError('Cannot use case-insensitive match for `similar to`.');
  }
  const [value = ''] = values;
  const flags = isCaseSensitive ? 's' : 'is';
  const pattern = { like: likePattern, similar_to: similarPattern, posix: String }[mode](value);
  const expression = new RegExp(pattern, flags);
  return (text: string) => expression.test(text);
}

/** SQL's LIKE: `%` for any text, `_` for any character, `\` before one that means itself. */
function likePattern(value: string): string {
  return `^${translate(value, (character) => character.replace(/[\\^$.*+?()[\]{}|]/, '\\$&'))}$`;
}

/** SQL's SIMILAR TO: LIKE, with the operators `| * + ? { } ( ) [ ]` of regular expressions. */
function similarPattern(value: string): string {
  return `^(?:${translate(value, (character) => character.replace(/[\\^$.]/, '\\$&'))})$`;
}

function translate(value: string, literal: (character: string) => string): string {
  return value.replaceAll(/\\(.)|(.)/gs, (_, escaped?: string, character?: string) => {
    if (escaped !== undefined) {
      return escaped.replace(/[\\^$.*+?()[\]{}|]/, '\\$&');
    }
    if (character === '%') {
      return '.*';
    }
    if (character === '_') {
      return '.';
    }
    return literal(character ?? '');
  });
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
