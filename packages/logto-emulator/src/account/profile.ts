import type { Context } from '../context.ts';
import { userResponse } from '../management/users/user-response.ts';
import type { Caller } from './authentication.ts';

/** Which field of the account center lets a user see what. */
const fieldOf: Record<string, string> = {
  name: 'name',
  avatar: 'avatar',
  username: 'username',
  primaryEmail: 'email',
  primaryPhone: 'phone',
  profile: 'profile',
  customData: 'customData',
  identities: 'social',
  hasPassword: 'password',
};

/** Which scope of the access token an application needs for it; what is not named belongs to `profile`. */
const scopeOf: Record<string, string> = {
  primaryEmail: 'email',
  primaryPhone: 'phone',
  customData: 'custom_data',
  identities: 'identities',
};

/** What a user may see of the account: what the scopes give and the account center does not hide. */
export function profileFor({ store }: Context, { user: { id }, scopes }: Caller) {
  const user = store.users.get(id);
  if (!user) {
    throw new Error('The caller is gone.');
  }
  const { fields } = store.accountCenter;
  const shown = Object.entries(userResponse(user)).filter(([name]) => {
    if (name === 'id') {
      return true;
    }
    const field = fieldOf[name];
    const isReadable = field === undefined || ['ReadOnly', 'Edit'].includes(fields[field] ?? 'Off');
    return isReadable && scopes.has(scopeOf[name] ?? 'profile');
  });
  return {
    ...Object.fromEntries(shown),
    hasSecurityVerificationMethod: Boolean(
      user.passwordEncrypted ?? user.primaryEmail ?? user.primaryPhone,
    ),
  };
}
