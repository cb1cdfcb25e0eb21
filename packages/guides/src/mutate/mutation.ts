import type { Repository } from '../repository.ts';

/** A mistake that somebody could make, and where. */
export interface Mutation {
  name: string;
  /** The guide that a reader would follow, for mistakes that `docs:check` cannot see. */
  guide: string | undefined;
  /** Makes the mistake in memory. */
  apply: (repository: Repository) => void;
  /** Whether `docs:sync` is run afterwards, as by somebody who made the mistake in the code. */
  synced: boolean;
}
