import type { AdapterPayload } from 'oidc-provider';
import type { Clock } from '../clock.ts';
import type { ChangeListener } from '../store/collection.ts';
import { pack, unpack } from './packed-text.ts';

/** A model of `oidc-provider` (a session, a token, …) as it is kept. */
export interface StoredModel {
  /** JSON; packed once the model was left alone for a while. */
  payload: string;
  isPacked?: true;
  /** Milliseconds since 1970. */
  expiresAt: number;
  consumedAt?: number;
  uid?: string;
  grantId?: string;
  accountId?: string;
}

/** For so long after its first use, Logto takes a rotated refresh token once more; milliseconds. */
const reuseInterval = 3000;

/** The library takes what expired just now; milliseconds. */
const grace = 16_000;

/** Whenever so many models were written, what expired is thrown away and what is old is packed. */
const sweepEvery = 256;

/** All models, by the name of their kind and their id. */
export class OidcModels {
  #clock: Clock;
  #onChange: ChangeListener;
  #kinds = new Map<string, Map<string, StoredModel>>();
  #sessionsByUid = new Map<string, string>();
  /** Written since the last sweep, and before it: the one and the other. */
  #recent: [kind: string, id: string][] = [];
  #earlier: [kind: string, id: string][] = [];

  constructor(clock: Clock, onChange: ChangeListener = () => undefined) {
    this.#clock = clock;
    this.#onChange = onChange;
  }

  upsert(kind: string, id: string, payload: AdapterPayload, expiresIn: number): void {
    this.#load(kind, id, {
      payload: JSON.stringify(payload),
      expiresAt: this.#clock.now().getTime() + expiresIn * 1000,
      ...(this.#get(kind, id)?.consumedAt && { consumedAt: this.#get(kind, id)?.consumedAt }),
      ...(kind === 'Session' && { uid: payload.uid }),
      ...(payload.grantId && { grantId: payload.grantId }),
      ...(payload.accountId && { accountId: payload.accountId }),
    });
    this.#recent.push([kind, id]);
    if (this.#recent.length === sweepEvery) this.sweep();
  }

  find(kind: string, id: string): AdapterPayload | undefined {
    const model = this.#get(kind, id);
    if (!model) return undefined;
    const payload = JSON.parse(textOf(model)) as AdapterPayload;
    return this.#isConsumed(kind, model) ? { ...payload, consumed: true } : payload;
  }

  findSessionByUid(uid: string): AdapterPayload | undefined {
    const id = this.#sessionsByUid.get(uid);
    return id === undefined ? undefined : this.find('Session', id);
  }

  consume(kind: string, id: string): void {
    const model = this.#get(kind, id);
    if (model) this.#load(kind, id, { ...model, consumedAt: this.#clock.now().getTime() });
  }

  destroy(kind: string, id: string): void {
    const model = this.#get(kind, id);
    if (!model) return;
    this.#kinds.get(kind)?.delete(id);
    if (model.uid !== undefined && this.#sessionsByUid.get(model.uid) === id) {
      this.#sessionsByUid.delete(model.uid);
    }
    this.#onChange('oidc', `${kind}/${id}`, undefined);
  }

  revokeByGrantId(kind: string, grantId: string): void {
    this.#destroyWhere(kind, (model) => model.grantId === grantId);
  }

  /** Ends an account's sessions and takes its tokens back. */
  revokeByAccountId(accountId: string): void {
    for (const kind of ['AccessToken', 'RefreshToken', 'Session']) {
      this.#destroyWhere(kind, (model) => model.accountId === accountId);
    }
  }

  /** Looks at all of them: it happens seldom, and an index would take as much memory as they do. */
  #destroyWhere(kind: string, matches: (model: StoredModel) => boolean): void {
    const models = [...(this.#kinds.get(kind) ?? [])];
    for (const [id, model] of models) if (matches(model)) this.destroy(kind, id);
  }

  /** Puts a model where it belongs, or removes it: what the data file has, by its key there. */
  restore(key: string, model: StoredModel | null): void {
    const [kind = '', id = ''] = key.split(/\/(.*)/s);
    if (model === null) this.destroy(kind, id);
    else this.#load(kind, id, model);
  }

  #load(kind: string, id: string, model: StoredModel): void {
    const models = this.#kinds.get(kind) ?? new Map<string, StoredModel>();
    this.#kinds.set(kind, models);
    // Deleted first, so that it moves to the end: the oldest stand first, and `sweep` can stop early.
    models.delete(id);
    models.set(id, model);
    if (kind === 'Session' && model.uid !== undefined) this.#sessionsByUid.set(model.uid, id);
    this.#onChange('oidc', `${kind}/${id}`, model);
  }

  /** Throws away what has expired, and packs what was written before the last time. */
  sweep(): void {
    const limit = this.#clock.now().getTime() - grace;
    for (const [kind, models] of this.#kinds) {
      for (const [id, { expiresAt }] of models) {
        if (expiresAt > limit) break;
        this.destroy(kind, id);
      }
    }
    for (const [kind, id] of this.#earlier) {
      const model = this.#get(kind, id);
      if (model && !model.isPacked) {
        model.payload = pack(model.payload);
        model.isPacked = true;
      }
    }
    this.#earlier = this.#recent;
    this.#recent = [];
  }

  clear(): void {
    for (const [kind, models] of this.#kinds) {
      for (const id of [...models.keys()]) this.destroy(kind, id);
    }
  }

  *entries(): Generator<[key: string, model: StoredModel]> {
    for (const [kind, models] of this.#kinds) {
      for (const [id, { isPacked, ...model }] of models) {
        yield [`${kind}/${id}`, isPacked ? { ...model, payload: unpack(model.payload) } : model];
      }
    }
  }

  #get(kind: string, id: string): StoredModel | undefined {
    return this.#kinds.get(kind)?.get(id);
  }

  #isConsumed(kind: string, { consumedAt }: StoredModel): boolean {
    if (consumedAt === undefined) return false;
    if (kind !== 'RefreshToken') return true;
    return consumedAt + reuseInterval < this.#clock.now().getTime();
  }
}

function textOf({ payload, isPacked }: StoredModel): string {
  return isPacked ? unpack(payload) : payload;
}
