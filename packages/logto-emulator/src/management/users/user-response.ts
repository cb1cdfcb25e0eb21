import type { User } from '../../store/types.ts';

/** A user as the Management API answers it: without the password's hash and the tenant. */
export function userResponse(user: User, { includePasswordHash = false } = {}) {
  return {
    id: user.id,
    username: user.username,
    primaryEmail: user.primaryEmail,
    primaryPhone: user.primaryPhone,
    name: user.name,
    avatar: user.avatar,
    customData: user.customData,
    identities: user.identities,
    lastSignInAt: user.lastSignInAt,
    createdAt: user.createdAt,
    updatedAt: user.updatedAt,
    profile: user.profile,
    applicationId: user.applicationId,
    isSuspended: user.isSuspended,
    hasPassword: Boolean(user.passwordEncrypted),
    ...(includePasswordHash && {
      passwordDigest: user.passwordEncrypted,
      passwordAlgorithm: user.passwordEncryptionMethod,
    }),
  };
}
