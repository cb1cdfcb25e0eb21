import { RequestError } from '../../http/request-error.ts';
import type { Role } from '../../store/types.ts';

/**
 * Users hold roles for users, applications those for machines; Logto's database sees to it.
 *
 * @throws RequestError `entity.db_constraint_violated` (422)
 */
export function assertRoleType(role: Role, type: Role['type']): void {
  if (role.type === type) {
    return;
  }
  throw new RequestError({ code: 'entity.db_constraint_violated', status: 422 });
}
