import type { Adapter } from 'oidc-provider';
import type { Context } from '../context.ts';
import { findClient } from './clients.ts';

/** What `oidc-provider` reads and writes its models with: one for each kind of model. */
export function createAdapter(context: Context, kind: string): Adapter {
  const { models } = context;
  if (kind === 'Client') {
    return { ...noAdapter, find: async (id) => findClient(context, id) };
  }
  return {
    upsert: async (id, payload, expiresIn) => models.upsert(kind, id, payload, expiresIn ?? 0),
    find: async (id) => models.find(kind, id),
    findByUid: async (uid) => models.findSessionByUid(uid),
    findByUserCode: async () => undefined,
    consume: async (id) => models.consume(kind, id),
    destroy: async (id) => models.destroy(kind, id),
    revokeByGrantId: async (grantId) => models.revokeByGrantId(kind, grantId),
  };
}

async function refuse() {
  throw new Error('Clients are managed through the Management API.');
}

const noAdapter: Adapter = {
  upsert: refuse,
  find: refuse,
  findByUid: refuse,
  findByUserCode: refuse,
  consume: refuse,
  destroy: refuse,
  revokeByGrantId: refuse,
};
