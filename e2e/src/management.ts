import { body, connectToLogto, emailCodeExperience, type LogtoAccess } from '@dm-kit/provision';

/** Takes an account away, as an administrator would. */
export async function deleteUser(access: LogtoAccess, address: string): Promise<void> {
  const api = connectToLogto(access);
  // Logto's OpenAPI description has the search as one object; the API takes its parameters one by one.
  const query = { search: address } as object;
  const users = body(await api.GET('/api/users', { params: { query } }));
  for (const { id, primaryEmail } of users) {
    if (primaryEmail !== address) {
      continue;
    }
    await api.DELETE('/api/users/{userId}', { params: { path: { userId: id } } });
  }
}

/** Registration with a password, sign-in with password or code, and a forgotten password by code. */
export async function turnPasswordsOn(access: LogtoAccess): Promise<void> {
  const [method] = emailCodeExperience.signIn.methods;
  await connectToLogto(access).PATCH('/api/sign-in-exp', {
    body: {
      signUp: { ...emailCodeExperience.signUp, password: true },
      signIn: { methods: method ? [{ ...method, password: true, isPasswordPrimary: true }] : [] },
      forgotPasswordMethods: ['EmailVerificationCode'],
      // The list of leaked passwords is a service on the internet, which tests do not ask.
      passwordPolicy: {
        rejects: { pwned: false, repetitionAndSequence: true, userInfo: true, words: [] },
      },
    },
  });
}

/** As `provision` leaves it: e-mail codes and nothing else. */
export async function turnPasswordsOff(access: LogtoAccess): Promise<void> {
  await connectToLogto(access).PATCH('/api/sign-in-exp', {
    body: { ...emailCodeExperience, forgotPasswordMethods: [] },
  });
}
