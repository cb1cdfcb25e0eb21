import { matchesEmailBlocklistItem } from '@logto/core-kit';
import { RequestError } from '../http/request-error.ts';
import type { JsonObject } from '../store/types.ts';

/**
 * Checks an address by the tenant's policy: no sub-addresses, on the allowlist where there is one, and not on
 * the blocklist. Lists of disposable addresses come from a service, which the emulator does not ask.
 *
 * @throws RequestError `session.email_blocklist.*` (422, 400 for what is no address)
 */
export function assertEmailAllowed(policy: JsonObject, email: string): void {
  const [local = '', domain] = email.split('@');
  if (!domain) {
    throw new RequestError('session.email_blocklist.invalid_email');
  }
  if (policy.blockSubaddressing && local.includes('+')) {
    throw new RequestError({
      code: 'session.email_blocklist.email_subaddressing_not_allowed',
      status: 422,
    });
  }
  const isOn = (list: string[]) => list.some((item) => matchesEmailBlocklistItem(item, email));
  const allowed = (policy.customAllowlist ?? []) as string[];
  const blocked = (policy.customBlocklist ?? []) as string[];
  if ((allowed.length > 0 && !isOn(allowed)) || isOn(blocked)) {
    throw new RequestError({
      code: 'session.email_blocklist.email_not_allowed',
      status: 422,
      email,
    });
  }
}
