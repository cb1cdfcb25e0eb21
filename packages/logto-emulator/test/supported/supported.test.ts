import { expect, test } from 'vitest';
import { experienceRoutes } from '../../src/experience/index.ts';
import { createUser } from '../../src/experience/users.ts';
import { createRoutes } from '../../src/management/routes.ts';
import { createOidcServer } from '../../src/oidc/server.ts';
import { createTestClient } from '../support/management-client.ts';
import { compareRoutes, supportedTable } from './table.ts';

/** The emulator's own answer to what it does not have, so that it counts as missing. */
const notSupported = { status: 501, body: { code: 'emulator.not_supported' } };

async function compare() {
  const client = await createTestClient();
  const experience = experienceRoutes(client.context, createOidcServer(client.context));
  const support = compareRoutes([
    ...createRoutes(client.context).routes,
    ...experience.routes.map(({ method, path }) => ({
      method,
      path: `/api/experience${path.replace(/^\/api\/experience/, '')}`,
    })),
  ]);
  return { ...client, ...support };
}

test('SUPPORTED.md says what is', async () => {
  const { supported, missing, unknown } = await compare();
  expect(unknown).toEqual([]);
  const table = supportedTable({ supported, missing, unknown });
  // `pnpm supported` writes it anew.
  await expect(table).toMatchFileSnapshot('../../SUPPORTED.md');
});

test('every route that is not supported says so', async () => {
  const { call, missing, context } = await compare();
  const user = createUser(context, { username: 'ada' });
  context.store.accountCenters.put({ ...context.store.accountCenter, enabled: true });
  const exp = context.clock.now().getTime() / 1000 + 60;
  context.models.upsert('AccessToken', 'token', { accountId: user.id, scope: 'openid', exp }, 60);
  expect(missing.length).toBeGreaterThan(100);
  const others = [];
  for (const { method, path, audience } of missing) {
    const options = audience === 'account' ? { authorization: 'Bearer token' } : {};
    const answer = await call(method, path.replaceAll(/\{\w+\}/g, 'x'), undefined, options);
    if (answer.status !== notSupported.status || answer.body.code !== notSupported.body.code) {
      others.push(`${method} ${path}: ${answer.status}`);
    }
  }
  expect(others).toEqual([]);
});
