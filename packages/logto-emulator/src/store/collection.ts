/** Hears of every change to a collection: what was put under a key, or `undefined` for a removal. */
export type ChangeListener = (collection: string, key: string, value: unknown) => void;

/** Entities of one kind in memory, in the order in which they were put. Entities are plain JSON. */
export class Collection<T extends object> {
  readonly name: string;
  #keyOf: (entity: T) => string;
  #onChange: ChangeListener;
  #entities = new Map<string, T>();

  constructor(name: string, keyOf: (entity: T) => string, onChange: ChangeListener) {
    this.name = name;
    this.#keyOf = keyOf;
    this.#onChange = onChange;
  }

  get size(): number {
    return this.#entities.size;
  }

  get(key: string): T | undefined {
    return this.#entities.get(key);
  }

  find(matches: (entity: T) => boolean): T | undefined {
    for (const entity of this.#entities.values()) {
      if (matches(entity)) {
        return entity;
      }
    }
    return undefined;
  }

  list(matches: (entity: T) => boolean = () => true): T[] {
    return [...this.#entities.values()].filter(matches);
  }

  /** Adds an entity, or replaces the one with its key. */
  put(entity: T): T {
    const key = this.#keyOf(entity);
    this.#entities.set(key, entity);
    this.#onChange(this.name, key, entity);
    return entity;
  }

  /** Puts what the data file has. */
  load(key: string, entity: T | null): void {
    if (entity === null) {
      this.#entities.delete(key);
    } else {
      this.#entities.set(key, entity);
    }
  }

  *entries(): Generator<[collection: string, key: string, entity: T]> {
    for (const [key, entity] of this.#entities) {
      yield [this.name, key, entity];
    }
  }

  /** Overwrites some fields; `undefined` when there is no such entity. */
  update(key: string, change: Partial<T>): T | undefined {
    const entity = this.#entities.get(key);
    return entity && this.put({ ...entity, ...change });
  }

  delete(key: string): boolean {
    if (!this.#entities.delete(key)) {
      return false;
    }
    this.#onChange(this.name, key, undefined);
    return true;
  }

  clear(): void {
    for (const key of [...this.#entities.keys()]) {
      this.delete(key);
    }
  }
}
