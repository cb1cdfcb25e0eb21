import { existsSync, readFileSync } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A change: where, what under which key, and the value, `null` for a removal. */
export type JournalEntry = [collection: string, key: string, value: unknown];

/** The data file cannot be used: the message says why, in one line. */
export class DataFileError extends Error {
  static ofWriting(path: string, { message }: Error): DataFileError {
    return new DataFileError(`The data file ${path} cannot be written: ${message}`);
  }
}

/** The first line of the file. */
const header = JSON.stringify({ logtoEmulator: 1 });

/** The file is written anew when it has so many lines more than twice what is alive. */
const slack = 1000;

/**
 * The data file: a line of JSON for every change, in their order. A request is answered after its lines
 * are on the disk, so a kill at any moment loses nothing that was answered; of a line that was cut short,
 * nothing was answered. Changes of the same moment share one write. What a full disk refuses is tried again with the next.
 */
export class Journal {
  readonly #path: string;
  #file: FileHandle;
  /** Bytes up to the end of the last whole line. */
  #size: number;
  #pending: string[] = [];
  #recorded = 0;
  #saved = 0;
  #lines: number;
  #writing: Promise<void> | undefined;
  /** What is alive now: asked for when the file is written anew. */
  snapshot: () => Iterable<JournalEntry> = () => [];

  private constructor(path: string, file: FileHandle, size: number, lines: number) {
    this.#path = path;
    this.#file = file;
    this.#size = size;
    this.#lines = lines;
  }

  /**
   * Opens the file, or creates it with its folder, and reads what it has.
   *
   * @throws DataFileError when it cannot be read or written, or is no data file
   */
  static async open(path: string): Promise<{ journal: Journal; entries: JournalEntry[] }> {
    const { entries, isWhole } = existsSync(path) ? read(path) : { entries: [], isWhole: false };
    try {
      await createFolder(dirname(path));
      if (!isWhole) {
        await replace(path, entries);
      }
      const file = await open(path, 'a', 0o600);
      const { size } = await file.stat();
      return { journal: new Journal(path, file, size, entries.length), entries };
    } catch (error) {
      throw DataFileError.ofWriting(path, error as Error);
    }
  }

  record(collection: string, key: string, value: unknown): void {
    this.#pending.push(JSON.stringify([collection, key, value ?? null]));
    this.#recorded += 1;
  }

  /** Resolves when everything recorded so far is on the disk. */
  async saved(): Promise<void> {
    const target = this.#recorded;
    while (this.#saved < target) {
      this.#writing ??= this.#write()
        .catch((error: Error) => {
          throw DataFileError.ofWriting(this.#path, error);
        })
        .finally(() => {
          this.#writing = undefined;
        });
      await this.#writing;
    }
  }

  async close(): Promise<void> {
    await this.saved();
    await this.#file.close();
  }

  async #write(): Promise<void> {
    const target = this.#recorded;
    const lines = this.#pending;
    this.#pending = [];
    const length = this.#lines + lines.length;
    const alive = length > slack ? [...this.snapshot()] : undefined;
    try {
      if (alive && length > 2 * alive.length + slack) {
        await replace(this.#path, alive);
        await this.#file.close();
        this.#file = await open(this.#path, 'a');
        this.#size = (await this.#file.stat()).size;
        this.#lines = alive.length;
      } else {
        await this.#append(`${lines.join('\n')}\n`);
        this.#lines = length;
      }
    } catch (error) {
      this.#pending = [...lines, ...this.#pending];
      throw error;
    }
    this.#saved = target;
  }

  async #append(text: string): Promise<void> {
    try {
      await this.#file.appendFile(text);
      await this.#file.datasync();
      this.#size += Buffer.byteLength(text);
    } catch (error) {
      // The next line must not go on where this one was cut short.
      await this.#file.truncate(this.#size);
      throw error;
    }
  }
}

function read(path: string): { entries: JournalEntry[]; isWhole: boolean } {
  const lines = readText(path).split('\n');
  if (lines.length > 1 && lines[0] !== header) {
    throw new DataFileError(
      `${path} is not a data file of the Logto emulator; choose another with --data.`,
    );
  }
  // What stands after the last line break was cut short: it was never answered.
  const isWhole = lines.at(-1) === '' && lines.length > 1;
  try {
    return { entries: lines.slice(1, -1).map((line) => JSON.parse(line)), isWhole };
  } catch {
    throw new DataFileError(`The data file ${path} is damaged; delete it to start anew.`);
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new DataFileError(`The data file ${path} cannot be read: ${(error as Error).message}`);
  }
}

/** Not by `recursive`: below /proc, where nothing can be made, Node then tries for ever. */
async function createFolder(folder: string): Promise<void> {
  if (!existsSync(folder)) {
    await createFolder(dirname(folder));
    await mkdir(folder);
  }
}

/** Writes the whole file beside its place and puts it there in one step. */
async function replace(path: string, entries: Iterable<JournalEntry>): Promise<void> {
  const temporary = `${path}.new`;
  const lines = [header, ...[...entries].map((entry) => JSON.stringify(entry))];
  try {
    await writeFile(temporary, `${lines.join('\n')}\n`, { mode: 0o600, flush: true });
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await rename(temporary, path);
  // The new name is on the disk once its folder is.
  const folder = await open(dirname(path), 'r');
  await folder.sync().finally(() => folder.close());
}
