import { Hono } from 'hono';
import type { Context } from '../../context.ts';
import { hashPassword, isImportable } from '../../experience/password.ts';
import { createUser, findUser, phoneNumber } from '../../experience/users.ts';
import { readBody } from '../../http/body.ts';
import { RequestError } from '../../http/request-error.ts';
import { forgetMember } from '../../organizations/membership.ts';
import type { User } from '../../store/types.ts';
import { assertNotEmpty, columns } from '../common/entity.ts';
import { answerPage } from '../common/pagination.ts';
import { isYes } from '../common/query.ts';
import { checkedSearchFilter } from '../common/search.ts';
import { userCreateGuard, userPatchGuard } from './user-guards.ts';
import { userResponse } from './user-response.ts';

const searchFields = ['id', 'primaryEmail', 'primaryPhone', 'username', 'name'] as const;

/**
 * The user with this id.
 *
 * @throws RequestError `entity.not_found` (404)
 */
export function requireUser({ store }: Context, id: string): User {
  const user = store.users.get(id);
  if (!user) {
    throw new RequestError({ code: 'entity.not_found', status: 404 });
  }
  return user;
}

/** Writes some fields of a user, and the time of the change. */
export function updateUser({ store, clock }: Context, id: string, change: Partial<User>): User {
  const updatedAt = clock.now().getTime();
  const user = store.users.update(id, { ...columns(change), updatedAt });
  if (!user) {
    throw new RequestError({ code: 'entity.not_found', status: 404 });
  }
  return user;
}

/** `/users`: whoever can sign in. */
export function userRoutes(context: Context): Hono {
  const { store } = context;
  return new Hono()
    .get('/users', (c) => {
      const { excludeRoleId, excludeOrganizationId, includePasswordHash } = c.req.query();
      if (excludeRoleId && excludeOrganizationId) {
        throw new RequestError({
          code: 'request.invalid_input',
          details:
            'Parameter `excludeRoleId` and `excludeOrganizationId` cannot be used at the same time.',
        });
      }
      const found = checkedSearchFilter<User>(c, searchFields);
      const users = store.users
        .list(
          (user) =>
            found(user) &&
            !store.userRoles.get(`${user.id}/${excludeRoleId}`) &&
            !store.organizationUsers.get(`${excludeOrganizationId}/${user.id}`),
        )
        .reverse();
      return answerPage(c, users, {
        map: (user) => userResponse(user, { includePasswordHash: isYes(includePasswordHash) }),
      });
    })
    .post('/users', async (c) => {
      const body = withPhoneNumber(await readBody(c, userCreateGuard));
      const { password, passwordDigest, passwordAlgorithm, ...rest } = body;
      if (password && passwordDigest) {
        throw new RequestError('user.password_and_digest');
      }
      if (passwordDigest && !passwordAlgorithm) {
        throw new RequestError('user.password_algorithm_required');
      }
      if (passwordDigest && passwordAlgorithm && !isImportable(passwordAlgorithm)) {
        const what = `passwords hashed with ${passwordAlgorithm}`;
        throw new RequestError({ code: 'emulator.not_supported', status: 501, what });
      }
      assertIdentifiersFree(context, rest);
      assertStorable(rest);
      const digest = passwordDigest
        ? { passwordEncrypted: passwordDigest, passwordEncryptionMethod: passwordAlgorithm }
        : password && (await hashPassword(password));
      const user = createUser(context, columns({ ...rest, ...(digest || {}) }) as object);
      return c.json(userResponse(store.users.put({ ...user, logtoConfig: {} })));
    })
    .get('/users/:userId', (c) => {
      const includePasswordHash = isYes(c.req.query('includePasswordHash'));
      const ssoIdentities = isYes(c.req.query('includeSsoIdentities')) && { ssoIdentities: [] };
      const user = requireUser(context, c.req.param('userId'));
      return c.json({ ...userResponse(user, { includePasswordHash }), ...ssoIdentities });
    })
    .patch('/users/:userId', async (c) => {
      const body = withPhoneNumber(await readBody(c, userPatchGuard));
      const { id } = requireUser(context, c.req.param('userId'));
      assertIdentifiersFree(context, body, id);
      assertNotEmpty(body);
      assertStorable(body);
      return c.json(userResponse(updateUser(context, id, body as Partial<User>)));
    })
    .delete('/users/:userId', (c) => {
      const { id } = requireUser(context, c.req.param('userId'));
      context.revokeUser(id);
      store.users.delete(id);
      for (const { roleId } of store.userRoles.list((one) => one.userId === id)) {
        store.userRoles.delete(`${id}/${roleId}`);
      }
      forgetMember(store, { userId: id });
      return c.body(null, 204);
    });
}

function withPhoneNumber<T extends { primaryPhone?: string | null | undefined }>(body: T): T {
  const { primaryPhone } = body;
  return primaryPhone ? { ...body, primaryPhone: phoneNumber(primaryPhone) } : body;
}

type Identifiers = Partial<Record<'username' | 'primaryEmail' | 'primaryPhone', string | null>>;

/** No two users have an identifier in common. */
function assertIdentifiersFree(context: Context, identifiers: Identifiers, except?: string) {
  const types = [
    ['email', identifiers.primaryEmail],
    ['phone', identifiers.primaryPhone],
    ['username', identifiers.username],
  ] as const;
  for (const [type, value] of types) {
    if (!value) {
      continue;
    }
    const other = findUser(context, { type, value });
    if (!other || other.id === except) {
      continue;
    }
    throw new RequestError({ code: `user.${type}_already_in_use`, status: 422 });
  }
}

/** What Logto's database and its parser of phone numbers refuse. */
function assertStorable(user: Identifiers & { name?: string | null; avatar?: string | null }) {
  const { username, primaryEmail, primaryPhone, name, avatar } = user;
  if (primaryPhone && !/^[1-9]\d{6,14}$/.test(primaryPhone)) {
    throw new RequestError({ code: 'user.invalid_phone', status: 422 }, { name: 'ParseError' });
  }
  const tooLong = (value: string | null | undefined, limit: number) => {
    if (!value || value.length <= limit) {
      return;
    }
    const message = `value too long for type character varying(${limit})`;
    throw new RequestError({ code: 'entity.value_too_long', status: 422 }, { message });
  };
  for (const value of [username, primaryEmail, name]) {
    tooLong(value, 128);
  }
  tooLong(avatar, 2048);
}
