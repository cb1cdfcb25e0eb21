import type { AdapterPayload } from 'oidc-provider';
import type { Clock } from '../clock.ts';
import type { ChangeListener } from '../store/collection.ts';
import { expiryOf, ModelPacker, mayBelongTo, type PackedModel } from './model-packer.ts';
import { ownersOf, type StoredModel } from './stored-model.ts';

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
  #kinds = new Map<string, Map<string, StoredModel | PackedModel>>();
  #packer = new ModelPacker();
  #sessionsByUid = new Map<string, string>();
  /** Written since the last sweep, and between it and the one before. */
  #recent: [kind: string, id: string][] = [];
  #earlier: [kind: string, id: string][] = [];

  constructor(clock: Clock, onChange: ChangeListener = () => undefined) {
    this.#clock = clock;
    this.#onChange = onChange;
  }

  upsert(kind: string, id: string, payload: AdapterPayload, expiresIn: number): void {
    const consumedAt = this.#get(kind, id)?.consumedAt;
    this.#put(kind, id, {
      payload: JSON.stringify(payload),
      expiresAt: this.#clock.now().getTime() + expiresIn * 1000,
      ...(consumedAt !== undefined && { consumedAt }),
      ...ownersOf(kind, payload),
    });
    if (this.#recent.length >= sweepEvery) {
      this.sweep();
    }
  }

  find(kind: string, id: string): AdapterPayload | undefined {
    const model = this.#get(kind, id);
    if (!model) {
      return undefined;
    }
    const payload = JSON.parse(model.payload) as AdapterPayload;
    return this.#isConsumed(kind, model) ? { ...payload, consumed: true } : payload;
  }

  findSessionByUid(uid: string): AdapterPayload | undefined {
    const id = this.#sessionsByUid.get(uid);
    return id === undefined ? undefined : this.find('Session', id);
  }

  consume(kind: string, id: string): void {
    const model = this.#get(kind, id);
    if (model) {
      this.#put(kind, id, { ...model, consumedAt: this.#clock.now().getTime() });
    }
  }

  destroy(kind: string, id: string): void {
    const model = this.#get(kind, id);
    if (!model) {
      return;
    }
    this.#kinds.get(kind)?.delete(id);
    if (model.uid !== undefined && this.#sessionsByUid.get(model.uid) === id) {
      this.#sessionsByUid.delete(model.uid);
    }
    this.#onChange('oidc', `${kind}/${id}`, undefined);
  }

  revokeByGrantId(kind: string, grantId: string): void {
    this.#destroyOf(kind, 'grantId', grantId);
  }

  /** Ends an account's sessions and takes its tokens back. */
  revokeByAccountId(accountId: string): void {
    for (const kind of ['AccessToken', 'RefreshToken', 'Session']) {
      this.#destroyOf(kind, 'accountId', accountId);
    }
  }

  /** Puts a model where it belongs, or removes it: what the data file has, by its key there. */
  restore(key: string, model: StoredModel | null): void {
    const [kind = '', id = ''] = key.split(/\/(.*)/s);
    if (model === null) {
      this.destroy(kind, id);
    } else {
      this.#put(kind, id, model);
    }
  }

  /** Throws away what has expired, and packs what was written before the last time. */
  sweep(): void {
    const limit = this.#clock.now().getTime() - grace;
    for (const [kind, models] of this.#kinds) {
      for (const [id, model] of models) {
        if ((typeof model === 'string' ? expiryOf(model) : model.expiresAt) > limit) {
          break;
        }
        this.destroy(kind, id);
      }
    }
    for (const [kind, id] of this.#earlier) {
      const models = this.#kinds.get(kind);
      const model = models?.get(id);
      const packed = typeof model === 'object' && this.#packer.pack(id, model);
      if (packed) {
        models?.set(id, packed);
      }
    }
    this.#earlier = this.#recent;
    this.#recent = [];
  }

  clear(): void {
    for (const [kind, models] of this.#kinds) {
      for (const id of [...models.keys()]) {
        this.destroy(kind, id);
      }
    }
    this.#packer = new ModelPacker();
  }

  *entries(): Generator<[key: string, model: StoredModel]> {
    for (const [kind, models] of this.#kinds) {
      for (const [id, model] of models) {
        yield [`${kind}/${id}`, this.#unpacked(kind, id, model)];
      }
    }
  }

  #get(kind: string, id: string): StoredModel | undefined {
    const model = this.#kinds.get(kind)?.get(id);
    return model === undefined ? undefined : this.#unpacked(kind, id, model);
  }

  #put(kind: string, id: string, model: StoredModel): void {
    const models = this.#kinds.get(kind) ?? new Map<string, StoredModel | PackedModel>();
    this.#kinds.set(kind, models);
    // Deleted first, so that it moves to the end: the oldest stand first, and `sweep` can stop early.
    models.delete(id);
    models.set(id, model);
    this.#recent.push([kind, id]);
    if (model.uid !== undefined) {
      this.#sessionsByUid.set(model.uid, id);
    }
    this.#onChange('oidc', `${kind}/${id}`, model);
  }

  /** Looks at all of them: it happens seldom, and an index would take as much memory as they do. */
  #destroyOf(kind: string, owner: 'grantId' | 'accountId', ownerId: string): void {
    for (const [id, model] of [...(this.#kinds.get(kind) ?? [])]) {
      if (typeof model === 'string' && !mayBelongTo(model, ownerId)) {
        continue;
      }
      if (this.#unpacked(kind, id, model)[owner] === ownerId) {
        this.destroy(kind, id);
      }
    }
  }

  #isConsumed(kind: string, { consumedAt }: StoredModel): boolean {
    if (consumedAt === undefined) {
      return false;
    }
    if (kind !== 'RefreshToken') {
      return true;
    }
    return consumedAt + reuseInterval < this.#clock.now().getTime();
  }

  #unpacked(kind: string, id: string, model: StoredModel | PackedModel): StoredModel {
    return typeof model === 'string' ? this.#packer.unpack(kind, id, model) : model;
  }
}
