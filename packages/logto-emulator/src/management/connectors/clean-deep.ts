import type { Json, JsonObject } from '../../store/types.ts';

/**
 * A connector's configuration without what counts as empty: `null`, empty strings, empty arrays and
 * empty objects, at any depth. Logto saves configurations so.
 */
export function cleanDeep(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object)
      .map(([key, value]) => [key, clean(value)] as const)
      .filter(([, value]) => !isEmpty(value)),
  );
}

function clean(value: Json): Json {
  if (Array.isArray(value)) {
    return value.map(clean).filter((item) => !isEmpty(item));
  }
  return value !== null && typeof value === 'object' ? cleanDeep(value) : value;
}

function isEmpty(value: Json): boolean {
  if (value === null || value === '') {
    return true;
  }
  return typeof value === 'object' && Object.keys(value).length === 0;
}
