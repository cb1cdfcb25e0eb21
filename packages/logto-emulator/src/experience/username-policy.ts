import { RequestError } from '../http/request-error.ts';
import type { JsonObject } from '../store/types.ts';

interface UsernamePolicy {
  minLength?: number;
  maxLength?: number;
  allowedChars?: Record<string, boolean | undefined>;
}

const characters: Record<string, RegExp> = {
  uppercase: /[A-Z]/,
  lowercase: /[a-z]/,
  numbers: /\d/,
  underscore: /_/,
};

/** @throws RequestError `user.username_*` (422) when the tenant's policy does not allow the name */
export function assertUsernameAllowed(policy: JsonObject, username: string): void {
  const { minLength = 1, maxLength = 128, allowedChars = {} } = policy as UsernamePolicy;
  const refuse = (reason: string) => {
    throw new RequestError({ code: `user.username_${reason}`, status: 422 });
  };
  if (username.length < minLength) {
    refuse('too_short');
  }
  if (username.length > maxLength) {
    refuse('too_long');
  }
  for (const [kind, pattern] of Object.entries(characters)) {
    if (allowedChars[kind] === false && pattern.test(username)) {
      refuse(`${kind}_not_allowed`);
    }
  }
}
