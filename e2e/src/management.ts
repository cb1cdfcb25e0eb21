import { body, connectToLogto, emailCodeExperience, type LogtoAccess } from '@dm-kit/provision';

/** Takes an account away, as an administrator would. */
export async function deleteUser(access: LogtoAccess, address: string): Promise<void> {
  const api = connectToLogto(access);
  for (const { id } of await usersOf(access, address)) {
    await api.DELETE('/api/users/{userId}', { params: { path: { userId: id } } });
  }
}

/** Takes a role away from an account: what Logto issues to it from now on lacks the role's scopes. */
export async function takeRole(access: LogtoAccess, address: string, role: string): Promise<void> {
  const api = connectToLogto(access);
  for (const { id } of await usersOf(access, address)) {
    const path = { userId: id };
    const roles = body(await api.GET('/api/users/{userId}/roles', { params: { path } }));
    for (const { id: roleId } of roles.filter(({ name }) => name === role)) {
      await api.DELETE('/api/users/{userId}/roles/{roleId}', {
        params: { path: { ...path, roleId } },
      });
    }
  }
}

async function usersOf(access: LogtoAccess, address: string) {
  // Logto's OpenAPI description has the search as one object; the API takes its parameters one by one.
  const query = { search: address } as object;
  const users = body(await connectToLogto(access).GET('/api/users', { params: { query } }));
  return users.filter(({ primaryEmail }) => primaryEmail === address);
}

/** How long refresh tokens live that an application gets from now on, in seconds. */
export async function setRefreshTokenTtl(
  access: LogtoAccess,
  id: string,
  seconds: number,
): Promise<void> {
  await connectToLogto(access).PATCH('/api/applications/{id}', {
    params: { path: { id } },
    body: { customClientMetadata: { refreshTokenTtl: seconds } },
  });
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
