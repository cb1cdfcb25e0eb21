import { isDeepStrictEqual } from 'node:util';
import type { Change } from './change.ts';
import { body, type LogtoApi } from './logto.ts';

const subject = 'Sign-in experience';

/** Registration and sign-in by e-mail code, nothing else. */
export const emailCodeExperience = {
  signInMode: 'SignInAndRegister' as const,
  signUp: { identifiers: ['email' as const], password: false, verify: true },
  signIn: {
    methods: [
      {
        identifier: 'email' as const,
        password: false,
        verificationCode: true,
        isPasswordPrimary: false,
      },
    ],
  },
};

type Experience = typeof emailCodeExperience;

/** The part of the sign-in experience that {@link ensureSignInExperience} touches, as it is now. */
export async function readSignInExperience(api: LogtoApi): Promise<Experience> {
  const { signInMode, signUp, signIn } = body(
    await api.GET('/api/sign-in-exp'),
  ) as unknown as Experience;
  return { signInMode, signUp, signIn };
}

export async function ensureSignInExperience(
  api: LogtoApi,
  wanted: Experience,
  dryRun: boolean,
): Promise<Change> {
  const current = await readSignInExperience(api);
  if (isDeepStrictEqual(current, wanted)) {
    return { subject: subject, action: 'none' };
  }
  if (!dryRun) {
    await api.PATCH('/api/sign-in-exp', { body: wanted });
  }
  return { subject: subject, action: 'update', detail: 'e-mail code for sign-in and registration' };
}
