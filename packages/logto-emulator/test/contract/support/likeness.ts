import type { RecordedResponse } from './recording.ts';

/** Fields whose values, not only types, are Logto's: what a client decides by or shows. */
const literal = new Set([
  'code',
  'message',
  'error',
  'error_description',
  'error_uri',
  'details',
  'name',
  'type',
  'token_type',
  'scope',
  'connectorId',
  'interactionEvent',
  'templateType',
]);

/** What is new in every run: ids, codes and the like are compared by their form alone. */
const forms: [RegExp, string][] = [
  [/\/oidc\/auth\/[\w-]{21,43}/g, '/oidc/auth/<uid>'],
  [/([?&]|&amp;)code=[\w-]{43}/g, '$1code=<code>'],
  [/expires=\w{3}, \d\d (?!Jan 1970)[^;]+/g, 'expires=<date>'],
];

/** How an answer differs from the recorded one, in words; nothing when it does not. */
export function differences(recorded: RecordedResponse, actual: RecordedResponse): string[] {
  const found: string[] = [];
  const check = (what: string, expected: unknown, value: unknown) => {
    if (JSON.stringify(expected) !== JSON.stringify(value)) {
      found.push(`${what}: ${JSON.stringify(expected)} became ${JSON.stringify(value)}`);
    }
  };
  check('status', recorded.status, actual.status);
  for (const [name, value] of Object.entries(recorded.headers)) {
    // How many there are depends on who else uses the tenant.
    if (name === 'total-number') {
      check(name, true, /^\d+$/.test(actual.headers[name] ?? ''));
    } else {
      check(name, formOf(value), formOf(actual.headers[name] ?? ''));
    }
  }
  check('cookies', cookiesOf(recorded), cookiesOf(actual));
  return [...found, ...compare('body', recorded.body, actual.body)];
}

function cookiesOf({ setCookie }: RecordedResponse): string[] {
  return setCookie
    .map((line) => formOf(line.replace(/^([^=]+)=[^;]*/, '$1=…')))
    .map((line) => [line.split('; ')[0], ...line.split('; ').slice(1).sort()].join('; '))
    .sort();
}

function formOf(text: string): string {
  return forms.reduce((result, [pattern, form]) => result.replace(pattern, form), text);
}

function compare(path: string, recorded: unknown, actual: unknown): string[] {
  const kinds = [kindOf(recorded), kindOf(actual)];
  if (kinds[0] !== kinds[1]) {
    return [`${path}: ${kinds[0]} became ${kinds[1]}`];
  }
  if (Array.isArray(recorded) && Array.isArray(actual)) {
    return compareLists(path, recorded, actual);
  }
  if (isObject(recorded) && isObject(actual)) {
    return compareObjects(path, recorded, actual);
  }
  // Of pages, the recordings have the beginning; what they do is for the tests of the pages.
  if (path === 'body' && [recorded, actual].every((text) => /^<!/.test(String(text)))) {
    return [];
  }
  const key = path.split('.').at(-1) ?? '';
  const [expected, value] = [recorded, actual].map((text) => formOf(comparable(String(text))));
  const isLiteral =
    (typeof recorded === 'string' && literal.has(key)) ||
    typeof recorded === 'boolean' ||
    path === 'body';
  return isLiteral && expected !== value ? [`${path}: ${expected} became ${value}`] : [];
}

/** A message that quotes what a connector threw is compared up to the quotation. */
function comparable(text: string): string {
  return text.replace(/\{".*/s, '{…');
}

function compareLists(path: string, recorded: unknown[], actual: unknown[]): string[] {
  // Lists of entities are as long as there are entities; lists of issues are what they are.
  const isEntities = isObject(recorded[0]) && 'id' in recorded[0];
  if (!isEntities && recorded.length !== actual.length) {
    return [`${path}: ${recorded.length} became ${actual.length} long`];
  }
  return recorded
    .slice(0, actual.length)
    .flatMap((value, index) =>
      compare(`${path}.${index}`, value, counterpartOf(value, index, actual)),
    );
}

/** What stands for a recorded item in a list of this run: the one with its id, else the one in its place. */
export function counterpartOf(recorded: unknown, index: number, actual: unknown[]): unknown {
  const same = actual.find(
    (item) => isObject(item) && isObject(recorded) && 'id' in item && item.id === recorded.id,
  );
  return same ?? actual[index];
}

function compareObjects(
  path: string,
  recorded: Record<string, unknown>,
  actual: Record<string, unknown>,
): string[] {
  const keys = [...new Set([...Object.keys(recorded), ...Object.keys(actual)])];
  return keys.flatMap((key) => {
    if (!(key in actual)) {
      return [`${path}.${key}: is missing`];
    }
    if (!(key in recorded)) {
      return [`${path}.${key}: is not in the recording`];
    }
    // The recordings leave long texts out.
    if (recorded[key] === '…' || recorded[key] === 'data:…') {
      return [];
    }
    return compare(`${path}.${key}`, recorded[key], actual[key]);
  });
}

function kindOf(value: unknown): string {
  if (value === null) {
    return 'null';
  }
  return Array.isArray(value) ? 'array' : typeof value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return kindOf(value) === 'object';
}
