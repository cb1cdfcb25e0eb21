import { RequestError } from '../../http/request-error.ts';

interface Policy {
  blockDisposableAddresses?: boolean | undefined;
  blockSubaddressing?: boolean | undefined;
  customBlocklist?: string[] | undefined;
}

const addressOrDomain = /^\S+@\S+\.\S+|^@\S+\.\S+$/;

/**
 * The e-mail blocklist as it is stored: without repetitions.
 *
 * @throws RequestError when an entry is neither an address nor `@domain`, or when disposable addresses
 * are to be blocked, which open-source Logto cannot
 */
export function parseEmailBlocklist({ customBlocklist, ...policy }: Policy): Policy {
  if (policy.blockDisposableAddresses) {
    throw new RequestError({
      code: 'request.invalid_input',
      details: 'Disposable email domain validation is not supported in this environment',
    });
  }
  if (!customBlocklist) {
    return policy;
  }
  const list = [...new Set(customBlocklist)];
  const invalid = list.filter((item) => !addressOrDomain.test(item));
  if (invalid.length > 0) {
    throw new RequestError({
      code: 'sign_in_experiences.invalid_custom_email_blocklist_format',
      items: new Intl.ListFormat('en', { type: 'conjunction' }).format(invalid),
    });
  }
  return { ...policy, customBlocklist: list };
}
