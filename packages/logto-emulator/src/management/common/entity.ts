import { RequestError } from '../../http/request-error.ts';
import type { Collection } from '../../store/collection.ts';

/**
 * The entity of a collection with this id.
 *
 * @param table the name of Logto's table, which the message carries
 * @throws RequestError `entity.not_exists_with_id` (404)
 */
export function findEntity<T extends object>(
  collection: Collection<T>,
  table: string,
  id: string,
): T {
  const entity = collection.get(id);
  if (entity) {
    return entity;
  }
  throw new RequestError({ code: 'entity.not_exists_with_id', status: 404, name: table, id });
}

/**
 * What a partial update writes: the fields that are given, with an empty text saved as `null`, as Logto
 * does for every column.
 */
export function columns<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, value === '' ? null : value]),
  ) as Partial<T>;
}

/**
 * Refuses an update that sets nothing, as Logto's database does.
 *
 * @throws RequestError `entity.invalid_input` (422)
 */
export function assertNotEmpty(fields: object): void {
  if (Object.values(fields).some((value) => value !== undefined)) {
    return;
  }
  throw new RequestError({ code: 'entity.invalid_input', status: 422 });
}
