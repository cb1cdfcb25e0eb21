import type { AdapterPayload } from 'oidc-provider';
import { type Clock, hour } from '../clock.ts';
import type { ChangeListener } from '../store/collection.ts';

/** A model of `oidc-provider` (a session, a token, …) as it is kept. */
export interface StoredModel {
  /** JSON: it takes a fraction of the memory of the object, and nobody can change it in place. */
  payload: string;
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

/** Sweeping costs as much as there are models, so it waits for as many writes, and at least for these. */
const fewestWrites = 1000;

/** All models, by the name of their kind and their id. */
export class OidcModels {
  readonly #clock: Clock;
  readonly #onChange: ChangeListener;
  readonly #kinds = new Map<string, Map<string, StoredModel>>();
  readonly #sessionsByUid = new Map<string, string>();
  #writesUntilSweep = fewestWrites;

  constructor(clock: Clock, onChange: ChangeListener = () => undefined) {
    this.#clock = clock;
    this.#onChange = onChange;
  }

  upsert(kind: string, id: string, payload: AdapterPayload, expiresIn: number): void {
    const { uid, grantId, accountId } = payload;
    const consumedAt = this.#kinds.get(kind)?.get(id)?.consumedAt;
    this.#put(kind, id, {
      payload: JSON.stringify(payload),
      expiresAt: this.#clock.now().getTime() + expiresIn * 1000,
      ...(consumedAt !== undefined && { consumedAt }),
      ...(kind === 'Session' && uid && { uid }),
      ...(grantId && { grantId }),
      ...(accountId && { accountId }),
    });
    this.#writesUntilSweep -= 1;
    if (this.#writesUntilSweep <= 0) {
      this.sweep();
    }
  }

  find(kind: string, id: string): AdapterPayload | undefined {
    const model = this.#kinds.get(kind)?.get(id);
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
    const model = this.#kinds.get(kind)?.get(id);
    if (model) {
      this.#put(kind, id, { ...model, consumedAt: this.#clock.now().getTime() });
    }
  }

  destroy(kind: string, id: string): void {
    const model = this.#kinds.get(kind)?.get(id);
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
    this.#destroyWhere(kind, (model) => model.grantId === grantId);
  }

  /** Ends an account's sessions and takes its tokens back. */
  revokeByAccountId(accountId: string): void {
    for (const kind of ['AccessToken', 'RefreshToken', 'Session']) {
      this.#destroyWhere(kind, (model) => model.accountId === accountId);
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

  /**
   * Throws away what has expired, used up or not (until then, a second use of it has to be noticed), and the
   * grants that no session and no token leads to any more.
   */
  sweep(): void {
    const now = this.#clock.now().getTime();
    for (const kind of this.#kinds.keys()) {
      this.#destroyWhere(kind, ({ expiresAt }) => expiresAt <= now - grace);
    }
    const reachable = this.#reachableGrants();
    for (const [id, { payload }] of this.#kinds.get('Grant') ?? []) {
      // An interaction may be about to hand a new one to a session.
      const isOld = (JSON.parse(payload).iat + hour) * 1000 < now;
      if (isOld && !reachable.has(id)) {
        this.destroy('Grant', id);
      }
    }
    const left = [...this.#kinds.values()].reduce((sum, { size }) => sum + size, 0);
    this.#writesUntilSweep = Math.max(left, fewestWrites);
  }

  clear(): void {
    for (const kind of this.#kinds.keys()) {
      this.#destroyWhere(kind, () => true);
    }
  }

  *entries(): Generator<[key: string, model: StoredModel]> {
    for (const [kind, models] of this.#kinds) {
      for (const [id, model] of models) {
        yield [`${kind}/${id}`, model];
      }
    }
  }

  #put(kind: string, id: string, model: StoredModel): void {
    const models = this.#kinds.get(kind) ?? new Map<string, StoredModel>();
    this.#kinds.set(kind, models);
    models.set(id, model);
    if (model.uid !== undefined) {
      this.#sessionsByUid.set(model.uid, id);
    }
    this.#onChange('oidc', `${kind}/${id}`, model);
  }

  #reachableGrants(): Set<string> {
    const grants = new Set<string>();
    for (const models of this.#kinds.values()) {
      for (const { grantId } of models.values()) {
        if (grantId !== undefined) {
          grants.add(grantId);
        }
      }
    }
    for (const { payload } of this.#kinds.get('Session')?.values() ?? []) {
      const { authorizations = {} } = JSON.parse(payload) as AdapterPayload;
      for (const { grantId } of Object.values(authorizations)) {
        if (grantId !== undefined) {
          grants.add(grantId);
        }
      }
    }
    return grants;
  }

  /** Looks at all of a kind: it happens seldom. */
  #destroyWhere(kind: string, matches: (model: StoredModel) => boolean): void {
    for (const [id, model] of this.#kinds.get(kind) ?? []) {
      if (matches(model)) {
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
}
