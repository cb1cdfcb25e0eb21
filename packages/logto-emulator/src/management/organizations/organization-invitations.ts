import { sendMessagePayloadGuard } from '@logto/connector-kit';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { checkInput, readBody } from '../../http/body.ts';
import { clientIp } from '../../http/request.ts';
import { RequestError } from '../../http/request-error.ts';
import { joinOrganizations } from '../../organizations/membership.ts';
import { tenantId } from '../../store/seed.ts';
import type { OrganizationInvitation } from '../../store/types.ts';
import { stringEnum } from '../common/guards.ts';
import { queryOf } from '../common/query.ts';
import { requireUser } from '../users/users.ts';
import { sendInvitation } from './invitation-mail.ts';
import { unknownReference } from './organization-users.ts';
import { membersOf } from './organizations.ts';

const filterGuard = z
  .object({ organizationId: z.string(), inviterId: z.string(), invitee: z.string() })
  .partial();
const createGuard = z.object({
  inviterId: z.string().max(21).nullable().optional(),
  invitee: z.string().email(),
  organizationId: z.string().min(1).max(21),
  expiresAt: z.number(),
  organizationRoleIds: z.string().array().optional(),
  messagePayload: sendMessagePayloadGuard.or(z.literal(false)).default(false),
});
const statusGuard = z.object({
  acceptedUserId: z.string().max(21).nullable().optional(),
  status: stringEnum('Accepted', 'Revoked'),
});

/** `/organization-invitations`: addresses that may become members, and the mails that say so. */
export function organizationInvitationRoutes(context: Context): Hono {
  const { store, random, clock } = context;
  const { organizationInvitations: invitations } = store;
  const now = () => clock.now().getTime();
  const current = (invitation: OrganizationInvitation): OrganizationInvitation =>
    invitation.status === 'Pending' && invitation.expiresAt <= now()
      ? { ...invitation, status: 'Expired' }
      : invitation;
  const toResponse = (invitation: OrganizationInvitation) => ({
    ...current(invitation),
    organizationRoles: [],
  });
  const find = (id: string) => {
    const invitation = invitations.get(id);
    if (!invitation) {
      throw new RequestError({ code: 'entity.not_found', status: 404 });
    }
    return current(invitation);
  };

  return new Hono()
    .get('/organization-invitations', (c) => {
      const filter = checkInput('query', filterGuard, queryOf(c));
      const invitee = filter.invitee?.toLowerCase();
      const found = invitations.list(
        (one) =>
          (filter.organizationId ?? one.organizationId) === one.organizationId &&
          (filter.inviterId ?? one.inviterId) === one.inviterId &&
          (invitee ?? one.invitee.toLowerCase()) === one.invitee.toLowerCase(),
      );
      return c.json(found.map(toResponse).reverse());
    })
    .post('/organization-invitations', async (c) => {
      const body = await readBody(c, createGuard);
      const { inviterId = null, invitee, organizationId, expiresAt, messagePayload } = body;
      if (expiresAt <= now()) {
        throw invalid('The value of `expiresAt` must be in the future.');
      }
      if (membersOf(context, organizationId).some((user) => user.primaryEmail === invitee)) {
        throw invalid('The invitee is already a member of the organization.', 422);
      }
      const isKnown =
        store.organizations.get(organizationId) &&
        (inviterId === null || store.users.get(inviterId)) &&
        // There are no roles of organizations.
        !body.organizationRoleIds?.length;
      if (!isKnown) {
        throw unknownReference();
      }
      const other = invitations.find(
        (one) =>
          one.organizationId === organizationId &&
          one.invitee === invitee &&
          current(one).status === 'Pending',
      );
      if (other) {
        throw new RequestError({ code: 'entity.unique_integrity_violation', status: 422 });
      }
      const invitation: OrganizationInvitation = {
        tenantId,
        id: random.id(),
        inviterId,
        invitee,
        acceptedUserId: null,
        organizationId,
        status: 'Pending',
        createdAt: now(),
        updatedAt: now(),
        expiresAt,
      };
      // An invitation whose mail cannot be sent is none.
      if (messagePayload) {
        await sendInvitation(context, invitation, messagePayload, clientIp(c));
      }
      return c.json(toResponse(invitations.put(invitation)), 201);
    })
    .get('/organization-invitations/:id', (c) => c.json(toResponse(find(c.req.param('id')))))
    .delete('/organization-invitations/:id', (c) => {
      invitations.delete(find(c.req.param('id')).id);
      return c.body(null, 204);
    })
    .post('/organization-invitations/:id/message', async (c) => {
      const payload = await readBody(c, sendMessagePayloadGuard);
      await sendInvitation(context, find(c.req.param('id')), payload, clientIp(c));
      return c.body(null, 204);
    })
    .put('/organization-invitations/:id/status', async (c) => {
      const { status, acceptedUserId } = await readBody(c, statusGuard);
      if (status === 'Accepted' && !acceptedUserId) {
        throw invalid('The `acceptedUserId` is required when accepting an invitation.', 422);
      }
      const invitation = find(c.req.param('id'));
      if (invitation.status !== 'Pending') {
        throw invalid('The status of the invitation cannot be changed anymore.', 422);
      }
      if (status === 'Accepted' && acceptedUserId) {
        const { primaryEmail } = requireUser(context, acceptedUserId);
        if (primaryEmail?.toLowerCase() !== invitation.invitee.toLowerCase()) {
          throw invalid('The accepted user must have the same email as the invitee.', 422);
        }
        joinOrganizations(store, acceptedUserId, [invitation.organizationId]);
      }
      const change = status === 'Accepted' && acceptedUserId ? { acceptedUserId } : {};
      return c.json(
        toResponse(invitations.put({ ...invitation, ...change, status, updatedAt: now() })),
      );
    });
}

function invalid(details: string, status: 400 | 422 = 400): RequestError {
  return new RequestError({ code: 'request.invalid_input', status, details });
}
