import type { SendMessagePayload, TemplateType } from '@logto/connector-kit';
import { getEmailConnector } from '../../connectors/index.ts';
import type { Context } from '../../context.ts';
import { withSendLimit } from '../../experience/send-limit.ts';
import { mailContextOf } from '../../organizations/mail-context.ts';
import type { OrganizationInvitation } from '../../store/types.ts';

/** Sends the mail of an invitation. @param payload what its template may say, such as the link to join with */
export async function sendInvitation(
  context: Context,
  { invitee, organizationId, inviterId }: OrganizationInvitation,
  payload: SendMessagePayload,
  ip: string | undefined,
): Promise<void> {
  const organization = context.store.organizations.get(organizationId);
  const inviter = inviterId === null ? undefined : context.store.users.get(inviterId);
  await withSendLimit(context, invitee, async () => {
    const connector = await getEmailConnector(context);
    await connector.sendMessage({
      to: invitee,
      type: 'OrganizationInvitation' as TemplateType.OrganizationInvitation,
      payload: {
        ...(organization && {
          organization: mailContextOf(organization),
        }),
        ...(inviter && {
          inviter: {
            id: inviter.id,
            avatar: inviter.avatar,
            name: inviter.name,
            primaryEmail: inviter.primaryEmail,
            primaryPhone: inviter.primaryPhone,
            username: inviter.username,
            profile: inviter.profile,
          },
        }),
        ...payload,
      },
      ...(ip !== undefined && { ip }),
    });
  });
}
