import { RequestError } from '../http/request-error.ts';
import type { Collection } from '../store/collection.ts';

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
  if (entity) return entity;
  throw new RequestError({ code: 'entity.not_exists_with_id', status: 404, name: table, id });
}

/** A copy without the fields whose value is `undefined`: what a partial update leaves alone. */
export function definedFields<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}
