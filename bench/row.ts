/** One line of the table that `pnpm bench` prints. */
export interface Row {
  what: string;
  unit: string;
  ours: number;
  /** What the project wants of itself, in words: `under 60`. */
  wanted?: string;
  /** Who does the same, and how it did in the same run. */
  peer?: { name: string; value: number };
}

/** A subject of the bench: a folder of this name, whose `index.ts` exports it. */
export interface Subject {
  /** What has to be built: `turbo` filters. */
  needs: string[];
  measure(): Promise<Row[]>;
}
