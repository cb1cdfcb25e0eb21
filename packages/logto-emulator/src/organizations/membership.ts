import type { Store } from '../store/store.ts';
import type { Organization } from '../store/types.ts';

/** The organizations that a user is a member of. */
export function organizationsOf({ organizations, organizationUsers }: Store, userId: string) {
  return organizationUsers
    .list((membership) => membership.userId === userId)
    .map(({ organizationId }) => organizations.get(organizationId))
    .filter((organization): organization is Organization => organization !== undefined);
}

/** Makes a user a member of those of the organizations that are there. */
export function joinOrganizations(store: Store, userId: string, ids: readonly string[]): void {
  for (const organizationId of ids) {
    if (store.organizations.get(organizationId)) {
      store.organizationUsers.put({ organizationId, userId });
    }
  }
}

/** Removes the memberships and invitations of what is no more: a user or an organization. */
export function forgetMember(
  { organizationUsers, organizationInvitations }: Store,
  gone: { userId?: string; organizationId?: string },
): void {
  for (const { organizationId, userId } of organizationUsers.list(
    (one) => one.userId === gone.userId || one.organizationId === gone.organizationId,
  )) {
    organizationUsers.delete(`${organizationId}/${userId}`);
  }
  for (const { id } of organizationInvitations.list(
    ({ organizationId, inviterId, acceptedUserId }) =>
      organizationId === gone.organizationId ||
      (gone.userId !== undefined && [inviterId, acceptedUserId].includes(gone.userId)),
  )) {
    organizationInvitations.delete(id);
  }
}
