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

/** The part of the sign-in experience that {@link ensureSignInExperience} touches. */
export type SignInExperience = typeof emailCodeExperience & {
  color: { primaryColor: string; isDarkModeEnabled: boolean; darkPrimaryColor: string };
};

/** That part as it is now. */
export async function readSignInExperience(api: LogtoApi): Promise<SignInExperience> {
  const { signInMode, signUp, signIn, color } = body(
    await api.GET('/api/sign-in-exp'),
  ) as unknown as SignInExperience;
  return { signInMode, signUp, signIn, color };
}

/** E-mail codes, and dark pages for who prefers them. */
export async function ensureSignInExperience(api: LogtoApi, dryRun: boolean): Promise<Change> {
  const { color, ...current } = await readSignInExperience(api);
  const differs = [
    isDeepStrictEqual(current, emailCodeExperience)
      ? []
      : 'e-mail code for sign-in and registration',
    color.isDarkModeEnabled ? [] : 'dark mode',
  ].flat();
  if (differs.length === 0) {
    return { subject, action: 'none' };
  }
  if (!dryRun) {
    const wanted = { ...emailCodeExperience, color: { ...color, isDarkModeEnabled: true } };
    await api.PATCH('/api/sign-in-exp', { body: wanted });
  }
  return { subject, action: 'update', detail: differs.join(', ') };
}
