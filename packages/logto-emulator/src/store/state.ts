import type { Clock } from '../clock.ts';
import { OidcModels, type StoredModel } from '../oidc/models.ts';
import { createSigningKey, type SigningKey } from '../oidc/signing-key.ts';
import { Random } from '../random.ts';
import { Journal, type JournalEntry } from './journal.ts';
import { seedStore } from './seed.ts';
import { Store } from './store.ts';

/** Everything that an emulator knows and makes, with or without a file that keeps it. */
export interface State {
  readonly random: Random;
  readonly store: Store;
  readonly models: OidcModels;
  readonly keys: Keys;
  /** Resolves when what was changed so far is kept: at once without a file. */
  saved(): Promise<void>;
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** What follows from the seed alone. */
export interface Keys {
  readonly signingKey: SigningKey;
  /** Secret of the client for the Management API. */
  readonly appSecret: string;
  readonly cookieKey: string;
}

const randomEntry = ['random', 'state'] as const;

/** @throws when the data file cannot be used, or was made with another seed */
export async function openState(
  options: { seed?: string; data?: string },
  clock: Clock,
): Promise<State> {
  const opened = options.data === undefined ? undefined : await Journal.open(options.data);
  const journal = opened?.journal;
  const earlier = opened?.entries.findLast(([collection]) => collection === randomEntry[0]);
  const known = earlier?.[2] as { seed: string; position: number } | undefined;
  if (known && options.seed !== undefined && options.seed !== known.seed) {
    throw new Error(
      `The data file ${options.data} was made with another seed; leave one of them out.`,
    );
  }
  const random = new Random(known?.seed ?? options.seed);
  const keys = {
    signingKey: createSigningKey(random),
    appSecret: random.secret(),
    cookieKey: random.secret(),
  };
  let position = -1;
  let isRecording = false;
  const record = (collection: string, key: string, value: unknown) => {
    if (isRecording) {
      journal?.record(collection, key, value);
    }
  };
  const store = new Store(record);
  const models = new OidcModels(clock, record);
  if (known) {
    load(store, models, opened?.entries ?? []);
    random.resume(known.position);
    models.sweep();
  }
  isRecording = true;
  const saved = async () => {
    if (random.state.position !== position) {
      journal?.record(...randomEntry, random.state);
    }
    position = random.state.position;
    await journal?.saved();
  };
  if (journal) {
    journal.snapshot = function* () {
      yield [...randomEntry, random.state];
      for (const collection of store.collections) {
        yield* collection.entries();
      }
      for (const [key, model] of models.entries()) {
        yield ['oidc', key, model];
      }
    };
  }
  if (!known) {
    seedStore(store, clock.now());
  }
  await saved();
  return {
    random,
    store,
    models,
    keys,
    saved,
    async reset() {
      store.clear();
      models.clear();
      seedStore(store, clock.now());
      await saved();
    },
    async close() {
      await saved();
      await journal?.close();
    },
  };
}

function load(store: Store, models: OidcModels, entries: JournalEntry[]): void {
  const collections = new Map(store.collections.map((collection) => [collection.name, collection]));
  for (const [name, key, value] of entries) {
    if (name === 'oidc') {
      models.restore(key, value as StoredModel | null);
    } else {
      collections.get(name)?.load(key, value as object | null);
    }
  }
}
