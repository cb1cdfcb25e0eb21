import type { Context } from '../context.ts';
import { RequestError } from '../http/request-error.ts';
import type { AccountVerification } from '../store/types.ts';

/** Seconds that a proof counts: ten minutes. */
const lifetime = 600;

/** Keeps a proof; those whose time is over are thrown away. */
export function keepVerification(
  { store, random, clock }: Context,
  verification: Omit<AccountVerification, 'id' | 'expiresAt'> & { id?: string },
): AccountVerification {
  const now = clock.now().getTime();
  for (const { id } of store.accountVerifications.list(({ expiresAt }) => expiresAt <= now)) {
    store.accountVerifications.delete(id);
  }
  return store.accountVerifications.put({
    id: random.id(),
    ...verification,
    expiresAt: now + lifetime * 1000,
  });
}

function find({ store, clock }: Context, id: string): AccountVerification | undefined {
  const found = store.accountVerifications.get(id);
  return found && found.expiresAt > clock.now().getTime() ? found : undefined;
}

/** @throws RequestError `verification_record.not_found` (400) */
export function findVerification(context: Context, id: string): AccountVerification {
  const found = find(context, id);
  if (!found) {
    throw new RequestError('verification_record.not_found');
  }
  return found;
}

/** Whether a proof shows that it is this user: a password, or a code to an address the user has. */
export function provesUser(context: Context, id: string | undefined, userId: string): boolean {
  const found = id === undefined ? undefined : find(context, id);
  return (
    found?.userId === userId &&
    found.verified &&
    (found.templateType === undefined || found.templateType === 'UserPermissionValidation')
  );
}
