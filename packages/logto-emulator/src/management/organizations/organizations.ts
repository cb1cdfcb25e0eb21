import { Hono } from 'hono';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { readBody } from '../../http/body.ts';
import { RequestError } from '../../http/request-error.ts';
import { forgetMember, organizationsOf } from '../../organizations/membership.ts';
import { tenantId } from '../../store/seed.ts';
import type { Organization, User } from '../../store/types.ts';
import { assertNotEmpty, columns, findEntity } from '../common/entity.ts';
import { jsonObjectGuard } from '../common/guards.ts';
import { answerPage } from '../common/pagination.ts';
import { isYes } from '../common/query.ts';
import { brandingGuard, colorGuard } from '../sign-in-experience/sign-in-experience-guards.ts';
import { requireUser } from '../users/users.ts';

const createGuard = z.object({
  name: z.string().min(1).max(128),
  description: z.string().max(256).nullable().optional(),
  customData: jsonObjectGuard.optional(),
  isMfaRequired: z.boolean().optional(),
  color: colorGuard.partial().optional(),
  branding: brandingGuard.optional(),
  customCss: z.string().nullable().optional(),
});

/** How many of the members are listed with an organization that is asked for with `showFeatured`. */
const featured = 3;

/** `/organizations`: who belongs together. Their roles and scopes are not supported. */
export function organizationRoutes(context: Context): Hono {
  const { store, random, clock } = context;
  const withMembers = (organization: Organization) => {
    const members = membersOf(context, organization.id);
    return {
      ...organization,
      usersCount: members.length,
      featuredUsers: members
        .slice(0, featured)
        .map(({ id, avatar, name }) => ({ id, avatar, name })),
    };
  };

  return new Hono()
    .get('/organizations', (c) => {
      const { q = '', showFeatured } = c.req.query();
      const text = q.toLowerCase();
      const found = store.organizations.list(({ id, name }) =>
        [id, name].some((value) => value.toLowerCase().includes(text)),
      );
      return answerPage(c, found, isYes(showFeatured) ? { map: withMembers } : {});
    })
    .post('/organizations', async (c) => {
      const { name, ...rest } = await readBody(c, createGuard);
      const organization: Organization = {
        tenantId,
        id: random.shortId(),
        name,
        description: null,
        customData: {},
        isMfaRequired: false,
        color: {},
        branding: {},
        customCss: null,
        createdAt: clock.now().getTime(),
        ...(columns(rest) as Partial<Organization>),
      };
      return c.json(store.organizations.put(organization), 201);
    })
    .get('/organizations/:id', (c) =>
      c.json(findEntity(store.organizations, 'organizations', c.req.param('id'))),
    )
    .patch('/organizations/:id', async (c) => {
      const body = await readBody(c, createGuard.partial());
      assertNotEmpty(body);
      const change = columns(body) as Partial<Organization>;
      const organization = store.organizations.update(c.req.param('id'), change);
      if (!organization) {
        throw new RequestError({ code: 'entity.not_exists', status: 404, name: 'organization' });
      }
      return c.json(organization);
    })
    .delete('/organizations/:id', (c) => {
      const organizationId = c.req.param('id');
      if (!store.organizations.delete(organizationId)) {
        throw new RequestError({ code: 'entity.not_found', status: 404 });
      }
      forgetMember(store, { organizationId });
      return c.body(null, 204);
    })
    .get('/users/:userId/organizations', (c) => {
      const { id } = requireUser(context, c.req.param('userId'));
      return c.json(organizationsOf(store, id).map((one) => ({ ...one, organizationRoles: [] })));
    });
}

/** The members of an organization, in the order of their ids. */
export function membersOf({ store }: Context, organizationId: string): User[] {
  return store.organizationUsers
    .list((membership) => membership.organizationId === organizationId)
    .map(({ userId }) => store.users.get(userId))
    .filter((user): user is User => user !== undefined)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
