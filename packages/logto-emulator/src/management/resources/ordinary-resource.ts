import type { Context } from '../../context.ts';
import { RequestError } from '../../http/request-error.ts';
import type { Resource } from '../../store/types.ts';

/**
 * Refuses to change or delete the Management API's own resource.
 *
 * @throws RequestError `resource.cannot_*_management_api`
 */
export function assertOrdinaryResource(
  { m2m }: Context,
  { indicator }: Resource,
  action: 'modify' | 'delete' = 'modify',
): void {
  if (indicator === m2m.resource) {
    throw new RequestError(`resource.cannot_${action}_management_api`);
  }
}
