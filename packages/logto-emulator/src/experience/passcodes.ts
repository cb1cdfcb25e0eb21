import { hour } from '../clock.ts';
import type { Context } from '../context.ts';
import { RequestError } from '../http/request-error.ts';

/** Where the sign-in experience says nothing: seconds that a code lives, and wrong tries it takes. */
const defaultExpiration = 600;
const defaultTries = 10;

/** Codes are thrown away as long after they were made as an interaction lives. */
const keptFor = hour * 1000;

/**
 * Makes a verification code for an address; an earlier one of the same verification is void.
 *
 * @param verificationId with it, and for that type, the code is verified
 */
export function createPasscode(
  { store, random, clock }: Context,
  verificationId: string,
  type: string,
  email: string,
): string {
  const now = clock.now().getTime();
  for (const old of store.passcodes.list(({ createdAt }) => createdAt + keptFor < now)) {
    store.passcodes.delete(old.id);
  }
  const code = random.code();
  store.passcodes.put({
    id: `${verificationId}/${type}`,
    email,
    code,
    tryCount: 0,
    createdAt: now,
  });
  return code;
}

/**
 * Takes a code; it cannot be used again.
 *
 * @throws RequestError `verification_code.not_found`, `.email_mismatch`, `.expired`, `.exceed_max_try` or
 * `.code_mismatch` (400)
 */
export function verifyPasscode(
  { store, clock }: Context,
  verificationId: string,
  type: string,
  email: string,
  code: string,
): void {
  const id = `${verificationId}/${type}`;
  const passcode = code === '' ? undefined : store.passcodes.get(id);
  if (!passcode) {
    throw new RequestError('verification_code.not_found');
  }
  if (passcode.email !== email) {
    throw new RequestError('verification_code.email_mismatch');
  }
  const { expirationDuration = defaultExpiration, maxRetryAttempts = defaultTries } =
    store.signInExperience.verificationCodePolicy;
  const expiresAt = passcode.createdAt + Number(expirationDuration) * 1000;
  if (expiresAt < clock.now().getTime()) {
    throw new RequestError('verification_code.expired');
  }
  if (passcode.tryCount >= Number(maxRetryAttempts)) {
    throw new RequestError('verification_code.exceed_max_try');
  }
  if (code !== passcode.code) {
    store.passcodes.update(id, { tryCount: passcode.tryCount + 1 });
    throw new RequestError('verification_code.code_mismatch');
  }
  store.passcodes.delete(id);
}
