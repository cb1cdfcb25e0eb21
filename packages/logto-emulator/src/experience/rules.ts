import { RequestError } from '../http/request-error.ts';
import type { SignInExperience } from '../store/types.ts';
import type { InteractionEvent, VerificationRecord } from './types.ts';

/**
 * @param hasOneTimeToken a link registers also where registration is turned off
 * @throws RequestError `auth.forbidden` (403) where the sign-in experience has only the other event
 */
export function assertEventAllowed(
  { signInMode }: SignInExperience,
  event: InteractionEvent,
  hasOneTimeToken = false,
): void {
  if (event === 'Register' && hasOneTimeToken) {
    return;
  }
  const only = { SignIn: 'Register', Register: 'SignIn', ForgotPassword: undefined }[event];
  if (signInMode === only) {
    throw new RequestError({ code: 'auth.forbidden', status: 403 });
  }
}

/** @throws RequestError (422) when a proof of this kind does not identify anybody at this event */
export function assertMethodAllowed(
  { signIn, forgotPasswordMethods }: SignInExperience,
  event: InteractionEvent,
  record: VerificationRecord,
): void {
  if (event === 'ForgotPassword') {
    const isAllowed =
      record.type === 'EmailVerificationCode' &&
      (forgotPasswordMethods === null || forgotPasswordMethods.includes(record.type));
    if (!isAllowed) {
      throw new RequestError({ code: 'session.not_supported_for_forgot_password', status: 422 });
    }
    return;
  }
  const isAllowed = signIn.methods.some(
    ({ identifier, password, verificationCode }) =>
      identifier === record.identifier.type &&
      ((record.type === 'Password' && password) ||
        (record.type === 'EmailVerificationCode' && verificationCode)),
  );
  if (!isAllowed) {
    throw new RequestError({ code: 'user.sign_in_method_not_enabled', status: 422 });
  }
}
