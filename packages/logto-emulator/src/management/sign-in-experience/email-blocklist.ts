import { isEmailBlocklistItem } from '@logto/core-kit';
import { RequestError } from '../../http/request-error.ts';

interface Policy {
  blockDisposableAddresses?: boolean | undefined;
  blockSubaddressing?: boolean | undefined;
  customBlocklist?: string[] | undefined;
  customAllowlist?: string[] | undefined;
}

/**
 * The rules for e-mail addresses as they are stored: lists without repetitions.
 *
 * @throws RequestError when an entry is neither an address nor `@domain` (with or without `*`), or when
 * disposable addresses are to be blocked, which open-source Logto cannot
 */
export function parseEmailBlocklist(policy: Policy): Policy {
  if (policy.blockDisposableAddresses) {
    throw new RequestError({
      code: 'request.invalid_input',
      details: 'Disposable email domain validation is not supported in this environment',
    });
  }
  const { customAllowlist, customBlocklist, ...rest } = policy;
  return {
    ...rest,
    ...(customAllowlist && { customAllowlist: parseList(customAllowlist) }),
    ...(customBlocklist && { customBlocklist: parseList(customBlocklist) }),
  };
}

function parseList(items: string[]): string[] {
  const list = [...new Set(items)];
  const invalid = list.filter((item) => !isEmailBlocklistItem(item));
  if (invalid.length > 0) {
    throw new RequestError({
      code: 'sign_in_experiences.invalid_custom_email_blocklist_format',
      items: new Intl.ListFormat('en', { type: 'conjunction' }).format(invalid),
    });
  }
  return list;
}
